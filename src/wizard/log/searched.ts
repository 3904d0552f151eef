import { sanitizeLine } from '#presentation/sanitize.ts';
import { textWidth } from '#presentation/text-width.ts';
import type { SearchTarget, TextPart } from '../search/searched.ts';
import type { LogState } from './state.ts';
import { longestShown, textColumns } from './measure.ts';
import { countRows, type LevelFilter, type LogRow, type LogRows, rowAt } from './rows.ts';

/** Lines above one that was jumped to. */
const lead = 3;

/** Columns of a match that must be seen, where it is that long. */
const leastSeen = 12;

/** The lines of the log view that pass its filter. Gaps have no text of the log. */
export function logSearchTarget(log: LogState): SearchTarget {
  const { cursor, filter, rows } = log.pane;
  return {
    count: countRows(rows, filter),
    source: rows,
    textOf: (index) => textOf(rowAt(rows, filter, index)),
    parts: () => partsOf(rows, filter),
    position: cursor,
  };
}

/** The log with the cursor at a row, and with what starts at that letter of its text in view. */
export function revealedInLog(log: LogState, width: number, index: number, letter: number): LogState {
  const { filter, rows } = log.pane;
  const pane = { ...log.pane, cursor: index, top: Math.max(0, index - lead), skip: 0 };
  const before = textWidth(textOf(rowAt(rows, filter, index)).slice(0, letter));
  return { ...log, pane, column: columnFor(log, before, textColumns(log, width)), sticks: false };
}

/** Columns left of the edge, so that what starts at `column` is in view; a wrapped line shows all of itself. */
function columnFor(log: LogState, column: number, columns: number): number {
  const edge = columns - leastSeen;
  if (log.wrap || (column >= log.column && column < log.column + edge)) return log.column;
  return column < edge ? 0 : column - Math.floor(columns / 3);
}

function textOf(row: LogRow): string {
  if (row.kind !== 'line') return '';
  return sanitizeLine(row.text.slice(0, longestShown));
}

/** Each chunk of lines by itself: they stay while others come in. */
function partsOf(rows: LogRows, filter: LevelFilter): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const segment of rows.segments) {
    if (segment.kind === 'gap') from += 1;
    else
      for (const chunk of segment.chunks) {
        const passing = filter === 'all' ? undefined : chunk.passing[filter];
        const count = passing?.length ?? chunk.rows.length;
        const row = (index: number): LogRow =>
          chunk.rows[passing === undefined ? index : (passing[index] ?? 0)] ?? { kind: 'end' };
        parts.push({ from, count, source: chunk.sources[filter], textOf: (index) => textOf(row(index)) });
        from += count;
      }
  }
  return parts;
}
