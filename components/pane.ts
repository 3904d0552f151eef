import type { Highlight } from './highlight.ts';
import { emptyLine, type Line } from './line.ts';
import { ruleLine } from './rule-lines.ts';
import { clampScroll } from './scroll.ts';
import type { Symbols } from './symbols.ts';

export interface PaneView {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly scroll: number;
  /** Lines below the title. */
  readonly height: number;
  readonly focused: boolean;
  /** e.g. `1–8 of 45`, when there is more than fits. */
  readonly position: (first: number, last: number, total: number) => string;
  /** Stands there instead of the position. */
  readonly note?: string;
  readonly highlight?: Highlight;
}

/** A titled part of the screen that shows a window of its lines: the title, and `height` lines. */
export function paneLines(pane: PaneView, width: number, symbols: Symbols): readonly Line[] {
  const { title, lines, height, focused, position, highlight = (line) => line } = pane;
  const scroll = clampScroll(pane.scroll, height, lines.length);
  const isWhole = lines.length <= height;
  const { note = isWhole ? '' : position(scroll + 1, scroll + height, lines.length) } = pane;
  const seen = lines.slice(scroll, scroll + height).map((line, index) => highlight(line, scroll + index));
  return [ruleLine({ title, note, focused }, width, symbols), ...filled(seen, height)];
}

/** Exactly so many lines, empty ones at the end. */
export function filled(lines: readonly Line[], height: number): readonly Line[] {
  return Array.from({ length: height }, (_, index) => lines[index] ?? emptyLine);
}
