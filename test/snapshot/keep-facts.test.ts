import { expect, test } from 'vitest';
import { emptyNamespace, emptySnapshot, forgetFacts } from '#cluster/empty-snapshot.ts';
import { keepFacts } from '#snapshot/keep-facts.ts';
import type { Observed } from '#snapshot/observed.ts';
import type { NamespaceFacts, Snapshot } from '#snapshot/snapshot.ts';

const earlier = '2026-11-23T10:00:00.000Z';
const later = '2026-11-23T10:05:00.000Z';
const stoppedAt = '2026-11-23T10:05:03.000Z';

const read = (at: string): Observed<never[]> => ({ state: 'read', value: [], at });
const log = (at: string): NamespaceFacts['logs'][string] => ({ state: 'absent', at });

function snapshot(readAt: string, facts: Partial<NamespaceFacts>): Snapshot {
  const empty = emptySnapshot({ kind: 'live' }, {}, readAt);
  return { ...empty, namespaces: { 'osm-system': { ...emptyNamespace, ...facts } } };
}

test('what had not come is kept from the reading before, with its own time', () => {
  const before = snapshot(earlier, { pods: read(earlier), events: read(earlier) });
  const stopped = snapshot(later, { pods: read(later) });
  const kept = keepFacts(stopped, before, stoppedAt);
  expect(kept.namespaces['osm-system']).toMatchObject({ pods: { at: later }, events: { at: earlier } });
  expect(kept).toMatchObject({ readAt: stoppedAt, startedAt: later });
});

test('what was never read is cancelled', () => {
  const kept = keepFacts(snapshot(later, { pods: read(later) }), undefined, stoppedAt);
  expect(kept.namespaces['osm-system']).toMatchObject({
    pods: { state: 'read' },
    events: { state: 'cancelled' },
  });
  expect(kept.cluster.deployments).toEqual({ state: 'cancelled' });
  expect(kept.startedAt).toBeUndefined();
});

test('a namespace that was not come to is kept whole', () => {
  const before = snapshot(earlier, { pods: read(earlier) });
  const kept = keepFacts(emptySnapshot({ kind: 'live' }, {}, later), before, stoppedAt);
  expect(kept.namespaces['osm-system']?.pods).toEqual(read(earlier));
});

test('logs of pods that are gone are not kept, those that nobody asked for yet are', () => {
  const logs = { 'old/osm/current': log(earlier), 'same/osm/current': log(earlier) };
  const before = snapshot(earlier, { pods: read(earlier), logs });
  const asked = snapshot(later, {
    pods: read(later),
    logs: { 'same/osm/current': { state: 'pending' }, 'new/osm/current': { state: 'pending' } },
  });
  expect(keepFacts(asked, before, stoppedAt).namespaces['osm-system']?.logs).toEqual({
    'same/osm/current': log(earlier),
    'new/osm/current': { state: 'cancelled' },
  });
  expect(keepFacts(snapshot(later, {}), before, stoppedAt).namespaces['osm-system']?.logs).toEqual(logs);
});

test('a step that was read again and stopped has its old facts', () => {
  const before = snapshot(earlier, { pods: read(earlier), events: read(earlier) });
  const stopped = { ...forgetFacts(before, new Set(['events'] as const)), readAt: later, startedAt: later };
  expect(keepFacts(stopped, before, stoppedAt).namespaces['osm-system']?.events).toEqual(read(earlier));
});
