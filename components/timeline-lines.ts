import { pad, textWidth } from '#presentation/text-width.ts';
import { cut, fitLine, type Line, span, type Span, type Style } from './line.ts';
import type { Symbols } from './symbols.ts';

/** One kind of thing over time: how often it happened in each cell of the axis. */
export interface TimelineRow {
  readonly label: string;
  /** One number a cell; 0 where nothing happened. */
  readonly buckets: readonly number[];
  readonly style: Style;
  readonly selected: boolean;
}

export interface TimelineTick {
  readonly cell: number;
  readonly label: string;
}

/** Columns before the first cell: a pointer, the label, a gap. */
export function labelColumns(labels: readonly string[], width: number): number {
  const widest = Math.max(0, ...labels.map(textWidth));
  return 2 + Math.min(widest, Math.max(8, Math.floor(width * 0.3))) + 1;
}

/** Rows over a common axis. The cursor is a bar through all of them, so that it is seen without any style. */
export function timelineLines(
  rows: readonly TimelineRow[],
  ticks: readonly TimelineTick[],
  cells: number,
  cursor: number | undefined,
  left: number,
  symbols: Symbols,
): readonly Line[] {
  return [
    ...rows.map((row): Line => [
      span(row.selected ? `${symbols.pointer} ` : '  ', 'strong'),
      span(pad(cut(row.label, left - 3, symbols.ellipsis), left - 2), row.selected ? 'strong' : 'plain'),
      ...cellSpans(row, cells, cursor, symbols),
    ]),
    axisLine(ticks, cells, left, symbols),
  ];
}

/** Cells of one look are one span: a wide row is a handful of them. */
function cellSpans(row: TimelineRow, cells: number, cursor: number | undefined, symbols: Symbols): Line {
  const most = Math.max(0, ...row.buckets);
  const heights = Array.from(symbols.heights);
  const spans: Span[] = [];
  let text = '';
  const close = (): void => {
    if (text !== '') spans.push(span(text, row.style));
    text = '';
  };
  for (let cell = 0; cell < cells; cell += 1) {
    const height = heights[heightOf(row.buckets[cell] ?? 0, most, heights.length) - 1];
    if (cell === cursor) {
      close();
      spans.push(height === undefined ? span(symbols.bar) : span(height, 'inverse'));
    } else text += height ?? ' ';
  }
  close();
  return spans;
}

/** From 1 to `levels` by the logarithm: one error beside seven thousand is still seen. 0 for nothing. */
export function heightOf(value: number, most: number, levels: number): number {
  if (value <= 0 || most <= 0) return 0;
  return Math.max(1, Math.min(levels, Math.ceil((levels * Math.log1p(value)) / Math.log1p(most) - 1e-9)));
}

/** Labels behind their ticks; one that finds no room is left out, with its tick. */
function axisLine(ticks: readonly TimelineTick[], cells: number, left: number, symbols: Symbols): Line {
  let text = '';
  let used = 0;
  for (const { cell, label } of ticks) {
    const shown = `${symbols.tick}${label}`;
    const own = textWidth(shown);
    if (cell < used + (used === 0 ? 0 : 1) || cell + own > cells) continue;
    text += ' '.repeat(cell - used) + shown;
    used = cell + own;
  }
  return fitLine([span(' '.repeat(left)), span(text, 'dim')], left + cells, symbols.ellipsis);
}
