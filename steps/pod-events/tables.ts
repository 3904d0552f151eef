import type { ContainerStateRow, EventRow } from './rows.ts';
import { age, eventAge } from '#presentation/age.ts';
import type { Block, Mark } from '#presentation/blocks.ts';
import type { PresentationInput } from '#presentation/screen-input.ts';

/** Events by object, worst first, and the states of the containers, which outlive them. */
export function eventTables(input: PresentationInput): readonly Block[] {
  const { events, states } = input.diagnosis.steps['pod-events'].detail;
  const objects = [...new Set(events.toSorted(byTrouble).map(({ object }) => object))];
  return [
    ...objects.flatMap((object) => eventTable(object, input)),
    ...(events.length === 0 ? noEvents(input) : []),
    ...stateTable(states, input),
  ];
}

/** As `kubectl describe` prints the events of one object, e.g. `Pod/osm-controller-x`. */
export function eventTable(object: string, { diagnosis, now, texts }: PresentationInput): readonly Block[] {
  const events = diagnosis.steps['pod-events'].detail.events.filter((event) => event.object === object);
  if (events.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: texts.steps['pod-events'].words.labels.eventsOf(object) },
    {
      kind: 'table',
      columns: ['Type', 'Reason', 'Age', 'From', 'Message'],
      rows: events.map(({ count, firstAt, from, lastAt, message, reason, type }) => [
        type,
        reason,
        eventAge(firstAt, lastAt, count, now),
        from,
        message,
      ]),
      marks: events.map(eventMark),
    },
  ];
}

/** What the kubelet keeps of each container: its state, the one before, and its restarts; one table a pod. */
export function stateTable(states: readonly ContainerStateRow[], input: PresentationInput): readonly Block[] {
  const pods = [...new Set(states.map(({ pod }) => pod))];
  return pods.flatMap((pod) =>
    podStateTable(
      pod,
      states.filter((row) => row.pod === pod),
      input,
    ),
  );
}

function podStateTable(
  pod: string,
  states: readonly ContainerStateRow[],
  { now, texts }: PresentationInput,
): readonly Block[] {
  const { columns, labels } = texts.steps['pod-events'].words;
  const withBefore = states.some(({ last }) => last !== undefined);
  return [
    { kind: 'heading', level: 3, text: labels.statesOf(pod) },
    {
      kind: 'table',
      columns: ['CONTAINER', columns.state, ...(withBefore ? [columns.last] : []), 'RESTARTS'],
      rows: states.map(({ container, init, last, restarts, since, state }) => [
        init ? `${container} (${texts.presentation.labels.init})` : container,
        since === undefined ? state : `${state} (${age(since, now)})`,
        ...(withBefore ? [last ?? '-'] : []),
        `${restarts}`,
      ]),
    },
  ];
}

/** An answered empty list; without an answer nothing is said about events. */
function noEvents({ diagnosis, texts }: PresentationInput): readonly Block[] {
  const row = diagnosis.coverage.find(({ fact }) => fact === 'events');
  const isEmpty = row?.state === 'absent' || (row?.state === 'read' && (row.items ?? 0) === 0);
  return isEmpty
    ? [{ kind: 'paragraph', text: texts.steps['pod-events'].words.labels.noEvents, tone: 'dim' }]
    : [];
}

/** A normal event has no mark, so that the eye finds the others. */
function eventMark({ severity }: EventRow): Mark | undefined {
  return severity;
}

function byTrouble(a: EventRow, b: EventRow): number {
  return trouble(b) - trouble(a);
}

function trouble({ severity }: EventRow): number {
  if (severity === 'critical') return 3;
  if (severity === 'warning') return 2;
  return severity === 'info' ? 1 : 0;
}
