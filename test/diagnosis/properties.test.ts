import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import { snapshot as snapshotSchema } from '#snapshot/snapshot.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Observed } from '#snapshot/observed.ts';
import {
  checksOf,
  diagnosed,
  essenceOf,
  frozen,
  mapFacts,
  placesOf,
  type Sample,
  samples,
  shifted,
} from './transformations.ts';
import { withOthers } from './unrelated.ts';
import { inTurn, runs } from '../support/matrix.ts';

/** By name: a counterexample that holds a whole snapshot cannot be read. */
const name = fc.constantFrom(...samples.map(({ what }) => what));
const sampleOf = (what: string): Sample => samples.find((item) => item.what === what)!;

const known = new Map<Sample, Diagnosis>();

/** The diagnosis of a sample as it is, made once: each property compares many others with it. */
function diagnosisOf(sample: Sample): Diagnosis {
  const diagnosis = known.get(sample) ?? diagnosed(sample.snapshot);
  known.set(sample, diagnosis);
  return diagnosis;
}

describe('a diagnosis is a function of what is there', () => {
  test.each(samples)('the same facts give the same bytes, and are left alone: $what', ({ snapshot }) => {
    const first = diagnosed(snapshot);
    const copy = diagnosed(frozen(structuredClone(snapshot)));
    expect(copy).toEqual(first);
    expect(JSON.stringify(copy)).toBe(JSON.stringify(first));
  });

  test("somebody else's objects change nothing", () => {
    fc.assert(
      fc.property(name, fc.infiniteStream(fc.constantFrom('first', 'last', 'nowhere')), (what, stream) => {
        const item = sampleOf(what);
        const crowded = withOthers(item.snapshot, () => stream.next().value ?? 'last');
        expect(essenceOf(diagnosed(crowded))).toEqual(essenceOf(diagnosisOf(item)));
      }),
      runs(30),
    );
  });

  test('the order of lists changes nothing', () => {
    fc.assert(
      fc.property(name, fc.infiniteStream(fc.nat()), (what, stream) => {
        const item = sampleOf(what);
        const mixed = shuffled(item.snapshot, () => stream.next().value ?? 0);
        expect(essenceOf(diagnosed(mixed))).toEqual(essenceOf(diagnosisOf(item)));
      }),
      runs(30),
    );
  });

  test('the clock changes nothing but the times', () => {
    const aDecade = 10 * 365 * 24 * 3600;
    fc.assert(
      fc.property(name, fc.integer({ min: -aDecade, max: aDecade }), (what, seconds) => {
        const item = sampleOf(what);
        const later = diagnosed(shifted(item.snapshot, seconds));
        expect(shifted(later, -seconds)).toEqual(diagnosisOf(item));
      }),
      runs(30),
    );
  });
});

const refused: Observed<never> = { state: 'refused', verb: 'list', resource: 'things', group: '' };
const malformed: Observed<never> = {
  state: 'failed',
  error: { kind: 'invalid', message: 'expected string, received number' },
};

describe('what is not known is never taken for good', () => {
  test.each([
    ['refused', refused],
    ['malformed', malformed],
    ['pending', { state: 'pending' } as const],
  ])('%s facts only take away from what is known', (_what, instead) => {
    fc.assert(
      fc.property(partOf, ({ what, lost }) => {
        const item = sampleOf(what);
        const places = new Set(lost);
        const poorer = mapFacts(item.snapshot, (fact, place) => (places.has(place) ? instead : fact));
        expectOnlyLess(item, poorer, lost);
      }),
      runs(60),
    );
  });

  test.each(samples)('one refused fact at a time: $what', (item) => {
    for (const lost of inTurn(placesOf(item.snapshot), samples.indexOf(item), 4)) {
      const poorer = mapFacts(item.snapshot, (fact, place) => (place === lost ? refused : fact));
      expectOnlyLess(item, poorer, [lost]);
    }
  });

  test('lists that lack some items only take away from what is known', () => {
    fc.assert(
      fc.property(partOf, fc.infiniteStream(fc.boolean()), ({ what, lost }, stream) => {
        const item = sampleOf(what);
        const places = new Set(lost);
        const poorer = mapFacts(item.snapshot, (fact, place) =>
          places.has(place) ? cut(fact, () => stream.next().value === true) : fact,
        );
        expectOnlyLess(item, poorer, lost);
      }),
      runs(60),
    );
  });

  test('with nothing readable at all it is not checked, and nothing passes', () => {
    for (const item of samples) {
      const nothing = mapFacts(item.snapshot, () => refused);
      const diagnosis = diagnosed(nothing);
      expect(diagnosis.verdict.exitCode).toBe(4);
      expect([...checksOf(diagnosis).values()]).not.toContain('passed');
    }
  });

  test('any text in any place is survived', () => {
    fc.assert(
      fc.property(name, fc.infiniteStream(fc.nat({ max: 200 })), fc.string(), (what, stream, word) => {
        const item = sampleOf(what);
        const odd = withWord(item.snapshot, () => stream.next().value === 0, word);
        const parsed = snapshotSchema.safeParse(odd);
        if (parsed.success) diagnosed(parsed.data);
      }),
      runs(30),
    );
  });
});

