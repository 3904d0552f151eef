import { hardBreak } from '#presentation/wrap.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import { type LogState, type StampForm } from './state.ts';
import { type LogRow, type TextRow, rowAt } from './rows.ts';

/** Pointer, sign of the record, level. */
const gutter = 9;

/** Narrower screens have no room for the year, nor for what goes on to stand under its start. */
const narrowBelow = 80;

/** A stamp and a space, as wide as the screen allows. */
export function stampColumns(stamps: StampForm, width: number): number {
  const columns = { off: 0, utc: isNarrow(width) ? 15 : 21, age: 8 } satisfies Record<StampForm, number>;
  return columns[stamps];
}

/** Columns that are left for the text of a line on a screen of that width. */
export function textColumns({ stamps }: Pick<LogState, 'stamps'>, width: number): number {
  return Math.max(10, width - gutter - stampColumns(stamps, width));
}

/** Columns before the further lines of a wrapped text. */
export function indentColumns(width: number): number {
  return isNarrow(width) ? 4 : gutter;
}

export function isNarrow(width: number): boolean {
  return width < narrowBelow;
}

/** Longer lines are shown up to here; `y` copies them whole. */
export const longestShown = 16 * 1024;

/** A line as it may be shown. Only those on the screen, or on the way to it, are ever cleaned. */
export function shownText(row: TextRow): string {
  return remember(shown, row, () => sanitizeLine(row.text.slice(0, longestShown)));
}

/** How many characters of a line are not shown. */
export function hiddenCharacters({ text }: TextRow): number {
  return Math.max(0, text.length - longestShown);
}

/** The lines that a text takes when it is wrapped. */
export function wrappedText(row: TextRow, log: Pick<LogState, 'stamps'>, width: number): readonly string[] {
  const [first, further] = [textColumns(log, width), width - indentColumns(width)];
  if (wrappedFor !== `${first} ${further}`) wrapped.clear();
  wrappedFor = `${first} ${further}`;
  return remember(wrapped, row, () => hardBreak(shownText(row), further, first));
}

/** Lines on the screen of each row, by its number. */
export function heightsOf(log: LogState, width: number): (index: number) => number {
  const { pane, wrap } = log;
  if (!wrap) return () => 1;
  return (index) => {
    const row: LogRow = rowAt(pane.rows, pane.filter, index);
    return row.kind === 'line' ? wrappedText(row, log, width).length : 1;
  };
}

/** More than any screen holds, and few enough to forget them all at once. */
const mostRemembered = 2000;
const shown = new Map<TextRow, string>();
const wrapped = new Map<TextRow, readonly string[]>();
let wrappedFor = '';

function remember<T>(kept: Map<TextRow, T>, row: TextRow, make: () => T): T {
  const known = kept.get(row);
  if (known !== undefined) return known;
  if (kept.size >= mostRemembered) kept.clear();
  const made = make();
  kept.set(row, made);
  return made;
}
