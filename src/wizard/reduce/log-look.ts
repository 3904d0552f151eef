import { clamp } from '#components/scroll.ts';
import { sanitizeLines } from '#presentation/sanitize.ts';
import { type Motion, type Next, same, say, withNote } from './change.ts';
import { type LogState, stampForms } from '../log/state.ts';
import { withFilter } from '../log/pane.ts';
import { heightsOf, textColumns } from '../log/measure.ts';
import { countRows, levelFilters, type LogRow, placeAt, indexOfPlace, rowAt } from '../log/rows.ts';
import { down, pageDown, pageUp, type Room, type Standing, up } from '../log/scroll.ts';
import { copy } from './copy.ts';
import { atEnd, readMore, withLog } from './log.ts';
import type { WizardState } from '../state/state.ts';
import type { View } from '../view/view.ts';

/** Moves the cursor of the log view; a page past the edge reads more there. */
export function moveLog(state: WizardState, log: LogState, motion: Motion, view: View): Next {
  const { log: drawn } = view;
  if (drawn === undefined) return same(state);
  const heading = motion === 'move-down' || motion === 'page-down' || motion === 'bottom' ? 1 : -1;
  const moved: LogState = { ...log, pane: { ...log.pane, heading }, sticks: log.sticks && heading > 0 };
  const last = countRows(log.pane.rows, log.pane.filter);
  const { standing } = drawn;
  if (heading > 0 && motion !== 'move-down' && standing.cursor === last && drawn.isLive) {
    if (log.reading.kind === 'idle') return readMore(withLog(state, moved), moved, view);
  }
  const isAtTop = standing.cursor === 0 && standing.skip === 0;
  if (heading < 0 && motion !== 'move-up' && isAtTop && drawn.isLive && log.reading.kind === 'idle') {
    return readMore(withLog(state, moved), moved, view, true);
  }
  const room: Room = { total: last + 1, height: drawn.height, heightOf: heightsOf(log, drawn.width) };
  const next = stand(standing, motion, room);
  const pane = { ...moved.pane, ...next };
  const sticks = heading > 0 && (moved.sticks || (motion === 'bottom' && log.reading.kind === 'reading'));
  const isSame = next.cursor === standing.cursor && next.top === standing.top && next.skip === standing.skip;
  const arrived = withLog(state, { ...moved, sticks, pane });
  // To stick to the end of a log that is followed is a change, too.
  if (!isSame || sticks !== log.sticks) return same(arrived);
  return say(arrived, heading > 0 ? 'atBottom' : 'atTop', {});
}

function stand(standing: Standing, motion: Motion, room: Room): Standing {
  switch (motion) {
    case 'move-up':
      return up(standing, room);
    case 'move-down':
      return down(standing, room);
    case 'page-up':
      return pageUp(standing, room);
    case 'page-down':
      return pageDown(standing, room);
    case 'top':
      return { cursor: 0, top: 0, skip: 0 };
    case 'bottom':
      return { cursor: room.total - 1, top: room.total - 1, skip: 0 };
    default:
      return motion satisfies never;
  }
}

/** t: the kubelet's time stamps, as times, as ages, or not at all. */
export function nextStamps(state: WizardState, log: LogState): Next {
  return same(withLog(state, { ...log, stamps: after(stampForms, log.stamps) }));
}

/** z: long lines wrapped, or one line each. */
export function toggleWrap(state: WizardState, log: LogState): Next {
  return same(withLog(state, { ...log, wrap: !log.wrap, column: 0, pane: { ...log.pane, skip: 0 } }));
}

/** f: everything, from warn on, from error on. */
export function nextLevelFilter(state: WizardState, log: LogState): Next {
  const pane = withFilter(log.pane, after(levelFilters, log.pane.filter));
  return same(withLog(state, { ...log, pane: log.sticks ? atEnd(pane) : pane }));
}

function after<T>(all: readonly T[], current: T): T {
  return all[(all.indexOf(current) + 1) % all.length] ?? current;
}

/** → and ←: half a screen, where lines are not wrapped. */
export function moveColumns(state: WizardState, log: LogState, by: 1 | -1, view: View): Next {
  if (log.wrap) return say(state, 'logWrapped', {});
  if (view.log === undefined) return same(state);
  const room = textColumns(log, view.log.width);
  const most = Math.max(0, view.log.widest - room);
  const column = clamp(log.column + by * Math.floor(room / 2), 0, Math.max(most, by < 0 ? log.column : 0));
  if (column === log.column) return say(state, by > 0 ? 'atRight' : 'atLeft', {});
  return same(withLog(state, { ...log, column }));
}

/** y: the record under the cursor, whole, a stack included. */
export function copyRecord(state: WizardState, log: LogState): Next {
  const { filter, rows, cursor } = log.pane;
  const place = placeAt(rows, filter, cursor);
  if (place === undefined) return say(state, 'noEvidence', {});
  let at = indexOfPlace(rows, 'all', place);
  const rowOf = (index: number): LogRow => rowAt(rows, 'all', index);
  const goesOn = (row: LogRow): boolean => row.kind === 'line' && row.continues === true;
  while (at > 0 && goesOn(rowOf(at))) at -= 1;
  const first = rowOf(at);
  if (first.kind !== 'line') return say(state, 'noEvidence', {});
  const lines = [first.text];
  for (at += 1; goesOn(rowOf(at)); at += 1) {
    const row = rowOf(at);
    if (row.kind === 'line') lines.push(row.text);
  }
  const text = lines.flatMap(sanitizeLines);
  return copy(state, withNote(state, 'copiedEvidence', { lines: text.length }), text.join('\n'));
}
