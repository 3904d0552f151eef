import type { LogCursor } from '#presentation/blocks.ts';
import { type Next, same, say, withNote } from './change.ts';
import type { Effect, Message } from '../state/message.ts';
import {
  endFill,
  fillEarlier,
  type Filling,
  fillFollow,
  fillLater,
  fillStart,
  gapBefore,
} from '../log/fill.ts';
import { isFollowing, type LogPane, type LogState } from '../log/state.ts';
import { fromStart, openPane, readOf, refilled, segmentOf, withFilter, withLines } from '../log/pane.ts';
import { countRows, placeAt } from '../log/rows.ts';
import type { LogName, LogWindow } from '../ports/ports.ts';
import { shownFacts } from '../state/shown.ts';
import type { WizardState } from '../state/state.ts';
import type { View } from '../view/view.ts';

const firstReach = 30;
/** Where nothing was found, the next look goes further back; where too much was, less far. */
const further = 8;
const longestReach = 400 * 24 * 3600;

/** Enter in an open row: the log around its record. */
export function openLog(state: WizardState, place: LogCursor): Next {
  const snapshot = shownFacts(state)?.snapshot;
  if (snapshot === undefined) return same(state);
  const { namespace, pod, container, previous, number } = place;
  const pane = openPane(snapshot, { namespace, pod, container, previous }, number);
  const log: LogState = {
    pane,
    reading: { kind: 'idle' },
    sticks: false,
    stamps: 'off',
    wrap: true,
    column: 0,
    reach: firstReach,
  };
  return same({ ...state, log });
}

/** q: back to where it was opened. */
export function leaveLog({ log, ...state }: WizardState): Next {
  return log?.reading.kind === 'reading' ? same(state, { kind: 'stop-log' }) : same(state);
}

/** Esc: first it ends what is being read. */
export function leaveOrStop(state: WizardState, log: LogState): Next {
  if (log.reading.kind !== 'reading') return leaveLog(state);
  const idle = withLog(state, stopped(log));
  return same(withNote(idle, isFollowing(log) ? 'logUnfollowed' : 'logStopped', {}), { kind: 'stop-log' });
}

/**
 * Enter: more lines where some are missing, first the way the cursor was moved last, else the other way, else at the end.
 * At the upper edge of the screen only earlier ones are meant.
 */
export function readMore(state: WizardState, log: LogState, view: View, isUpperEdge = false): Next {
  const place = whereToRead(log, view.log?.isLive === true, isUpperEdge);
  if (typeof place === 'string') return say(state, place, {});
  const { gap, isFromBehind } = place;
  if (gap !== undefined) return begin(state, log, gap, intoGap(log, gap, isFromBehind));
  const last = log.pane.rows.segments.length - 1;
  return begin(state, log, last, fillLater(log.pane.rows, last));
}

/** The gap that Enter would read into, or the end of the log; or why it reads nothing. */
export function whereToRead(
  log: LogState,
  isLive: boolean,
  isUpperEdge = false,
):
  | { readonly gap?: number; readonly isFromBehind: boolean }
  | 'logNotLive'
  | 'logFollows'
  | 'logStillReading'
  | 'logAtStart'
  | 'logDropped' {
  if (!isLive) return 'logNotLive';
  if (log.reading.kind === 'reading') return isFollowing(log) ? 'logFollows' : 'logStillReading';
  const { filter, cursor, heading, rows } = log.pane;
  const { segments } = rows;
  const at = placeAt(rows, filter, cursor)?.segment ?? segments.length;
  const gaps = segments.flatMap((segment, index) => (segment.kind === 'gap' ? [index] : []));
  const before = heading < 0 ? gaps.findLast((index) => index <= at) : undefined;
  if (isUpperEdge && before === undefined) return 'logAtStart';
  const gap = before ?? gaps.find((index) => index >= at);
  const segment = gap === undefined ? undefined : segments[gap];
  if (segment?.kind === 'gap' && segment.dropped) return 'logDropped';
  return { ...(gap === undefined ? {} : { gap }), isFromBehind: before !== undefined };
}

function intoGap(
  { pane: { rows }, reach }: LogState,
  gap: number,
  fromBehind: boolean,
): ReturnType<typeof fillLater> {
  const earlier = fromBehind ? fillEarlier(rows, gap, reach) : undefined;
  if (earlier !== undefined) return earlier;
  return rows.segments[gap - 1]?.kind === 'run' ? fillLater(rows, gap - 1) : fillStart(rows, gap);
}

/** w: the end of the log as it is written. Again: back to the end, and from there no more. */
export function follow(state: WizardState, log: LogState, view: View): Next {
  if (view.log?.isLive !== true) return say(state, 'logNotLive', {});
  if (log.pane.log.previous) return say(state, 'logOver', {});
  if (isFollowing(log)) {
    if (log.sticks) return leaveOrStop(state, log);
    return same(withLog(state, { ...log, sticks: true, pane: atEnd(log.pane) }));
  }
  const isBusy = log.reading.kind === 'reading';
  const free = stopped(log);
  const filling = fillFollow(free.pane.rows);
  const begun = begin(state, { ...free, sticks: true }, free.pane.rows.segments.length, filling);
  return isBusy ? { ...begun, effects: [{ kind: 'stop-log' }, ...begun.effects] } : begun;
}

