import type { StepInput } from '#diagnosis/check.ts';
import type { ContainerStatus } from '#snapshot/kubernetes.ts';
import { guideKubectl } from '#steps/shared/kubectl.ts';
import { lastEnd, type Replica } from '#steps/shared/replicas.ts';
import type { PlacedEvent } from './event-troubles.ts';
import type { EventsObserved } from './observe.ts';
import { stateText } from './state-troubles.ts';
import { troubleKey } from './trouble.ts';
import type { EventRow, ContainerStateRow, EventsDetail } from './rows.ts';

/** The tables of step 2: the events as `kubectl describe` shows them, and the state of every container. */
export function eventsDetail(
  { mesh }: StepInput,
  { replicas, events, findings }: EventsObserved,
): EventsDetail {
  return {
    events: events.map((item) => eventRow(item, findings)),
    states: replicas.flatMap(stateRows),
    guideCommands: replicas.map(({ name }) => guideKubectl(mesh.namespace, 'describe pod', name)),
  };
}

function eventRow({ event, trouble }: PlacedEvent, findings: EventsObserved['findings']): EventRow {
  const { type, reason, message, count, reporter, regarding, firstAt, lastAt } = event;
  const found = trouble && findings.get(troubleKey(trouble));
  return {
    type,
    reason,
    message,
    count,
    from: reporter,
    object: `${regarding.kind}/${regarding.name}`,
    ...(firstAt === undefined ? {} : { firstAt }),
    ...(lastAt === undefined ? {} : { lastAt }),
    ...(found ? { finding: found.code, severity: found.severity } : {}),
  };
}

function stateRows({ pod, name }: Replica): readonly ContainerStateRow[] {
  return [
    ...pod.status.initContainerStatuses.map((status) => stateRow(name, status, true)),
    ...pod.status.containerStatuses.map((status) => stateRow(name, status, false)),
  ];
}

function stateRow(pod: string, status: ContainerStatus, init: boolean): ContainerStateRow {
  const { state, lastState, restartCount: restarts } = status;
  const since = state?.running?.startedAt ?? lastEnd(status)?.finishedAt;
  return {
    pod,
    container: status.name,
    init,
    state: stateText(state),
    ...(since === undefined ? {} : { since }),
    ...(lastState?.terminated
      ? { last: stateText({ terminated: lastState.terminated } as typeof lastState) }
      : {}),
    restarts,
  };
}
