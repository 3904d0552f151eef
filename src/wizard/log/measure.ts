import { hardBreak } from '#document/wrap.ts';
import { cleanLine } from '#document/clean.ts';
import { type LogState, type StampForm } from './log-state.ts';
import { type LogRow, type LogText, rowAt } from './rows.ts';

/** Pointer, sign of the record, level. */
export const gutter = 9;

const stampColumns: Readonly<Record<StampForm, number>> = { off: 0, utc: 21, age: 8 };

/** Columns that are left for the text of a line on a screen of that width. */
export function textColumns({ stamps }: Pick<LogState, 'stamps'>, width: number): number {
  return Math.max(10, width - gutter - stampColumns[stamps]);
}

/** Longer lines are shown up to here; `y` copies them whole. */
export const longestShown = 16 * 1024;

/** A line as it may be shown. Only those on the screen, or on the way to it, are ever cleaned. */
export function shownText(row: LogText): string {
  return remember(shown, row, () => cleanLine(row.text.slice(0, longestShown)));
}

/** How many characters of a line are not shown. */
export function hiddenCharacters({ text }: LogText): number {
  return Math.max(0, text.length - longestShown);
}

/** The lines that a text takes when it is wrapped. */
export function wrappedText(row: LogText, columns: number): readonly string[] {
  if (columns !== wrappedColumns) wrapped.clear();
  wrappedColumns = columns;
  return remember(wrapped, row, () => hardBreak(shownText(row), columns));
}

/** Lines on the screen of each row, by its number. */
export function heightsOf(log: LogState, width: number): (index: number) => number {
  const { pane, wrap } = log;
  if (!wrap) return () => 1;
  const columns = textColumns(log, width);
  return (index) => {
    const row: LogRow = rowAt(pane.rows, pane.filter, index);
    return row.kind === 'line' ? wrappedText(row, columns).length : 1;
  };
}

/** More than any screen holds, and few enough to forget them all at once. */
const mostRemembered = 2000;
const shown = new Map<LogText, string>();
const wrapped = new Map<LogText, readonly string[]>();
let wrappedColumns = 0;

function remember<T>(kept: Map<LogText, T>, row: LogText, make: () => T): T {
  const known = kept.get(row);
  if (known !== undefined) return known;
  if (kept.size >= mostRemembered) kept.clear();
  const made = make();
  kept.set(row, made);
  return made;
}
