import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sparkAxis, sparkline, sparkTicks } from '#presentation/sparkline.ts';
import { timeScale } from '#presentation/time-scale.ts';

const start = Date.parse('2026-11-23T09:00:00Z');
const minute = 60_000;
const tenMinutes = timeScale(start, start + 10 * minute, (age) => `${age} ago`);

/** Counts of each minute from the start. */
const perMinute = (...counts: readonly number[]) => ({
  startAt: start,
  bucketMs: minute,
  counts,
  first: start,
  last: start + counts.length * minute - 1,
});

describe('a line over time', () => {
  test('is as high as there were records, and one is never nothing', () => {
    const axis = sparkAxis(tenMinutes, 10, []);
    expect(sparkline(perMinute(0, 1, 7000, 3500, 0, 0, 0, 0, 0, 7000), axis)).toBe('▁▂█▅▁▁▁▁▁█');
  });

  test('has its records before the sign of the end that came in the same moment', () => {
    const axis = sparkAxis(tenMinutes, 11, [start + 3.5 * minute]);
    expect(sparkline(perMinute(0, 0, 0, 4), axis)).toBe('▁▁▁█↻▁▁▁▁▁▁');
  });

  test('puts a lone record where it was, not over the whole bucket', () => {
    const axis = sparkAxis(tenMinutes, 20, []);
    const at = start + 90_000;
    expect(sparkline({ ...perMinute(0, 1), first: at, last: at }, axis)).toBe('▁▁▁█▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁');
  });

  test('shares a bucket that is longer than a cell', () => {
    const axis = sparkAxis(tenMinutes, 10, []);
    const counts = {
      startAt: start,
      bucketMs: 5 * minute,
      counts: [10, 5],
      first: start,
      last: start + 10 * minute,
    };
    expect(sparkline(counts, axis)).toBe('█████▅▅▅▅▅');
  });

  test('restarts that fall together are one sign, and those outside are none', () => {
    const ends = [start + minute, start + 1.05 * minute, start - minute, start + 11 * minute];
    const line = sparkline(perMinute(1), sparkAxis(tenMinutes, 11, ends));
    expect(line).toBe('█▁↻▁▁▁▁▁▁▁▁');
  });

  test('stands on the same columns as its labels, also behind a restart', () => {
    const axis = sparkAxis(tenMinutes, 41, [start + minute]);
    expect(sparkTicks(axis).indexOf('╵09:02')).toBe(9);
    expect(sparkTicks(axis).startsWith('╵09:00')).toBe(true);
  });
});

test('all lines on one axis are of one width, and hold a sign for whatever was counted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 4, max: 80 }),
      fc.integer({ min: 1, max: 60 * 24 * 40 }),
      fc.array(fc.nat(50_000), { minLength: 1, maxLength: 60 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
      (columns, minutes, counts, ends) => {
        const length = minutes * minute;
        const scale = timeScale(start, start + length, (age) => age);
        const axis = sparkAxis(
          scale,
          columns,
          ends.map((at) => start + at * length),
        );
        const bucketMs = length / counts.length;
        const line = sparkline(
          { startAt: start, bucketMs, counts, first: start, last: start + length },
          axis,
        );
        expect(line.length).toBe(axis.cells + axis.restarts.length);
        expect(line.length).toBeLessThanOrEqual(columns);
        expect(line.length).toBeGreaterThan(columns - 3);
        expect(/[▂-█]/u.test(line)).toBe(counts.some((count) => count > 0));
        expect(sparkTicks(axis).length).toBeLessThanOrEqual(line.length);
      },
    ),
    { numRuns: 100 },
  );
});