function begin(
  state: WizardState,
  log: LogState,
  segment: number,
  filling: Filling & { readonly window: LogWindow },
): Next {
  const id = state.logReads + 1;
  const { fill, rows, window } = filling;
  const pane = refilled(log.pane, rows, segment);
  const shown = log.sticks ? atEnd(pane) : pane;
  const reading = { kind: 'reading', id, fill, startedAt: state.now } as const;
  const effect: Effect = { kind: 'fetch-log', id, log: log.pane.log, window };
  return same({ ...withLog(state, { ...log, pane: shown, reading }), logReads: id }, effect);
}

/** p: the log of the other run of the container. */
export function otherRun(state: WizardState, log: LogState, view: View): Next {
  const { pane } = log;
  const name: LogName = { ...pane.log, previous: !pane.log.previous };
  const snapshot = shownFacts(state)?.snapshot;
  const isThere = snapshot !== undefined && hasOtherRun(state, log, view.log?.isLive === true);
  const next = log.other ?? (isThere ? openPane(snapshot, name) : undefined);
  if (next === undefined) {
    return say(state, name.previous ? 'logNoPrevious' : 'logNoCurrent', { container: name.container });
  }
  const wasReading = log.reading.kind === 'reading';
  const left = stopped(log);
  const swapped: LogState = {
    ...left,
    pane: withFilter(next, pane.filter),
    other: left.pane,
    // That the other one could not be read is not said of this one.
    reading: { kind: 'idle' },
    column: 0,
  };
  return same(withLog(state, swapped), ...(wasReading ? [{ kind: 'stop-log' } as const] : []));
}

/** Whether p has another log to show. */
export function hasOtherRun(state: WizardState, { other, pane }: LogState, isLive: boolean): boolean {
  const snapshot = shownFacts(state)?.snapshot;
  if (other !== undefined || snapshot === undefined) return other !== undefined;
  const name: LogName = { ...pane.log, previous: !pane.log.previous };
  const fact = readOf(snapshot, name);
  if (fact?.state === 'read' || fact?.state === 'partial') return true;
  // A log that does not exist is an answer; one that was not asked for may be there.
  return fact?.state !== 'absent' && !name.previous && isLive;
}

type LogMessage = Extract<Message, { readonly kind: 'log-lines' | 'log-ended' | 'log-failed' }>;

/** What the reading of a log reports; one that was stopped or replaced is not listened to any more. */
export function hearLog(state: WizardState, message: LogMessage): Next {
  const { log } = state;
  if (log === undefined || log.reading.kind !== 'reading' || log.reading.id !== message.id)
    return same(state);
  switch (message.kind) {
    case 'log-lines': {
      const { fill, isDone, pane } = withLines(log.pane, log.reading.fill, message.lines);
      const shown = log.sticks ? atEnd(pane) : pane;
      const grown = withLog(state, { ...log, pane: shown, reading: { ...log.reading, fill } });
      if (!isDone) return same(grown);
      const ended = finish(grown, 'met');
      return { ...ended, effects: [{ kind: 'stop-log' }, ...ended.effects] };
    }
    case 'log-ended':
      return finish(state, message.cut === undefined ? 'whole' : 'cut');
    case 'log-failed':
      return same(withLog(state, { ...stopped(log), reading: { kind: 'failed', problem: message.problem } }));
    default:
      return message satisfies never;
  }
}

/** How a reading ended: with the log, at its limit, or where it met lines that were there. */
type Ending = 'whole' | 'cut' | 'met';

function finish(state: WizardState, ending: Ending): Next {
  const { log } = state;
  if (log?.reading.kind !== 'reading') return same(state);
  const { direction, got, until } = log.reading.fill;
  const ended = stopped(log, ending === 'whole');
  const idle = ending === 'cut' ? ended : { ...ended, pane: fromStart(ended.pane, log.reading.fill) };
  if (direction === 'follow') return say(withLog(state, idle), 'logFollowEnded', {});
  const gap = until === undefined ? undefined : gapBefore(idle.pane.rows, until);
  if (got === 0 && gap !== undefined && log.reach < longestReach) {
    // Nothing was written in that time.
    const reach = log.reach * further;
    const filling = fillEarlier(idle.pane.rows, gap, reach);
    if (filling !== undefined) return begin(state, { ...idle, reach }, gap, filling);
  }
  const reach = ending === 'cut' && got > 0 ? Math.max(1, Math.ceil(log.reach / further)) : log.reach;
  return say(withLog(state, { ...idle, reach }), got === 0 ? 'logNoMore' : 'logRead', { lines: got });
}

/** The log with nothing being read, and what was read so far in its place. */
function stopped(log: LogState, isWhole = false): LogState {
  if (log.reading.kind !== 'reading') return log;
  const { fill } = log.reading;
  const rows = endFill({ rows: log.pane.rows, fill }, isWhole);
  const pane = refilled(log.pane, rows, segmentOf(log.pane, fill) + 1);
  return { ...log, pane, reading: { kind: 'idle' }, sticks: false };
}

/** Below the last line, where new ones come in. */
export function atEnd(pane: LogPane): LogPane {
  return { ...pane, cursor: countRows(pane.rows, pane.filter), heading: 1 };
}

export function withLog(state: WizardState, log: LogState): WizardState {
  return { ...state, log };
}
