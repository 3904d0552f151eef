import { textWidth } from './text-width.ts';
import { cellOf, type TimeScale } from './time-scale.ts';

/** Nothing, then seven heights. */
const heights = Array.from('▁▂▃▄▅▆▇█');

/** The heights by what is drawn for them where there is no Unicode. */
export const asciiHeights: Readonly<Record<string, string>> = Object.fromEntries(
  heights.map((height, index) => [height, ' .:-=+*#'[index] ?? ' ']),
);

/** Stands behind the cell in which a run ended: its last words are before it. `|` without Unicode. */
const restartSign = '↻';
const tickSign = '╵';

/** How often something happened, in buckets of the same length; times in milliseconds. */
export interface Counts {
  readonly startAt: number;
  readonly bucketMs: number;
  readonly counts: readonly number[];
  /** When it happened first and last: the first and the last bucket reach no further. */
  readonly first: number;
  readonly last: number;
}

/** A stretch of time on so many columns of text, with the signs of restarts in them. */
export interface SparkAxis {
  readonly scale: TimeScale;
  readonly cells: number;
  /** The cells that a restart stands behind, in order; one for each. */
  readonly restarts: readonly number[];
}

/** An axis of `columns`, the signs of restarts (milliseconds) included: all lines drawn on it are of that width. */
export function sparkAxis(scale: TimeScale, columns: number, restarts: readonly number[]): SparkAxis {
  const inside = restarts.filter((time) => scale.at(time) >= 0 && scale.at(time) <= 1);
  let cells = columns - Math.min(inside.length, Math.floor(columns / 2));
  const marked = (): readonly number[] =>
    [...new Set(inside.map((time) => cellOf({ scale, cells }, time)))].toSorted((a, b) => a - b);
  // Restarts that fall together are one sign, which leaves room for more cells.
  while (cells + marked().length < columns) cells += 1;
  while (cells > 1 && cells + marked().length > columns) cells -= 1;
  return { scale, cells, restarts: marked() };
}

/**
 * Counts over time as one line of blocks. No cell with a record in it looks like one without: one beside seven
 * thousand is still seen.
 */
export function sparkline(counts: Counts, axis: SparkAxis): string {
  const values = cellCounts(counts, axis);
  const most = Math.max(...values);
  const levels = heights.length - 1;
  const signs = values.map((value) => {
    if (value <= 0) return heights[0]!;
    const level = Math.ceil((levels * value) / most - 1e-9);
    return heights[Math.max(1, Math.min(levels, level))]!;
  });
  return withRestarts(signs, axis);
}

/** Labels of times under a line, each behind a tick at its place; those that find no room are left out. */
export function sparkTicks(axis: SparkAxis): string {
  const columns = axis.cells + axis.restarts.length;
  let text = '';
  for (const { at, label } of axis.scale.ticks) {
    const cell = Math.max(0, Math.min(axis.cells - 1, Math.floor(at * axis.cells)));
    const column = cell + axis.restarts.filter((restart) => restart < cell).length;
    const used = textWidth(text);
    if ((used > 0 && column < used + 1) || column + 1 + textWidth(label) > columns) continue;
    text += ' '.repeat(column - used) + tickSign + label;
  }
  return text;
}

/** Whether a text is a line over time: nothing that can be read aloud. */
export function isSpark(text: string): boolean {
  return /^[▁-█↻]+$/u.test(text);
}

/** The counts of each cell; a bucket that reaches over several cells is shared among them by time. */
function cellCounts(
  { bucketMs, counts, first, last, startAt }: Counts,
  { cells, scale }: SparkAxis,
): number[] {
  const values = Array.from({ length: cells }, () => 0);
  for (const [index, count] of counts.entries()) {
    if (count === 0) continue;
    const from = Math.max(first, startAt + index * bucketMs);
    const to = Math.max(from, Math.min(last, startAt + (index + 1) * bucketMs - 1));
    const low = cellOf({ scale, cells }, from);
    const high = cellOf({ scale, cells }, to);
    for (let cell = low; cell <= high; cell += 1) values[cell]! += count / (high - low + 1);
  }
  return values;
}

function withRestarts(signs: readonly string[], { restarts }: SparkAxis): string {
  return signs.map((sign, cell) => (restarts.includes(cell) ? sign + restartSign : sign)).join('');
}