/** A sample and some of its facts. */
const partOf = name.chain((what) =>
  fc.subarray([...placesOf(sampleOf(what).snapshot)], { minLength: 1 }).map((lost) => ({ what, lost })),
);

const allowed: Readonly<Record<number, readonly number[]>> = { 0: [0, 4], 2: [2, 4], 3: [3, 4], 4: [4] };

/** Facts that the verdict does without: without them it may be better, and says what was not looked at. */
const isOptional = (place: string): boolean => /^cluster\/creationFailures$|\/nodes\//.test(place);
/** Facts that show that a trouble is over: without them it may be worse. */
const showsWhatIsOver = (place: string): boolean => place.startsWith('cluster/affectedWorkloads/');

function expectOnlyLess(item: Sample, poorer: Snapshot, lost: readonly string[]): void {
  const before = diagnosisOf(item);
  const after = diagnosed(poorer);
  const note = `${item.what}: without ${lost.join(', ')}`;
  const mayBeBetter = lost.some(isOptional);
  const mayBeWorse = lost.some(showsWhatIsOver);
  expect(
    [
      ...(allowed[before.verdict.exitCode] ?? []),
      ...(mayBeBetter ? [0, 2] : []),
      ...(mayBeWorse ? [2, 3] : []),
    ],
    note,
  ).toContain(after.verdict.exitCode);
  const statuses = checksOf(before);
  const changed = [...checksOf(after)].filter(([check, status]) => {
    const old = statuses.get(check);
    if (mayBeWorse && check.endsWith(' application-pods')) return false;
    return old !== undefined && !['not-checked', 'pending', old].includes(status);
  });
  expect(changed, note).toEqual([]);
}

/** A list of which some items could not be read. */
function cut(fact: Observed<unknown>, isKept: () => boolean): Observed<unknown> {
  if (fact.state !== 'read' || !Array.isArray(fact.value)) return fact;
  const value = fact.value.filter(isKept);
  return { ...fact, state: 'partial', value, missing: [{ kind: 'invalid-items', reason: 'no name' }] };
}

/** Lists of a snapshot in another order; what stands inside of an object keeps its own. */
function shuffled(snapshot: Snapshot, next: () => number): Snapshot {
  const mix = <T>(items: readonly T[]): T[] =>
    items
      .map((value) => ({ value, rank: next() }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ value }) => value);
  const mixed = mapFacts(snapshot, (fact) =>
    fact.state === 'read' && Array.isArray(fact.value) ? { ...fact, value: mix(fact.value) } : fact,
  );
  const turned = <T extends object>(record: T): T => Object.fromEntries(mix(Object.entries(record))) as T;
  return {
    ...mixed,
    cluster: { ...mixed.cluster, apiResources: turned(mixed.cluster.apiResources) },
    namespaces: turned(
      Object.fromEntries(
        Object.entries(mixed.namespaces).map(([name, facts]) => [
          name,
          { ...facts, probes: turned(facts.probes), logs: turned(facts.logs) },
        ]),
      ),
    ),
  };
}

/** Some of the texts replaced. */
function withWord<T>(value: T, isHit: () => boolean, word: string): T {
  if (typeof value === 'string') return (isHit() ? word : value) as T;
  if (Array.isArray(value)) return value.map((inner: unknown) => withWord(inner, isHit, word)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'state' ? inner : withWord(inner, isHit, word),
    ]),
  ) as T;
}
