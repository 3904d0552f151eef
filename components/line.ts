import { isPrintableAscii } from '#presentation/graphemes.ts';
import type { Mark } from '#presentation/blocks.ts';
import { textWidth, graphemesOf } from '#presentation/text-width.ts';

export type Style = 'plain' | 'dim' | 'strong' | 'command' | 'inverse' | Mark;

export interface Span {
  readonly text: string;
  readonly style: Style;
  /** Set where a search found something; `current` where the person is. */
  readonly match?: 'current' | 'other';
  /** Where it leads, for terminals that have links: an address of ours, printable ASCII. */
  readonly link?: string;
}

/** One row of the screen. Its spans hold no line breaks and no control characters. */
export type Line = readonly Span[];

export const emptyLine: Line = [];

export function span(text: string, style: Style = 'plain'): Span {
  return { text, style };
}

export function plainLine(text: string, style: Style = 'plain'): Line {
  return [span(text, style)];
}

export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + textWidth(text), 0);
}

export function lineText(line: Line): string {
  return line.map(({ text }) => text).join('');
}

/** Do two lines look the same? */
export function isSameLine(a: Line, b: Line): boolean {
  return a === b || (a.length === b.length && a.every((part, index) => isSameSpan(part, b[index])));
}

function isSameSpan(a: Span, b: Span | undefined): boolean {
  return (
    b !== undefined && a.text === b.text && a.style === b.style && a.match === b.match && a.link === b.link
  );
}

/** As many whole characters from the start as fit. */
export function takeColumns(text: string, columns: number): string {
  if (isPrintableAscii(text)) return text.slice(0, Math.max(0, columns));
  let taken = '';
  let width = 0;
  for (const grapheme of graphemesOf(text)) {
    width += textWidth(grapheme);
    if (width > columns) break;
    taken += grapheme;
  }
  return taken;
}

/** As many whole characters from the end as fit. */
function takeLastColumns(text: string, columns: number): string {
  let taken = '';
  let width = 0;
  for (const grapheme of graphemesOf(text).toReversed()) {
    width += textWidth(grapheme);
    if (width > columns) break;
    taken = grapheme + taken;
  }
  return taken;
}

/** Cuts at the end; `ellipsis` says that something is missing. */
export function cut(text: string, columns: number, ellipsis: string): string {
  if (textWidth(text) <= columns) return text;
  if (columns < 1) return '';
  return takeColumns(text, columns - textWidth(ellipsis)) + ellipsis;
}

/** Cuts in the middle: of a pod's name both ends tell something. */
export function cutMiddle(text: string, columns: number, ellipsis: string): string {
  if (textWidth(text) <= columns) return text;
  const room = columns - textWidth(ellipsis);
  if (room < 2) return cut(text, columns, ellipsis);
  const tail = Math.floor(room / 2);
  return takeColumns(text, room - tail) + ellipsis + takeLastColumns(text, tail);
}

/** A line of exactly `columns`: cut or padded. Every row that is drawn went through here. */
export function fitLine(line: Line, columns: number, ellipsis: string): Line {
  const width = lineWidth(line);
  if (width <= columns) {
    return width === columns ? line : [...line, span(' '.repeat(columns - width))];
  }
  const fitted: Span[] = [];
  let room = columns;
  for (const [index, part] of line.entries()) {
    const own = textWidth(part.text);
    const isLast = index === line.length - 1;
    if (own < room || (own === room && isLast)) {
      fitted.push(part);
      room -= own;
      continue;
    }
    fitted.push({ ...part, text: cut(`${part.text} `, room, ellipsis) });
    break;
  }
  const rest = columns - lineWidth(fitted);
  return rest > 0 ? [...fitted, span(' '.repeat(rest))] : fitted;
}

/** Two texts on one line, the second at its right end; the first gives way when both do not fit. */
export function justify(left: Line, right: Line, columns: number, ellipsis: string): Line {
  const room = columns - lineWidth(right);
  if (room < 1) return fitLine(right, columns, ellipsis);
  return [...fitLine(left, room, ellipsis), ...right];
}
