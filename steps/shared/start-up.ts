import { containerStatus } from '#mesh/pod-status.ts';
import { flavourOf } from '#mesh/flavours.ts';
import type { MeshIdentity } from '#mesh/identity.ts';
import { isBefore } from '#mesh/version.ts';
import type { Container, ContainerStatus, Pod } from '#snapshot/kubernetes.ts';
import { byTime, secondsBetween } from './order.ts';
import { conditionOf, lastEnd, readySince, type Replica } from './replicas.ts';

/** Longest regular start: up to 90 s for the repo and up to 90 s for the base code (facts §2.4). */
const startUpSeconds = 180;

/** How long after its creation a pod may take until its probes pass: a start, or the probes' own window if longer. */
function probeWindowSeconds(pod: Pod): number {
  return Math.max(startUpSeconds, ...pod.spec.containers.map(windowOf));
}

/** How long after its start the kubelet has patience with a container: the longest of its probes. */
function windowOf({ livenessProbe, readinessProbe, startupProbe }: Container): number {
  const windows = [livenessProbe, readinessProbe, startupProbe].map((probe) =>
    probe === undefined ? 0 : probe.initialDelaySeconds + probe.periodSeconds * probe.failureThreshold,
  );
  return Math.max(...windows);
}

/** Is the pod, at `at`, still inside the time that a regular start takes? */
export function isStarting(pod: Pod, at: string | undefined): boolean {
  const age = secondsBetween(pod.status.startTime ?? pod.metadata.creationTimestamp, at);
  return age !== undefined && age <= probeWindowSeconds(pod);
}

/** The same for a pod of which no container was restarted: a rollout or a scale-up brings it, and the others serve. */
export function isFirstStart(pod: Pod, at: string | undefined): boolean {
  return isStarting(pod, at) && pod.status.containerStatuses.every(({ restartCount }) => restartCount === 0);
}

/** What a container waits for that is about to start. */
const beforeStart: ReadonlySet<string> = new Set(['ContainerCreating', 'PodInitializing']);

/**
 * Is the pod on its way up: young, scheduled or not looked at yet, nothing restarted, nothing that waits for want of an
 * image or a configuration? Of a first installation every pod is, and nobody serves in its place.
 */
export function isComingUp({ pod, isReady }: Replica, at: string | undefined): boolean {
  const { containerStatuses, initContainerStatuses, conditions } = pod.status;
  const waits = [...initContainerStatuses, ...containerStatuses].map(
    ({ state }) => state?.waiting?.reason ?? 'ContainerCreating',
  );
  return (
    !isReady &&
    isFirstStart(pod, at) &&
    initContainerStatuses.every(({ restartCount, state }) => restartCount === 0 && !hasFailed(state)) &&
    containerStatuses.every((status) => !hasFailed(status.state) && isInWindow(status, pod, at)) &&
    waits.every((reason) => beforeStart.has(reason)) &&
    !conditions.some(({ type, reason }) => type === 'PodScheduled' && reason === 'Unschedulable')
  );
}

/** A container that runs longer than its probes wait, and is not Ready, is no longer starting. */
function isInWindow({ name, ready, state }: ContainerStatus, { spec }: Pod, at: string | undefined): boolean {
  const container = spec.containers.find((item) => item.name === name);
  const seconds = secondsBetween(state?.running?.startedAt, at);
  return ready || container === undefined || seconds === undefined || seconds <= windowOf(container);
}

const hasFailed = (state: ContainerStatus['state']): boolean =>
  state?.terminated !== undefined && state.terminated.exitCode !== 0;

/**
 * Is the container's only restart the harmless one of a controller that asked for its repo before that was up? From 1.3
 * on the wait ends at the first refused connection, and the process with a fatal line and exit 1; the next start finds
 * the repo (facts §2.4, "v1.3 nuance").
 */
export function isHarmlessFirstRestart(replica: Replica, container: string, mesh: MeshIdentity): boolean {
  const flavour = flavourOf(mesh);
  const status = containerStatus(replica.pod, container);
  const end = status && lastEnd(status);
  if (!end || !replica.isReady || flavour.repoContainer === undefined) return false;
  if (container !== flavour.mainContainer.controller || isBefore(mesh.version, '1.3.0')) return false;
  return status.restartCount === 1 && end.exitCode === 1 && isStarting(replica.pod, end.finishedAt);
}

/**
 * Did probes that failed until `lastAt` only fail because the pod was starting? True for a pod that is Ready since, when
 * that was within the time that a start takes and no container was restarted for it.
 */
export function failedOnlyAtStart(replica: Replica, lastAt: string | undefined, mesh: MeshIdentity): boolean {
  const { pod } = replica;
  const ready = readySince(replica);
  if (lastAt === undefined || ready === undefined || byTime(lastAt, ready) > 0) return false;
  const restarted = pod.status.containerStatuses.filter(({ restartCount }) => restartCount > 0);
  return (
    restarted.every(({ name }) => isHarmlessFirstRestart(replica, name, mesh)) && isStarting(pod, lastAt)
  );
}

/** What has to be done before a container runs. */
export type Preparation = 'scheduling' | 'pod' | 'container';

/**
 * Did the pod get past a trouble of its preparation that was last seen at `lastAt`: was it scheduled, did any container
 * of it (volumes and network are there), or the `container` itself, begin after that? Then it was noise (design §4, step 2).
 */
export function gotPast(
  { pod }: Replica,
  preparation: Preparation,
  lastAt: string | undefined,
  container: string,
): boolean {
  const all = [...pod.status.initContainerStatuses, ...pod.status.containerStatuses];
  switch (preparation) {
    case 'scheduling': {
      const scheduled = conditionOf(pod, 'PodScheduled');
      return scheduled?.status === 'True' && byTime(scheduled.lastTransitionTime, lastAt) >= 0;
    }
    case 'pod':
      return all.some((status) => startedSince(status, lastAt) || waitsForImage(status));
    case 'container':
      return all.some((status) => status.name === container && startedSince(status, lastAt));
    default:
      return preparation satisfies never;
  }
}

function startedSince({ state, lastState }: ContainerStatus, lastAt: string | undefined): boolean {
  const starts = [state?.running, state?.terminated, lastState?.terminated].map((run) => run?.startedAt);
  return starts.some((start) => start !== undefined && byTime(start, lastAt) >= 0);
}

/** Images are pulled when volumes and network are there. */
function waitsForImage({ state }: ContainerStatus): boolean {
  const reason = state?.waiting?.reason ?? '';
  return reason !== '' && !['ContainerCreating', 'PodInitializing'].includes(reason);
}
