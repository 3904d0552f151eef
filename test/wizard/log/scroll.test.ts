import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  down,
  fitted,
  pageDown,
  pageUp,
  type Viewport,
  type ScrollPosition,
  up,
} from '#wizard/log/scroll.ts';

/** The same cases in every run. */
const seed = 20_261_123;

const roomOf = (heights: readonly number[], height: number): Viewport => ({
  total: heights.length,
  height,
  heightOf: (index) => heights[index] ?? 1,
});

/** Which lines of the screen show which row. */
function shown({ skip, top }: ScrollPosition, { height, heightOf, total }: Viewport): readonly number[] {
  const lines: number[] = [];
  for (let row = top; row < total && lines.length < height + skip; row += 1)
    for (let part = 0; part < heightOf(row); part += 1) lines.push(row);
  return lines.slice(skip, skip + height);
}

test('moving down and up keeps the cursor on the screen, page by page as well', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.constantFrom(down, up, pageDown, pageUp), { maxLength: 60 }),
      (heights, height, moves) => {
        const viewport = roomOf(heights, height);
        const lines = heights.reduce((sum, own) => sum + own, 0);
        let standing = fitted({ cursor: 0, top: 0, skip: 0 }, viewport);
        for (const move of moves) {
          standing = move(standing, viewport);
          const screen = shown(standing, viewport);
          expect(screen).toContain(standing.cursor);
          // No empty lines below while there is text above; only a row higher than the screen may end early.
          if (lines >= height && heights.every((own) => own <= height) && heights.every((own) => own === 1))
            expect(screen).toHaveLength(height);
        }
      },
    ),
    { numRuns: 200, seed },
  );
});

test('a row higher than the screen is read line by line, then the next one comes', () => {
  const viewport = roomOf([1, 5, 1], 3);
  let standing = fitted({ cursor: 0, top: 0, skip: 0 }, viewport);
  const seen: string[] = [];
  for (let step = 0; step < 5; step += 1) {
    standing = down(standing, viewport);
    seen.push(`${standing.cursor}@${standing.top}+${standing.skip}`);
  }
  expect(seen).toEqual(['1@1+0', '1@1+1', '1@1+2', '2@1+3', '2@1+3']);
  expect(up(standing, viewport)).toEqual({ cursor: 1, top: 1, skip: 3 });
});

test('only rows near the screen are measured, however many there are', () => {
  const measured = new Set<number>();
  const viewport: Viewport = {
    total: 100_000,
    height: 20,
    heightOf: (index) => {
      measured.add(index);
      return 1 + (index % 3);
    },
  };
  let standing = fitted({ cursor: 50_000, top: 49_990, skip: 0 }, viewport);
  for (const move of [down, up, pageDown, pageUp]) standing = move(standing, viewport);
  expect(measured.size).toBeLessThan(150);
});
