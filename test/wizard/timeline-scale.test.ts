import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TimelineEntry } from '#diagnosis/diagnosis.ts';
import { cellOf, timeScale } from '#presentation/time-scale.ts';
import { axisOf, bucketsOf, timelineDataOf, momentsAt, rangeOfCell } from '#wizard/timeline/scale.ts';
import { fakeMesh } from './fakes.ts';

const readAt = '2026-11-23T10:00:00.000Z';
const now = Date.parse(readAt);
const before = (age: string): string => `${age} before`;
const entry = fc.record({
  past: fc.oneof(fc.integer({ min: 0, max: 7_200 }), fc.integer({ min: 0, max: 40_000_000 })),
  lasts: fc.integer({ min: 0, max: 7_200 }),
  count: fc.integer({ min: 1, max: 9_999 }),
});

function entries(made: readonly { past: number; lasts: number; count: number }[]): readonly TimelineEntry[] {
  return made.map(({ past, lasts, count }, index) => {
    const from = now - past * 1_000;
    const to = Math.min(now, from + lasts * 1_000);
    return {
      at: new Date(from).toISOString(),
      kind: 'event',
      subject: { mesh: 'osm', kind: 'Pod', name: `p${index}` },
      text: 'BackOff',
      count,
      ...(to > from ? { until: new Date(to).toISOString() } : {}),
    };
  });
}

describe('the scale of a time line', () => {
  test.each([60_000, 3 * 3_600_000, 3 * 3_600_000 + 1, 400 * 24 * 3_600_000])(
    'finds the time of a place again over %i ms',
    (length) => {
      const scale = timeScale(now - length, now, before);
      for (const place of [0, 0.1, 0.5, 0.9, 1]) {
        expect(scale.at(scale.timeAt(place))).toBeCloseTo(place, 6);
      }
      expect(Math.round(scale.timeAt(0))).toBe(now - length);
    },
  );

  test('tells ages from the moment of reading, also where it ends before that', () => {
    const day = 24 * 3_600_000;
    const labels = timeScale(now - 2 * day, now - day, before, now).ticks.map(({ label }) => label);
    expect(labels).toContain('25h before');
  });
});

test('every entry is in its cells, and the cells together hold what there was', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 10, max: 280 }),
      (made, cells) => {
        const data = timelineDataOf(fakeMesh('osm', 'osm-system', { timeline: entries(made) }), readAt);
        if (data === undefined) throw new Error('nothing happened');
        const { moments, whole } = data;
        const axis = axisOf(whole, cells, before, now);
        const buckets = bucketsOf(axis, moments);
        const total = made.reduce((sum, { count }) => sum + count, 0);
        expect(buckets.reduce((sum, value) => sum + value, 0)).toBeCloseTo(total, 6);
        for (const moment of moments) {
          const cell = cellOf(axis, moment.from);
          expect(momentsAt(axis, moments, cell)).toContain(moment);
          expect(buckets[cell]).toBeGreaterThan(0);
          expect(rangeOfCell(axis, cell).from).toBeLessThanOrEqual(moment.from + 1);
        }
      },
    ),
  );
});

test('two entries that say the same are still two', () => {
  const [one] = entries([{ past: 60, lasts: 0, count: 1 }]);
  if (one === undefined) throw new Error('no entry');
  const data = timelineDataOf(fakeMesh('osm', 'osm-system', { timeline: [one, one] }), readAt);
  expect(new Set(data?.moments.map(({ key }) => key)).size).toBe(2);
});

test('where nothing is known to have happened there is no time line', () => {
  expect(timelineDataOf(fakeMesh(), readAt)).toBeUndefined();
  expect(timelineDataOf(undefined, readAt)).toBeUndefined();
});
