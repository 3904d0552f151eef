import { podsOfRole, workloadName } from '#mesh/control-plane.ts';
import { containerStatus } from '#mesh/pod-status.ts';
import { type Flavour, flavourOf } from '#mesh/flavours.ts';
import { type MeshIdentity, type Role, roles } from '#mesh/identity.ts';
import type { Condition, ContainerStatus, Pod } from '#snapshot/kubernetes.ts';
import type { MeshFacts } from '#mesh/mesh-facts.ts';
import { valueOf } from '#snapshot/observed.ts';
import { byTime, secondsBetween } from './order.ts';

/** One pod of a control-plane component. */
export interface Replica {
  readonly pod: Pod;
  readonly name: string;
  readonly role: Role;
  /** Its Deployment's name, e.g. `osm-controller`. */
  readonly workload: string;
  readonly isReady: boolean;
  /** False for a pod that is being deleted or has ended (evicted ones stay): it counts for nothing. */
  readonly isActive: boolean;
  /** The list it stands in lacks some pods: it never shows that there is no other one. */
  readonly isFromPart: boolean;
}

/** Every step asks for the replicas: they are worked out once for as long as the list of pods is there. */
const replicasOfPods = new WeakMap<MeshFacts['pods'], Map<Flavour, readonly Replica[]>>();

/** All pods of the control plane, by component, then by name; undefined when the pods could not be read. */
export function replicasOf(mesh: MeshIdentity, pods: MeshFacts['pods']): readonly Replica[] | undefined {
  const list = valueOf(pods);
  if (list === undefined) return undefined;
  const flavour = flavourOf(mesh);
  const known = replicasOfPods.get(pods)?.get(flavour);
  if (known !== undefined) return known;
  const replicas = roles.flatMap((role) => ofRole(list, role, flavour, pods.state === 'partial'));
  replicasOfPods.set(
    pods,
    (replicasOfPods.get(pods) ?? new Map<Flavour, readonly Replica[]>()).set(flavour, replicas),
  );
  return replicas;
}

function ofRole(pods: readonly Pod[], role: Role, flavour: Flavour, isFromPart: boolean): Replica[] {
  return podsOfRole(pods, role, flavour).map((pod) => ({
    pod,
    name: pod.metadata.name,
    role,
    workload: workloadName(role, flavour),
    isReady: conditionOf(pod, 'Ready')?.status === 'True',
    isFromPart,
    isActive:
      pod.metadata.deletionTimestamp === undefined &&
      pod.status.phase !== 'Failed' &&
      pod.status.phase !== 'Succeeded',
  }));
}

/** A pod's condition by its type. */
export function conditionOf(pod: Pod, type: string): Condition | undefined {
  return pod.status.conditions.find((condition) => condition.type === type);
}

/** Is, or may another replica of the same workload be Ready? Then nothing shows that the workload does not do its work. */
export function mayHaveReadySibling(replica: Replica, all: readonly Replica[]): boolean {
  return (
    replica.isFromPart ||
    all.some((other) => other.name !== replica.name && other.workload === replica.workload && serves(other))
  );
}

/** Does the workload have a Ready replica? */
export function hasReadyReplica(workload: string, all: readonly Replica[]): boolean {
  return all.some((replica) => replica.workload === workload && serves(replica));
}

/**
 * Is it a pod of an earlier template that never got Ready, beside one of a later template? The Deployment removes it as
 * soon as it can: only the newest counts.
 */
export function isSuperseded({ pod, workload, isReady }: Replica, all: readonly Replica[]): boolean {
  const { creationTimestamp } = pod.metadata;
  return (
    !isReady &&
    all.some(
      (other) =>
        other.workload === workload &&
        other.isActive &&
        hashOf(other.pod) !== hashOf(pod) &&
        byTime(other.pod.metadata.creationTimestamp, creationTimestamp) > 0,
    )
  );
}

const hashOf = ({ metadata }: Pod): string => metadata.labels['pod-template-hash'] ?? '';

const serves = ({ isReady, isActive }: Replica): boolean => isReady && isActive;

/** When the pod became Ready, as long as it is. */
export function readySince(replica: Replica): string | undefined {
  return replica.isReady ? conditionOf(replica.pod, 'Ready')?.lastTransitionTime : undefined;
}

/** The last end of a container that is known: of the run that ended now, else of the one before. */
export function lastEnd(status: ContainerStatus): NonNullable<ContainerStatus['lastState']>['terminated'] {
  return status.state?.terminated ?? status.lastState?.terminated;
}

/** Has the container run? One that never did has no probe to answer, and no log. */
export function hasStarted({ pod }: Replica, container: string): boolean {
  const status = containerStatus(pod, container);
  if (status === undefined) return false;
  const { state, lastState, restartCount } = status;
  return [state?.running, state?.terminated, lastState?.terminated].some(Boolean) || restartCount > 0;
}

const loopingRestarts = 3;
const loopingSeconds = 600;

/**
 * Does the container end over and over now? The kubelet says so, or it restarted often and ended within the last ten
 * minutes: between two ends of a loop it may be running, even Ready (kubernetes-api-facts, "crash loop").
 */
export function isLooping(status: ContainerStatus, readAt: string): boolean {
  if (status.state?.waiting?.reason === 'CrashLoopBackOff') return true;
  const since = secondsBetween(lastEnd(status)?.finishedAt, readAt);
  return status.restartCount >= loopingRestarts && since !== undefined && since <= loopingSeconds;
}
