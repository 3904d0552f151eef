/** Smaller terminals get a note instead of a screen. */
export const least = { columns: 60, rows: 15 } as const;
/** Rows that are always there: header, tabs, the rule below them, footer. */
export const fixedRows = 4;
/** From here on, list and detail stand side by side. */
const wideFrom = 110;

/** Of the whole terminal. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

export type Shape = 'too-small' | 'narrow' | 'wide';

export function shapeOf({ columns, rows }: TerminalSize): Shape {
  if (columns < least.columns || rows < least.rows) return 'too-small';
  return columns >= wideFrom ? 'wide' : 'narrow';
}

/** Most lines that each part above the list may take. */
export interface HeadHeights {
  readonly headline: number;
  readonly command: number;
  readonly sentence: number;
}

/** What is wrong is told first on any terminal; the command follows where there is room. */
export function headHeights(rows: number): HeadHeights {
  if (rows < 24) return { headline: 1, command: 0, sentence: 1 };
  return { headline: 2, command: rows < 30 ? 0 : 1, sentence: 2 };
}

/** Columns of the two halves, with three between them. */
export function halves(columns: number): { readonly left: number; readonly right: number } {
  const left = Math.floor((columns - 3) * 0.48);
  return { left, right: columns - 3 - left };
}

/**
 * Shares `height` lines between a list and the pane under it (its title is counted here). In an open finding the
 * pane is what is read; otherwise the list comes first and takes what the pane does not need.
 */
export function shareHeight(
  height: number,
  rows: number,
  paneLines: number,
  reading: 'list' | 'pane',
): { readonly list: number; readonly pane: number } {
  const free = height - 1;
  const wanted = Math.max(1, rows);
  const most =
    reading === 'pane'
      ? Math.max(1, Math.min(5, Math.floor(free / 4)))
      : Math.max(Math.ceil(free / 2), free - paneLines);
  const list = Math.max(1, Math.min(wanted, most));
  return { list, pane: Math.max(0, free - list) };
}
