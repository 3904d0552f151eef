import { containerStatus } from '#mesh/pod-status.ts';
import type { Severity } from '#diagnosis/severity.ts';
import type { MeshIdentity } from '#mesh/identity.ts';
import type { Pod } from '#snapshot/kubernetes.ts';
import {
  hasReadyReplica,
  isLooping,
  isSuperseded,
  mayHaveReadySibling,
  type Replica,
} from '#steps/shared/replicas.ts';
import { isComingUp, isHarmlessFirstRestart, isStarting } from '#steps/shared/start-up.ts';
import type { Trouble } from './trouble.ts';

export interface RuleContext {
  readonly mesh: MeshIdentity;
  /** undefined when the pods could not be read. */
  readonly replicas: readonly Replica[] | undefined;
  /** False when the list of pods lacks some. */
  readonly knowsAllPods: boolean;
  /** Is it known which ReplicaSets have all their pods? */
  readonly knowsReplicaSets: boolean;
  readonly readAt: string;
}

/** The rules at the top of `diagnosis/severity.ts`, for what an event or a state says. */
export function severityOf(item: Trouble, scene: RuleContext): Severity {
  const { place, code } = item;
  const { replicas } = scene;
  if (code === 'transient-event' || place.isGone) return 'info';
  if (replicas === undefined) return 'warning';
  return place.replica ? ofPod(item, place.replica, replicas, scene) : ofWorkload(item, replicas, scene);
}

function ofPod(
  item: Trouble,
  replica: Replica,
  all: readonly Replica[],
  { mesh, readAt }: RuleContext,
): Severity {
  const container = item.subject.container ?? '';
  // A pod that ended or is being deleted is replaced by another one: what counts is how that one is.
  if (!replica.isActive) return isReplaced(replica, all) ? 'info' : ofLostPod(replica);
  if (isSuperseded(replica, all)) return 'info';
  if (loops(replica.pod, container, readAt)) return 'critical';
  if (waits(item) && isComingUp(replica, readAt)) return 'info';
  if (replica.isReady) return ofReadyPod(item, replica, mesh);
  if (!mayHaveReadySibling(replica, all)) return 'critical';
  return isStarting(replica.pod, readAt) && waits(item) ? 'info' : 'warning';
}

const isReplaced = ({ workload }: Replica, all: readonly Replica[]): boolean =>
  all.some((other) => other.workload === workload && other.isActive);

const ofLostPod = ({ isFromPart }: Replica): Severity => (isFromPart ? 'warning' : 'critical');

/** What happened to a pod that is Ready now is a warning; what nobody knows about is not worth one. */
function ofReadyPod({ code, subject }: Trouble, replica: Replica, mesh: MeshIdentity): Severity {
  if (code === 'other-warning-event') return 'info';
  const ends = ['mesh-fatal-event', 'container-terminated', 'crash-loop'].includes(code);
  // An event of the process itself names no container; then it is the main one, named after the workload (facts §7).
  const container = subject.container ?? replica.workload;
  return ends && isHarmlessFirstRestart(replica, container, mesh) ? 'info' : 'warning';
}

/** Probes that fail and init containers that run belong to the start of a pod beside a Ready one. */
function waits({ code, params }: Trouble): boolean {
  if (code === 'init-not-done') return 'state' in params && params.state === 'running';
  return code.startsWith('probe-event-');
}

function loops(pod: Pod, container: string, readAt: string): boolean {
  const status = container === '' ? undefined : containerStatus(pod, container);
  return status !== undefined && isLooping(status, readAt);
}

function ofWorkload(
  { code, subject }: Trouble,
  all: readonly Replica[],
  { knowsAllPods, knowsReplicaSets }: RuleContext,
): Severity {
  const workloads = subject.workload === undefined ? all.map(({ workload }) => workload) : [subject.workload];
  const isDown =
    knowsAllPods && (all.length === 0 || workloads.some((workload) => !hasReadyReplica(workload, all)));
  if (code === 'other-warning-event') return isDown ? 'warning' : 'info';
  if (isDown) return 'critical';
  // A ReplicaSet that still lacks pods cannot create them now: a function fails.
  return code === 'create-rejected' && knowsReplicaSets ? 'critical' : 'warning';
}
