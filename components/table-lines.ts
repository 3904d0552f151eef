import type { Mark } from '#presentation/blocks.ts';
import { fitColumns } from '#presentation/column-widths.ts';
import { pad, textWidth } from '#presentation/text-width.ts';
import { cut, cutMiddle, emptyLine, type Line, span } from './line.ts';
import type { Symbols } from './symbols.ts';

const gap = '  ';
/** Nothing gets narrower, even where the table then does not fit. */
const narrowest = 4;

/** Names of objects and images: one word of ASCII. */
const isName = /^[\x21-\x7e]+$/u;

/** A table of cleaned cells on lines of at most `columns`: the widest column shrinks first, and is cut in the middle. */
export function tableLines(
  table: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly marks?: readonly (Mark | undefined)[];
  },
  columns: number,
  symbols: Symbols,
): readonly Line[] {
  const markRoom = table.marks === undefined ? 0 : symbols.markWidth + 1;
  const natural = naturalWidths(table.columns, table.rows);
  const least = natural.map((width) => Math.min(width, narrowest));
  const room = columns - markRoom - gap.length * (natural.length - 1);
  const widths = fitColumns(natural, least, room) ?? least;
  const heading: Line = [
    span(' '.repeat(markRoom)),
    span(row(table.columns, widths, symbols.ellipsis), 'dim'),
  ];
  const body = table.rows.map((cells, index): Line => {
    const mark = table.marks?.[index];
    const text = span(row(cells, widths, symbols.ellipsis));
    if (markRoom === 0) return [text];
    return [span(pad(mark === undefined ? '' : symbols.marks[mark], markRoom), mark ?? 'plain'), text];
  });
  return table.columns.length === 0 ? [emptyLine] : [heading, ...body];
}

function naturalWidths(columns: readonly string[], rows: readonly (readonly string[])[]): readonly number[] {
  return columns.map((title, index) =>
    rows.reduce((widest, cells) => Math.max(widest, textWidth(cells[index] ?? '')), textWidth(title)),
  );
}

function row(cells: readonly string[], widths: readonly number[], ellipsis: string): string {
  const last = widths.length - 1;
  return widths
    .map((width, index) => {
      const cell = cells[index] ?? '';
      // The end of a sentence tells less than its start; of a name both ends tell something.
      const shown = isName.test(cell) ? cutMiddle(cell, width, ellipsis) : cut(cell, width, ellipsis);
      return index === last ? shown : pad(shown, width);
    })
    .join(gap);
}
