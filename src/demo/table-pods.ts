import { at, listAt, numberAt, textAt } from './field.ts';
import { ageOf } from './human-duration.ts';
import type { KubeObject } from './scenario.ts';

/** The cells of a pod's row; follows `printPod` of the API server. */
export function podCells(pod: KubeObject, now: number): unknown[] {
  const { ready, total, status, restarts } = podSummary(pod, now);
  const gates = listAt(pod, 'spec.readinessGates');
  return [
    pod.metadata.name,
    `${ready}/${total}`,
    status,
    restarts,
    ageOf(pod.metadata.creationTimestamp, now),
    textAt(pod, 'status.podIP') || '<none>',
    textAt(pod, 'spec.nodeName') || '<none>',
    textAt(pod, 'status.nominatedNodeName') || '<none>',
    gates.length === 0
      ? '<none>'
      : `${gates.filter((gate) => isConditionTrue(pod, textAt(gate, 'conditionType'))).length}/${gates.length}`,
  ];
}

interface PodSummary {
  readonly ready: number;
  readonly total: number;
  readonly status: string;
  readonly restarts: string;
}

/** Restarts of containers and the end of the last run before a restart. */
class RestartCounter {
  count = 0;
  #last = '';

  add(container: unknown): void {
    this.count += numberAt(container, 'restartCount');
    const finishedAt = textAt(container, 'lastState.terminated.finishedAt');
    if (finishedAt > this.#last) this.#last = finishedAt;
  }

  print(now: number): string {
    return this.count === 0 || this.#last === ''
      ? String(this.count)
      : `${this.count} (${ageOf(this.#last, now)} ago)`;
  }
}

function podSummary(pod: KubeObject, now: number): PodSummary {
  const conditions = listAt(pod, 'status.conditions');
  const isTrue = (type: string): boolean => isConditionTrue(pod, type);
  const sidecars = new Set(listAt(pod, 'spec.initContainers').filter(isRestartable).map(nameOf));
  let status = textAt(pod, 'status.reason') || textAt(pod, 'status.phase');
  if (
    conditions.some(
      (condition) =>
        textAt(condition, 'type') === 'PodScheduled' && textAt(condition, 'reason') === 'SchedulingGated',
    )
  )
    status = 'SchedulingGated';

  let ready = 0;
  const initRestarts = new RestartCounter();
  const restarts = new RestartCounter();
  let initializing: string | undefined;
  const initCount = listAt(pod, 'spec.initContainers').length;
  for (const [index, container] of listAt(pod, 'status.initContainerStatuses').entries()) {
    initRestarts.add(container);
    if (sidecars.has(nameOf(container))) restarts.add(container);
    if (
      at(container, 'state.terminated') !== undefined &&
      numberAt(container, 'state.terminated.exitCode') === 0
    )
      continue;
    if (sidecars.has(nameOf(container)) && at(container, 'started') === true) {
      if (at(container, 'ready') === true) ready += 1;
      continue;
    }
    initializing = initStatus(container, index, initCount);
    break;
  }
  const total = listAt(pod, 'spec.containers').length + sidecars.size;
  status = initializing ?? status;
  const shown = initializing !== undefined && !isTrue('Initialized') ? initRestarts : restarts;
  if (shown === restarts) {
    let hasRunning = false;
    for (const container of listAt(pod, 'status.containerStatuses').toReversed()) {
      restarts.add(container);
      const reason = containerStatus(container);
      if (reason !== undefined) {
        status = reason;
      } else if (at(container, 'ready') === true && at(container, 'state.running') !== undefined) {
        hasRunning = true;
        ready += 1;
      }
    }
    if (status === 'Completed' && hasRunning) status = isTrue('Ready') ? 'Running' : 'NotReady';
  }
  if (pod.metadata.deletionTimestamp !== undefined) {
    const isOver = ['Succeeded', 'Failed'].includes(textAt(pod, 'status.phase'));
    if (textAt(pod, 'status.reason') === 'NodeLost') status = 'Unknown';
    else if (!isOver) status = 'Terminating';
  }
  return { ready, total, status, restarts: shown.print(now) };
}

/** Why an init container keeps the pod waiting. */
function initStatus(container: unknown, index: number, count: number): string {
  if (at(container, 'state.terminated') !== undefined) return `Init:${terminationStatus(container)}`;
  const waiting = textAt(container, 'state.waiting.reason');
  return waiting !== '' && waiting !== 'PodInitializing' ? `Init:${waiting}` : `Init:${index}/${count}`;
}

function containerStatus(container: unknown): string | undefined {
  const waiting = textAt(container, 'state.waiting.reason');
  if (waiting !== '') return waiting;
  return at(container, 'state.terminated') === undefined ? undefined : terminationStatus(container);
}

function terminationStatus(container: unknown): string {
  const signal = numberAt(container, 'state.terminated.signal');
  const exit =
    signal === 0 ? `ExitCode:${numberAt(container, 'state.terminated.exitCode')}` : `Signal:${signal}`;
  return textAt(container, 'state.terminated.reason') || exit;
}

function isConditionTrue(pod: KubeObject, type: string): boolean {
  return listAt(pod, 'status.conditions').some(
    (condition) => textAt(condition, 'type') === type && textAt(condition, 'status') === 'True',
  );
}

function isRestartable(container: unknown): boolean {
  return textAt(container, 'restartPolicy') === 'Always';
}

function nameOf(container: unknown): string {
  return textAt(container, 'name');
}
