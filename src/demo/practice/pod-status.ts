import { stamp } from './cluster.ts';
import type { Condition, ContainerStatus, Pod, PodStatus } from './objects.ts';

/** A Pod's status from those of its containers. What did not change keeps its time. */
export function podStatus(
  pod: Pod,
  init: readonly ContainerStatus[],
  main: readonly ContainerStatus[],
  now: number,
): PodStatus {
  const isInitialized = init.every(({ state }) => state.terminated?.exitCode === 0);
  const unready = main.filter(({ ready }) => !ready).map(({ name }) => name);
  const incomplete = init.filter(({ state }) => state.terminated?.exitCode !== 0).map(({ name }) => name);
  const isReady = unready.length === 0 && isInitialized;
  const notReady = {
    reason: 'ContainersNotReady',
    message: `containers with unready status: [${unready.join(' ')}]`,
  };
  const notInitialized = {
    reason: 'ContainersNotInitialized',
    message: `containers with incomplete status: [${incomplete.join(' ')}]`,
  };
  const wanted: Condition[] = [
    condition('PodReadyToStartContainers', true),
    condition('Initialized', isInitialized, notInitialized),
    condition('Ready', isReady, notReady),
    condition('ContainersReady', isReady, notReady),
    condition('PodScheduled', true),
  ];
  const known = pod.status?.conditions ?? [];
  return {
    ...pod.status,
    phase: phaseOf(pod, isInitialized, main),
    conditions: wanted.map((entry) => {
      const before = known.find(({ type }) => type === entry.type);
      const isSame = before?.status === entry.status && before.lastTransitionTime !== undefined;
      return {
        ...entry,
        lastProbeTime: null,
        lastTransitionTime: isSame ? before.lastTransitionTime : stamp(now),
      };
    }),
    ...(init.length > 0 && { initContainerStatuses: init }),
    containerStatuses: main,
  };
}

function condition(type: string, isTrue: boolean, why: Partial<Condition> = {}): Condition {
  return { type, status: isTrue ? 'True' : 'False', ...(!isTrue && why) };
}

function phaseOf({ spec }: Pod, isInitialized: boolean, main: readonly ContainerStatus[]): string {
  const neverRan = ({ state, lastState }: ContainerStatus): boolean =>
    state.waiting !== undefined && lastState.terminated === undefined;
  if (!isInitialized || main.some(neverRan)) return 'Pending';
  const isOver = spec.restartPolicy === 'Never' && main.every(({ state }) => state.terminated !== undefined);
  if (!isOver) return 'Running';
  return main.every(({ state }) => state.terminated?.exitCode === 0) ? 'Succeeded' : 'Failed';
}
