import { describe, expect, test } from 'vitest';
import { lineText, lineWidth } from '#components/line.ts';
import { asciiSymbols, unicodeSymbols } from '#components/symbols.ts';
import { heightOf, labelColumns, timelineLines } from '#components/timeline-lines.ts';

const row = {
  label: 'log 9',
  buckets: [0, 1, 0, 3, 100, 0],
  style: 'critical',
  selected: true,
} as const;
const other = { label: 'rollout 1', buckets: [1, 0, 0, 0, 0, 0], style: 'plain', selected: false } as const;
const ticks = [
  { cell: 0, label: '9' },
  { cell: 1, label: 'hidden' },
  { cell: 4, label: 'x' },
];

describe('a time line', () => {
  test('tells by height how much there was, in every row for itself', () => {
    expect(timelineLines([row, other], ticks, 6, undefined, 12, unicodeSymbols).map(lineText)).toEqual([
      '▸ log 9      ▂ ▃█ ',
      '  rollout 1 █     ',
      '            ╵9  ╵x',
    ]);
  });

  test('has a form without Unicode', () => {
    expect(timelineLines([row, other], ticks, 6, undefined, 12, asciiSymbols).map(lineText)).toEqual([
      '> log 9      : -@ ',
      '  rollout 1 @     ',
      "            '9  'x",
    ]);
  });

  test('shows the cursor as a bar through all rows, and the cell under it inverted', () => {
    const [first, second] = timelineLines([row, other], ticks, 6, 4, 12, unicodeSymbols);
    expect(first).toContainEqual({ text: '█', style: 'inverse' });
    expect(second?.map(({ text }) => text).join('')).toBe('  rollout 1 █   │ ');
  });

  test.each([60, 300])('is as wide as its cells and its labels at %i columns', (width) => {
    const left = labelColumns(['プローブ失敗 12', 'log 9'], width);
    const cells = width - left;
    const lines = timelineLines(
      [{ ...row, label: 'プローブ失敗 12' }],
      ticks,
      cells,
      3,
      left,
      unicodeSymbols,
    );
    expect(lines.map(lineWidth)).toEqual([width, width]);
  });

  test.each([
    [0, 10, 0],
    [1, 1, 8],
    [1, 7267, 1],
    [7267, 7267, 8],
    [0.01, 10, 1],
  ])('%d of at most %d is height %i of 8', (value, most, height) => {
    expect(heightOf(value, most, 8)).toBe(height);
  });
});
