import { clamp } from '#components/scroll.ts';
import { textWidth } from '#presentation/text-width.ts';
import { type Note, note } from '../keys/note.ts';
import type { Motion } from '../keys/motion.ts';
import { atEnd, readMore } from './fetching.ts';
import { heightsOf, shownText, textColumns } from './measure.ts';
import { withFilter } from './pane.ts';
import { countRows, indexOfAddress, levelFilters, type LogRow, addressAt, rowAt } from './rows.ts';
import { down, fitted, pageDown, pageUp, type ScrollPosition, up, type Viewport } from './scroll.ts';
import { type LogState, stampForms } from './state.ts';
import { type LogContext, type LogTransition, notify, transition } from './transition.ts';

/** The rows of a log on a screen of that size. */
export function viewportOf(log: LogState, { height, width }: Pick<LogContext, 'height' | 'width'>): Viewport {
  const total = countRows(log.pane.rows, log.pane.filter) + 1;
  return { total, height, heightOf: heightsOf(log, width) };
}

/** Moves the cursor; a page past the edge reads more there. */
export function moveLog(context: LogContext, motion: Motion): LogTransition {
  const { isLive, log } = context;
  const heading = motion === 'move-down' || motion === 'page-down' || motion === 'bottom' ? 1 : -1;
  const moved: LogState = { ...log, pane: { ...log.pane, heading }, sticks: log.sticks && heading > 0 };
  const viewport = viewportOf(log, context);
  const standing = fitted(log.pane, viewport);
  const canRead = isLive && log.fetch.kind === 'idle';
  if (canRead && heading > 0 && motion !== 'move-down' && standing.cursor === viewport.total - 1) {
    return readMore({ ...context, log: moved });
  }
  const isAtTop = standing.cursor === 0 && standing.skip === 0;
  if (canRead && heading < 0 && motion !== 'move-up' && isAtTop) {
    return readMore({ ...context, log: moved }, true);
  }
  const next = stand(standing, motion, viewport);
  const sticks = heading > 0 && (moved.sticks || (motion === 'bottom' && log.fetch.kind === 'running'));
  const isSame = next.cursor === standing.cursor && next.top === standing.top && next.skip === standing.skip;
  const arrived = { ...moved, sticks, pane: { ...moved.pane, ...next } };
  // To stick to the end of a log that is followed is a change, too.
  if (!isSame || sticks !== log.sticks) return transition(arrived);
  return notify(arrived, heading > 0 ? 'atBottom' : 'atTop', {});
}

function stand(standing: ScrollPosition, motion: Motion, viewport: Viewport): ScrollPosition {
  switch (motion) {
    case 'move-up':
      return up(standing, viewport);
    case 'move-down':
      return down(standing, viewport);
    case 'page-up':
      return pageUp(standing, viewport);
    case 'page-down':
      return pageDown(standing, viewport);
    case 'top':
      return { cursor: 0, top: 0, skip: 0 };
    case 'bottom':
      return { cursor: viewport.total - 1, top: viewport.total - 1, skip: 0 };
    default:
      return motion satisfies never;
  }
}

/** t: the kubelet's time stamps, as times, as ages, or not at all. */
export function nextStamps({ log }: LogContext): LogTransition {
  return transition({ ...log, stamps: after(stampForms, log.stamps) });
}

/** z: long lines wrapped, or one line each. */
export function toggleWrap({ log }: LogContext): LogTransition {
  return transition({ ...log, wrap: !log.wrap, column: 0, pane: { ...log.pane, skip: 0 } });
}

/** f: everything, from warn on, from error on. */
export function nextLevelFilter({ log }: LogContext): LogTransition {
  const pane = withFilter(log.pane, after(levelFilters, log.pane.filter));
  return transition({ ...log, pane: log.sticks ? atEnd(pane) : pane });
}

function after<T>(all: readonly T[], current: T): T {
  return all[(all.indexOf(current) + 1) % all.length] ?? current;
}

export function columnsRefusal({ log }: LogContext): Note | undefined {
  return log.wrap ? note('logWrapped', {}) : undefined;
}

/** → and ←: half a screen, where lines are not wrapped. */
export function moveColumns(context: LogContext, by: 1 | -1): LogTransition {
  const { log, width } = context;
  const columns = textColumns(log, width);
  const most = Math.max(0, widestLine(context) - columns);
  const column = clamp(log.column + by * Math.floor(columns / 2), 0, Math.max(most, by < 0 ? log.column : 0));
  if (column === log.column) return notify(log, by > 0 ? 'atRight' : 'atLeft', {});
  return transition({ ...log, column });
}

/** Columns of the widest line on the screen, where lines are not wrapped. */
function widestLine(context: LogContext): number {
  const { filter, rows } = context.log.pane;
  const viewport = viewportOf(context.log, context);
  const { top } = fitted(context.log.pane, viewport);
  const last = Math.min(viewport.total, top + viewport.height);
  const widths = Array.from({ length: last - top }, (_, offset) => {
    const row = rowAt(rows, filter, top + offset);
    return row.kind === 'line' ? textWidth(shownText(row)) : 0;
  });
  return Math.max(0, ...widths);
}

/** The record under the cursor, line by line, a stack included; undefined between records. */
export function recordAt({ pane: { filter, rows, cursor } }: LogState): readonly string[] | undefined {
  const place = addressAt(rows, filter, cursor);
  if (place === undefined) return undefined;
  let at = indexOfAddress(rows, 'all', place);
  const rowOf = (index: number): LogRow => rowAt(rows, 'all', index);
  const goesOn = (row: LogRow): boolean => row.kind === 'line' && row.continues === true;
  while (at > 0 && goesOn(rowOf(at))) at -= 1;
  const first = rowOf(at);
  if (first.kind !== 'line') return undefined;
  const lines = [first.text];
  for (at += 1; goesOn(rowOf(at)); at += 1) {
    const row = rowOf(at);
    if (row.kind === 'line') lines.push(row.text);
  }
  return lines;
}
