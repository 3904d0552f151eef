import { describe, expect, test } from 'vitest';
import { bounded, mostCharacters, mostLines } from '#wizard/log/bound.ts';
import { appended, countRows, emptyRun, type LogRows, rowAt } from '#wizard/log/rows.ts';
import type { LogLine } from '#wizard/ports/ports.ts';

const lines = (from: number, count: number): readonly LogLine[] =>
  Array.from({ length: count }, (_, index) => ({ text: `line ${from + index}` }));

const rowsOf = (...segments: LogRows['segments']): LogRows => ({ segments });

describe('the view holds no more than it may', () => {
  test('the oldest lines make room, and the gap counts them', () => {
    let rows = rowsOf({ kind: 'gap', lines: 10 }, emptyRun(1));
    const total = mostLines + 5000;
    for (let at = 0; at < total; at += 1000) {
      const run = rows.segments.at(-1)!;
      if (run.kind === 'gap') throw new Error('the run is gone');
      rows = bounded(rowsOf(...rows.segments.slice(0, -1), appended(run, lines(at, 1000))));
    }
    const [gap] = rows.segments;
    expect(rows.segments).toHaveLength(2);
    const held = countRows(rows, 'all') - 1;
    expect(held).toBeLessThanOrEqual(mostLines);
    expect(held).toBeGreaterThan(mostLines - 2048);
    expect(gap).toEqual({ kind: 'gap', dropped: true, lines: 10 + total - held });
    expect(rowAt(rows, 'all', held)).toMatchObject({ text: `line ${total - 1}` });
  });

  test('a few huge lines are too much, too', () => {
    const huge = { text: 'x'.repeat(mostCharacters / 1500) };
    const run = appended(
      emptyRun(1),
      Array.from({ length: 2048 }, () => huge),
    );
    const rows = bounded(rowsOf(run));
    expect(countRows(rows, 'all')).toBe(1 + 1024);
    expect(rows.segments[0]).toEqual({ kind: 'gap', dropped: true, lines: 1024 });
  });

  test('what fits stays the same object', () => {
    const rows = rowsOf(appended(emptyRun(1), lines(0, 2000)));
    expect(bounded(rows)).toBe(rows);
  });
});

test('adding a line copies one chunk, not the log', () => {
  const before = appended(emptyRun(1), lines(0, 50_000));
  const after = appended(before, lines(50_000, 1));
  const shared = before.chunks.filter((chunk) => after.chunks.includes(chunk));
  expect(shared.length).toBe(before.chunks.length - 1);
});

test('a stack belongs to the panic above it, until the next record', () => {
  const run = appended(emptyRun(1), [
    { text: '{"level":"info","message":"fine"}' },
    { text: 'panic: boom' },
    { text: 'goroutine 1 [running]:' },
    { text: 'main.main()' },
    { text: '{"level":"info","message":"again"}' },
    { text: 'no level' },
  ]);
  expect(run.counts).toEqual({ all: 6, warn: 3, error: 3 });
});
