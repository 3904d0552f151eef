import type { ListRow } from '#presentation/blocks.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import type { Highlight } from './highlight.ts';
import { markSpan } from './layout.ts';
import { pad, textWidth } from '#presentation/text-width.ts';
import { cutMiddle, emptyLine, fitLine, type Line, plainLine, span } from './line.ts';
import { clamp } from './scroll.ts';
import type { Symbols } from './symbols.ts';

export interface ListView {
  readonly rows: readonly ListRow[];
  readonly selected: number;
  /** First visible row. */
  readonly top: number;
  readonly height: number;
  readonly focused: boolean;
  /** Shown when there are no rows. */
  readonly empty: string;
  /** Words that stand before what a row says, e.g. that the report goes without it; '' for none. */
  readonly tagOf?: (row: ListRow) => string;
  readonly highlight?: Highlight;
}

/** The visible part of a list, exactly `height` lines: what is not seen is neither cleaned nor measured. */
export function listLines(list: ListView, width: number, symbols: Symbols): readonly Line[] {
  const visible = list.rows.slice(list.top, list.top + list.height);
  const columns = columnsFor(visible, width, symbols);
  const lines = visible.map((row, offset) => rowLine(row, list.top + offset, offset));
  if (list.rows.length === 0 && list.height > 0) lines.push(plainLine(`  ${list.empty}`, 'dim'));
  while (lines.length < list.height) lines.push(emptyLine);
  return lines;

  function rowLine(row: ListRow, index: number, offset: number): Line {
    const isSelected = index === list.selected;
    const tag = list.tagOf?.(row) ?? '';
    const said = [
      ...(columns.id === 0 ? [] : [span(pad(row.id ?? '', columns.id), 'dim')]),
      ...(columns.tag === 0 ? [] : [span(pad(row.tag ?? '', columns.tag))]),
      ...(tag === '' ? [] : [span(`${tag} `, 'strong')]),
      ...subjectSpans(row, columns.subject, symbols),
      span(sanitizeLine(row.text), isSelected ? 'strong' : 'plain'),
    ];
    const line = fitLine(
      [
        span(isSelected ? `${list.focused ? symbols.pointer : symbols.restingPointer} ` : '  ', 'strong'),
        markSpan(row.mark, symbols),
        ...(list.highlight === undefined ? said : list.highlight(said, index)),
      ],
      width - 2,
      symbols.ellipsis,
    );
    return [...line, span(` ${scrollSign(offset)}`, 'dim')];
  }

  function scrollSign(offset: number): string {
    if (offset === 0 && list.top > 0) return symbols.moreAbove;
    const isLast = offset === list.height - 1;
    return isLast && list.top + list.height < list.rows.length ? symbols.moreBelow : ' ';
  }
}

interface Columns {
  readonly id: number;
  readonly tag: number;
  readonly subject: number;
}

function columnsFor(rows: readonly ListRow[], width: number, symbols: Symbols): Columns {
  const id = Math.max(0, ...rows.map((row) => (row.id === undefined ? 0 : textWidth(row.id) + 1)));
  const tag = Math.max(0, ...rows.map((row) => (row.tag === undefined ? 0 : textWidth(row.tag) + 1)));
  const room = width - 4 - symbols.markWidth - 1 - id - tag;
  const named = rows.filter(({ subject }) => subject !== undefined && subject !== '');
  const widest = Math.max(0, ...named.map((row) => textWidth(sanitizeLine(row.subject ?? ''))));
  const longest = Math.max(0, ...named.map((row) => textWidth(sanitizeLine(row.text))));
  // Names give way to what is said of them, but stay long enough to be told apart.
  const most = Math.min(widest, Math.floor(room * 0.45));
  return { id, tag, subject: clamp(room - 2 - longest, Math.min(most, 26), most) };
}

function subjectSpans(row: ListRow, columns: number, symbols: Symbols) {
  if (row.subject === undefined || row.subject === '') return [];
  return [span(`${pad(cutMiddle(sanitizeLine(row.subject), columns, symbols.ellipsis), columns)}  `)];
}
