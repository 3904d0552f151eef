import type { ContainerState, ContainerStatus, Pod } from '#snapshot/kubernetes.ts';

/** One pod as `kubectl get pods` prints it. */
export interface PodStatus {
  /** e.g. `1/2` */
  readonly ready: string;
  /** The STATUS column, e.g. `Init:CrashLoopBackOff`. */
  readonly status: string;
  readonly restarts: number;
  /** End of the last terminated run of a counted container, RFC 3339. */
  readonly lastRestartAt?: string;
  /** The pod's own Ready condition. */
  readonly isReady: boolean;
}

interface Count {
  readonly restarts: number;
  readonly lastRestartAt?: string;
}

/** The columns of `kubectl get pods` (the rules of its table printer). */
export function podStatus(pod: Pod): PodStatus {
  const { status, spec } = pod;
  const native = status.initContainerStatuses.filter(isStartedSidecar);
  const init = initReason(pod);
  const isInitializing = init !== undefined && !hasCondition(pod, 'Initialized');
  const counted = isInitializing ? status.initContainerStatuses : [...native, ...status.containerStatuses];
  const running = isInitializing ? [] : status.containerStatuses.filter(isRunningReady);
  const ready = running.length + native.filter((container) => container.ready).length;
  return {
    ready: `${ready}/${spec.containers.length + native.length}`,
    status: statusColumn(pod, init, isInitializing, running.length > 0),
    ...restartCount(counted),
    isReady: hasCondition(pod, 'Ready'),
  };
}

function statusColumn(
  pod: Pod,
  init: string | undefined,
  isInitializing: boolean,
  hasRunning: boolean,
): string {
  const { metadata, status } = pod;
  if (metadata.deletionTimestamp !== undefined) {
    if (status.reason === 'NodeLost') return 'Unknown';
    if (status.phase !== 'Succeeded' && status.phase !== 'Failed') return 'Terminating';
  }
  const gated = status.conditions.some(
    ({ type, reason }) => type === 'PodScheduled' && reason === 'SchedulingGated',
  );
  const base = init ?? (gated ? 'SchedulingGated' : (status.reason ?? status.phase ?? 'Unknown'));
  if (isInitializing) return base;
  // The first container that has something to say wins: kubectl walks them from the last to the first.
  const said = status.containerStatuses.map(({ state }) => stateReason(state)).find(Boolean);
  const reason = said ?? base;
  if (reason === 'Completed' && hasRunning) return hasCondition(pod, 'Ready') ? 'Running' : 'NotReady';
  return reason;
}

/** What the first unfinished init container says; undefined when all are done. */
function initReason(pod: Pod): string | undefined {
  const statuses = pod.status.initContainerStatuses;
  const index = statuses.findIndex(
    (container) => container.state?.terminated?.exitCode !== 0 && !isStartedSidecar(container),
  );
  const state = statuses[index]?.state;
  if (index < 0) return undefined;
  if (state?.terminated) return `Init:${endReason(state.terminated)}`;
  const waiting = state?.waiting?.reason;
  if (waiting && waiting !== 'PodInitializing') return `Init:${waiting}`;
  return `Init:${index}/${pod.spec.initContainers.length}`;
}

function stateReason(state: ContainerState | undefined): string | undefined {
  if (state?.waiting?.reason) return state.waiting.reason;
  return state?.terminated ? endReason(state.terminated) : undefined;
}

function endReason(end: NonNullable<ContainerState['terminated']>): string {
  if (end.reason) return end.reason;
  return end.signal ? `Signal:${end.signal}` : `ExitCode:${end.exitCode}`;
}

function restartCount(containers: readonly ContainerStatus[]): Count {
  const restarts = containers.reduce((sum, { restartCount: count }) => sum + count, 0);
  const ends = containers.flatMap(({ lastState }) => lastState?.terminated?.finishedAt ?? []);
  const last = ends.toSorted().at(-1);
  return restarts > 0 && last !== undefined ? { restarts, lastRestartAt: last } : { restarts };
}

function isRunningReady(container: ContainerStatus): boolean {
  return (
    stateReason(container.state) === undefined && container.ready && container.state?.running !== undefined
  );
}

/**
 * A native sidecar (an init container that keeps running) counts as a container. Its restart policy is not in the
 * snapshot; only such a container is both running and started.
 */
function isStartedSidecar(container: ContainerStatus): boolean {
  return container.state?.running !== undefined && container.started === true;
}

function hasCondition(pod: Pod, type: string): boolean {
  return pod.status.conditions.some((condition) => condition.type === type && condition.status === 'True');
}

/** The status of a container or init container of a Pod, by its name. */
export function containerStatus({ status }: Pod, container: string): ContainerStatus | undefined {
  return [...status.initContainerStatuses, ...status.containerStatuses].find(
    ({ name }) => name === container,
  );
}
