import type { CheckInput } from '#diagnosis/check.ts';
import type { EventRecord } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import { byTime, compareText } from '#steps/shared/order.ts';
import { containerOf, parseProbeEvent } from '#steps/shared/probe-event.ts';
import type { Replica } from '#steps/shared/replicas.ts';
import { failedOnlyAtStart, gotPast } from '#steps/shared/start-up.ts';
import { evidenceOf } from '#steps/shared/subjects.ts';
import { type Classified, classify } from './event-classes.ts';
import { type Place, placeOf } from './place.ts';
import { fullReplicaSets } from './replica-set-troubles.ts';
import { type Trouble, trouble } from './trouble.ts';

/** An event of the control plane, and what it says when it says anything. */
export interface PlacedEvent {
  readonly event: EventRecord;
  readonly place: Place;
  readonly trouble?: Trouble;
}

/** The events of control-plane objects, oldest first. */
export function placedEvents(
  input: CheckInput<'events' | 'replicaSets'>,
  replicas: readonly Replica[] | undefined,
  knowsAllPods: boolean,
): readonly PlacedEvent[] {
  const { mesh, facts } = input;
  const full = fullReplicaSets(input);
  return (valueOf(facts.events) ?? [])
    .flatMap((event) => {
      const place = placeOf(event.regarding, mesh, replicas, knowsAllPods);
      if (!place) return [];
      const found = troubleOf(event, place);
      return [{ event, place, ...(found ? { trouble: found } : {}) }];
    })
    .toSorted((a, b) => byTime(a.event.lastAt, b.event.lastAt) || compareText(textOf(a), textOf(b)));

  function troubleOf(event: EventRecord, place: Place): Trouble | undefined {
    const { kind, name } = place.subject;
    const { reason, message, firstAt, lastAt, count } = event;
    const object = { kind, namespace: mesh.namespace, name };
    const evidence = evidenceOf('events', object, reason, message, lastAt, firstAt);
    const found = classify(event, place, evidence);
    if (!found || !isOver(event, place, found)) return found?.trouble;
    const params = { reason, message, count };
    return trouble('transient-event', place, containerOf(event), params, {
      rank: 0,
      evidence: [evidence],
      lastAt,
    });
  }

  /** Noise of a start that went well (design §4, step 2), or of a ReplicaSet that got its pods after all. */
  function isOver(event: EventRecord, { replica, subject }: Place, found: Classified): boolean {
    if (found.trouble.code === 'create-rejected') return full?.has(subject.name) ?? false;
    if (!replica) return false;
    const { preparation } = found;
    if (preparation !== undefined) return gotPast(replica, preparation, event.lastAt, containerOf(event));
    return parseProbeEvent(event) !== undefined && failedOnlyAtStart(replica, event.lastAt, mesh);
  }
}

function textOf({ event }: PlacedEvent): string {
  return `${event.regarding.kind}/${event.regarding.name} ${event.reason} ${event.message}`;
}
