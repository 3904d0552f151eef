import stringWidth from 'string-width';
import type { TableBlock } from './block-runs.ts';
import type { TextStyle } from './text-style.ts';
import { fitColumns } from '#presentation/column-widths.ts';
import { pad } from '#presentation/text-width.ts';
import { wrapText } from '#presentation/wrap.ts';

const gap = 2;
/** A word longer than this may be broken; a name up to it stays whole, so that it can be found and copied. */
const longestWhole = 40;
const leastProse = 24;

/**
 * A table on lines of at most `columns`, its cells broken over lines where they must; when that would break names, each
 * row becomes a small list of `COLUMN  value`. 0 columns: as wide as it is.
 */
export function textTable(table: TableBlock, columns: number, style: TextStyle): readonly string[] {
  const titles = table.columns.map(style.say);
  const rows = table.rows.map((cells) => titles.map((_, index) => style.say(cells[index] ?? '')));
  const signs = table.marks?.some((mark) => mark !== undefined) ? table.marks : undefined;
  const lead = signs === undefined ? 0 : style.markWidth + 1;
  const sign = (index: number): string => {
    const mark = signs?.[index];
    return lead === 0 ? '' : pad(mark === undefined ? '' : style.marks[mark], lead);
  };
  const widths = fitted(titles, rows, columns === 0 ? 0 : columns - lead);
  if (widths === undefined) return records(titles, rows, columns, lead, sign);
  return [
    ...rowLines(titles, widths, ' '.repeat(lead)),
    ...rows.flatMap((cells, index) => rowLines(cells, widths, sign(index))),
  ];
}

/** How wide each column is; undefined when they can't stand side by side without breaking names. */
function fitted(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number,
): readonly number[] | undefined {
  const cells = titles.map((title, index) => [title, ...rows.map((row) => row[index] ?? '')]);
  const widths = cells.map((column) => Math.max(...column.map((cell) => stringWidth(cell))));
  if (columns === 0) return widths;
  return fitColumns(widths, cells.map(leastWidth), columns - gap * (widths.length - 1));
}

function rowLines(cells: readonly string[], widths: readonly number[], lead: string): readonly string[] {
  const parts = cells.map((cell, index) => wrapText(cell, widths[index] ?? 0));
  const height = Math.max(1, ...parts.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const text = widths.map((width, index) => pad(parts[index]?.[line] ?? '', width)).join(' '.repeat(gap));
    return `${line === 0 ? lead : ' '.repeat(lead.length)}${text}`.trimEnd();
  });
}

function records(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number,
  lead: number,
  sign: (index: number) => string,
): readonly string[] {
  const label = Math.max(...titles.map((title) => stringWidth(title))) + gap;
  return rows.flatMap((cells, row) => {
    // A row without a first cell goes on with the row before it.
    const goesOn = row > 0 && cells[0] === '';
    const filled = cells.flatMap((cell, index) =>
      cell === '' ? [] : [{ cell, title: titles[index] ?? '' }],
    );
    return [
      ...(row === 0 || goesOn ? [] : ['']),
      ...filled.flatMap(({ cell, title }, index) =>
        wrapText(cell, Math.max(10, columns - lead - label)).map((part, line) => {
          const before = index === 0 && line === 0 && !goesOn ? sign(row) : ' '.repeat(lead);
          return `${before}${pad(line === 0 && !(goesOn && filled.length === 1) ? title : '', label)}${part}`.trimEnd();
        }),
      ),
    ];
  });
}

/** How narrow a column may get: as wide as its longest name; sentences and East Asian text may be broken anywhere. */
function leastWidth(cells: readonly string[]): number {
  const isProse = cells.some((cell) => cell.split(' ').length > 2);
  const longest = Math.max(...cells.flatMap((cell) => cell.split(' ')).map(wordWidth));
  return Math.min(longest, isProse ? leastProse : longestWhole);
}

function wordWidth(word: string): number {
  return /[\u3000-\u9fff\uff00-\uffef]/u.test(word) ? Math.min(8, stringWidth(word)) : stringWidth(word);
}
