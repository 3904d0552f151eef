import { array, assert, integer, nat, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { fitColumns } from '#presentation/column-widths.ts';

const seed = 20_261_130;
const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);
const columns = array(
  tuple(nat(200), nat(40)).map(([more, least]) => ({ natural: least + more, least })),
  { minLength: 1, maxLength: 6 },
);

test('the widest column gives way first', () => {
  expect(fitColumns([10, 30, 5], [4, 4, 4], 30)).toEqual([10, 15, 5]);
});

test('a column that has little to spare leaves it to the others', () => {
  expect(fitColumns([30, 30], [28, 4], 40)).toEqual([30, 10]);
});

test('columns that fit stay as they are', () => {
  expect(fitColumns([10, 30, 5], [4, 4, 4], 45)).toEqual([10, 30, 5]);
});

test('columns fit into the room, use all of it, and none is below its least width', () => {
  const rule = property(columns, integer({ min: -5, max: 400 }), (all, room) => {
    const [natural, least] = [all.map((column) => column.natural), all.map((column) => column.least)];
    const widths = fitColumns(natural, least, room);
    if (total(least) > room) {
      expect(widths).toBeUndefined();
      return;
    }
    expect(total(widths ?? [])).toBe(Math.min(room, total(natural)));
    for (const [index, width] of (widths ?? []).entries()) {
      expect(width).toBeGreaterThanOrEqual(least[index] ?? 0);
      expect(width).toBeLessThanOrEqual(natural[index] ?? 0);
    }
  });
  assert(rule, { seed });
});

test('a cell of a whole log line takes no longer than one of a screen', () => {
  expect(fitColumns([1e12, 1e12], [4, 4], 100)).toEqual([50, 50]);
});
