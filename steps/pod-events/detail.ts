import type { FindingCode } from '#diagnosis/registry.ts';
import type { Severity } from '#diagnosis/severity.ts';
import type { GuideCommands } from '#diagnosis/guide-commands.ts';
import type { StepInput } from '#diagnosis/check.ts';
import type { ContainerStatus } from '#snapshot/kubernetes.ts';
import { guideKubectl } from '#steps/shared/kubectl.ts';
import { lastEnd, type Replica } from '#steps/shared/replicas.ts';
import type { PlacedEvent } from './event-troubles.ts';
import type { EventsObserved } from './observe.ts';
import { stateText } from './state-troubles.ts';
import { troubleKey } from './trouble.ts';

export interface EventRow {
  readonly type: string;
  readonly reason: string;
  readonly firstAt?: string;
  readonly lastAt?: string;
  readonly count: number;
  readonly from: string;
  /** e.g. `Pod/osm-controller-x` */
  readonly object: string;
  readonly message: string;
  /** The finding it led to; undefined for a normal event. */
  readonly finding?: FindingCode;
  readonly severity?: Severity;
}

export interface ContainerStateRow {
  readonly pod: string;
  readonly container: string;
  readonly init: boolean;
  /** e.g. `running`, `waiting: CrashLoopBackOff`, `terminated: Error (exit 1)` */
  readonly state: string;
  readonly since?: string;
  readonly last?: string;
  readonly restarts: number;
}

export interface EventsDetail extends GuideCommands {
  readonly events: readonly EventRow[];
  readonly states: readonly ContainerStateRow[];
}

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
