import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endFill, type Filling, fillEarlier, fillLater, fillStart, takeLines } from '#wizard/log/fill.ts';
import { keptRows } from '#wizard/log/kept.ts';
import { type LogRows, addressAt, rowAt, countRows, indexOfAddress, levelFilters } from '#wizard/log/rows.ts';
import type { LogLine, LogWindow } from '#wizard/ports/ports.ts';
import { numberedLog, summaryOf, windowOf } from './fake-log.ts';

/** The same cases in every run. */
const seed = 20_261_123;

/** Rows as one would read them: line numbers, and gaps with what they say. */
function told({ segments }: LogRows): string {
  return segments
    .flatMap((segment) =>
      segment.kind === 'gap'
        ? [`(${segment.lines ?? '?'})`]
        : segment.chunks.flatMap(({ rows }) => rows.map(({ text }) => /line (\d+)/u.exec(text)?.[1] ?? text)),
    )
    .join(' ');
}

/** Reads one window to its end, in batches. */
function read(
  filling: Filling & { readonly window: LogWindow },
  log: readonly LogLine[],
  batch = 3,
): LogRows {
  const { isCut, lines } = windowOf(log, filling.window);
  let state: Filling = filling;
  for (let at = 0; at < lines.length; at += batch) {
    const taken = takeLines(state, lines.slice(at, at + batch));
    state = taken;
    if (taken.isDone) return endFill(state, false);
  }
  return endFill(state, !isCut);
}

const log = numberedLog(20);

test('what the snapshot keeps stands with its gaps', () => {
  expect(told(keptRows(summaryOf(log, [3, 4, 9, 10]), undefined).rows)).toBe('(2) 3 4 (4) 9 10 (10)');
});

test('a summary that keeps everything has no gap, and no summary is one empty run', () => {
  const numbers = log.map((_, index) => index + 1);
  expect(told(keptRows(summaryOf(log, numbers), undefined).rows)).toBe(numbers.join(' '));
  const none = keptRows(undefined, undefined).rows;
  expect(none.segments).toMatchObject([{ kind: 'run', counts: { all: 0 } }]);
});

describe('a gap is filled', () => {
  const { rows } = keptRows(summaryOf(log, [3, 4, 9, 10]), undefined);

  test('from what is before it, and closes when it meets what is behind it', () => {
    expect(told(read(fillLater(rows, 1), log))).toBe('(2) 3 4 5 6 7 8 9 10 (10)');
  });

  test('from the start of the log', () => {
    expect(told(read(fillStart(rows, 0), log))).toBe('1 2 3 4 (4) 9 10 (10)');
  });

  test('to the end of the log', () => {
    expect(told(read(fillLater(rows, 3), log))).toBe('(2) 3 4 (4) 9 10 11 12 13 14 15 16 17 18 19 20');
  });

  test('from behind by a second, and what is still missing stays a gap', () => {
    const wide = keptRows(summaryOf(log, [1, 20]), undefined).rows;
    const filled = read(fillEarlier(wide, 1, 1)!, log);
    expect(told(filled)).toBe('1 (?) 13 14 15 16 17 18 19 20');
    expect(told(read(fillEarlier(filled, 1, 60)!, log))).toBe(log.map((_, index) => index + 1).join(' '));
  });

  test('as far as the limit goes; the gap then holds fewer lines', () => {
    const filling = fillLater(keptRows(summaryOf(log, [1, 20]), undefined).rows, 0);
    const limited = { ...filling, window: { ...filling.window, limitBytes: 400 } };
    expect(told(read(limited, log))).toBe('1 2 3 4 5 (14) 20');
  });

  test('by nothing, when nothing comes: then it is one gap as before', () => {
    expect(told(read(fillEarlier(rows, 2, 1)!, []))).toBe('(2) 3 4 (?) 9 10 (10)');
    expect(told(read(fillStart(rows, 0), []))).toBe('(2) 3 4 (4) 9 10 (10)');
  });
});

test('whatever is kept and however it is read, in the end every line is there once, in order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(), fc.boolean(), fc.integer({ min: 1, max: 9 })), { maxLength: 30 }),
      (lines, perSecond, kept, steps) => {
        const whole = numberedLog(lines, perSecond);
        const numbers = [...new Set(kept.filter((number) => number <= lines))].toSorted((a, b) => a - b);
        let { rows } = keptRows(summaryOf(whole, numbers), undefined);
        const fillGap = (index: number, isEarlier: boolean, batch: number): void => {
          const earlier = isEarlier ? fillEarlier(rows, index, 2) : undefined;
          const later = rows.segments[index - 1]?.kind === 'run' ? fillLater(rows, index - 1) : undefined;
          rows = read(earlier ?? later ?? fillStart(rows, index), whole, batch);
        };
        const gaps = (): number[] =>
          rows.segments.flatMap((segment, index) => (segment.kind === 'gap' ? [index] : []));
        for (const [pick, isEarlier, batch] of steps) {
          const open = gaps();
          if (open.length === 0) break;
          fillGap(open[pick % open.length]!, isEarlier, batch);
          const seen =
            told(rows)
              .match(/\b\d+\b(?!\))/gu)
              ?.map(Number) ?? [];
          expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => a - b));
        }
        for (let left = gaps(); left.length > 0; left = gaps()) fillGap(left[0]!, false, 5);
        if (numbers.length === 0 && countRows(rows, 'all') === 0) rows = read(fillLater(rows, 0), whole, 5);
        expect(told(rows)).toBe(whole.map((_, index) => index + 1).join(' '));
      },
    ),
    { numRuns: 60, seed },
  );
});

test('a place is the same row under every filter', () => {
  const { rows } = keptRows(
    summaryOf(numberedLog(3000), [2, ...Array.from({ length: 2500 }, (_, i) => i + 400)]),
    undefined,
  );
  for (const filter of levelFilters) {
    const count = countRows(rows, filter);
    for (let index = 0; index < count; index += 7) {
      const place = addressAt(rows, filter, index)!;
      expect(indexOfAddress(rows, filter, place)).toBe(index);
      expect(rowAt(rows, 'all', indexOfAddress(rows, 'all', place))).toBe(rowAt(rows, filter, index));
    }
    expect(addressAt(rows, filter, count)).toBeUndefined();
  }
});
