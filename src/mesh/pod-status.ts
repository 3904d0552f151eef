import type { Container, ContainerState, ContainerStatus, Pod } from '#snapshot/kubernetes.ts';

/** One pod as `kubectl get pods` prints it. */
export interface PodStatus {
  /** e.g. `1/2` */
  readonly ready: string;
  /** The STATUS column, e.g. `Init:CrashLoopBackOff`. */
  readonly status: string;
  readonly restarts: number;
  /** End of the last run before a restart, of the containers that `restarts` counts; RFC 3339. */
  readonly lastRestartAt?: string;
  /** The pod's own Ready condition. */
  readonly isReady: boolean;
}

/**
 * The columns READY, STATUS and RESTARTS of `kubectl get pods`, as the API server prints them (`printPod` in
 * pkg/printers/internalversion/printers.go of Kubernetes).
 */
export function podStatus(pod: Pod): PodStatus {
  const { spec, status } = pod;
  const init = initialization(pod);
  const isInitializing = init.waitsFor !== undefined && !hasCondition(pod, 'Initialized');
  const running = isInitializing ? [] : status.containerStatuses.filter(isRunningReady);
  return {
    ready: `${running.length + init.readySidecars}/${spec.containers.length + init.sidecars.length}`,
    status: statusColumn(pod, init.waitsFor, isInitializing, running.length > 0),
    ...restartCount(isInitializing ? init.reached : [...init.reachedSidecars, ...status.containerStatuses]),
    isReady: hasCondition(pod, 'Ready'),
  };
}

/** How far the init containers have come. Those behind the one that the Pod waits for do not count. */
interface Initialization {
  /** The STATUS that the Pod waits with, e.g. `Init:1/2`; absent when all are done. */
  readonly waitsFor?: string;
  /** Those that are done, and the one that the Pod waits for. */
  readonly reached: readonly ContainerStatus[];
  /** Names of the native sidecars: init containers that run as long as the Pod (`restartPolicy: Always`). */
  readonly sidecars: readonly string[];
  readonly reachedSidecars: readonly ContainerStatus[];
  readonly readySidecars: number;
}

function initialization({ spec, status }: Pod): Initialization {
  const statuses = status.initContainerStatuses;
  const sidecars = spec.initContainers.filter(isNativeSidecar).map(({ name }) => name);
  const isSidecar = ({ name }: ContainerStatus): boolean => sidecars.includes(name);
  const runs = (container: ContainerStatus): boolean =>
    !isCompleted(container) && isSidecar(container) && container.started === true;
  const index = statuses.findIndex((container) => !isCompleted(container) && !runs(container));
  const reached = index < 0 ? statuses : statuses.slice(0, index + 1);
  const waiting = statuses[index];
  return {
    ...(waiting && { waitsFor: initReason(waiting, index, spec.initContainers.length) }),
    reached,
    sidecars,
    reachedSidecars: reached.filter(isSidecar),
    readySidecars: reached.filter((container) => runs(container) && container.ready).length,
  };
}

function isNativeSidecar({ restartPolicy }: Container): boolean {
  return restartPolicy === 'Always';
}

function isCompleted({ state }: ContainerStatus): boolean {
  return state?.terminated?.exitCode === 0;
}

function initReason({ state }: ContainerStatus, index: number, count: number): string {
  if (state?.terminated) return `Init:${endReason(state.terminated)}`;
  const waiting = state?.waiting?.reason;
  return waiting && waiting !== 'PodInitializing' ? `Init:${waiting}` : `Init:${index}/${count}`;
}

function statusColumn(
  pod: Pod,
  init: string | undefined,
  isInitializing: boolean,
  hasRunning: boolean,
): string {
  const { metadata, status } = pod;
  if (metadata.deletionTimestamp !== undefined) {
    // The reason that the node lifecycle controller sets when the node of the Pod is unreachable.
    if (status.reason === 'NodeLost') return 'Unknown';
    if (status.phase !== 'Succeeded' && status.phase !== 'Failed') return 'Terminating';
  }
  const isGated = status.conditions.some(
    ({ type, reason }) => type === 'PodScheduled' && reason === 'SchedulingGated',
  );
  const base = init ?? (isGated ? 'SchedulingGated' : status.reason || status.phase || 'Unknown');
  if (isInitializing) return base;
  // The printer goes from the last container to the first, and each reason replaces the one before.
  const reason = status.containerStatuses.map(({ state }) => stateReason(state)).find(Boolean) ?? base;
  if (reason === 'Completed' && hasRunning) return hasCondition(pod, 'Ready') ? 'Running' : 'NotReady';
  return reason;
}

function stateReason(state: ContainerState | undefined): string | undefined {
  if (state?.waiting?.reason) return state.waiting.reason;
  return state?.terminated ? endReason(state.terminated) : undefined;
}

function endReason(end: NonNullable<ContainerState['terminated']>): string {
  if (end.reason) return end.reason;
  return end.signal ? `Signal:${end.signal}` : `ExitCode:${end.exitCode}`;
}

function restartCount(containers: readonly ContainerStatus[]): Pick<PodStatus, 'restarts' | 'lastRestartAt'> {
  const restarts = containers.reduce((sum, { restartCount: count }) => sum + count, 0);
  const ends = containers.flatMap(({ lastState }) => lastState?.terminated?.finishedAt ?? []);
  const last = ends.toSorted().at(-1);
  return restarts > 0 && last !== undefined ? { restarts, lastRestartAt: last } : { restarts };
}

function isRunningReady({ ready, state }: ContainerStatus): boolean {
  return stateReason(state) === undefined && ready && state?.running !== undefined;
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
