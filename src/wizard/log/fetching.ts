import type { Problem } from '#errors/problem.ts';
import { type Note, note } from '../keys/note.ts';
import type { LogLine, LogName, LogWindow } from '../ports/ports.ts';
import { endFill, fillEarlier, type Filling, fillFollow, fillLater, fillStart, gapBefore } from './fill.ts';
import { fromStart, openPane, readOf, refilled, segmentOf, withFilter, withLines } from './pane.ts';
import { countRows, addressAt } from './rows.ts';
import { isFollowing, type LogPane, type LogState } from './state.ts';
import { type LogContext, type LogTransition, notify, transition } from './transition.ts';

/** Where nothing was found, the next look goes further back; where too much was, less far. */
const further = 8;
/** In seconds: more than a year. */
const longestReach = 400 * 24 * 3600;

/** q: back to where it was opened. */
export function close(log: LogState): LogTransition {
  return { effects: log.fetch.kind === 'running' ? [{ kind: 'stop-log' }] : [] };
}

/** Esc: first it ends what is being read. */
export function closeOrStop({ log }: LogContext): LogTransition {
  if (log.fetch.kind !== 'running') return close(log);
  const said = note(isFollowing(log) ? 'logUnfollowed' : 'logStopped', {});
  return { ...transition(stopped(log), { kind: 'stop-log' }), note: said };
}

/** Why Enter reads nothing now, if so. */
export function readMoreRefusal({ log, isLive }: LogContext): Note | undefined {
  const target = fetchTarget(log, isLive);
  return typeof target === 'string' ? note(target, {}) : undefined;
}

/**
 * Enter: more lines where some are missing, first the way the cursor was moved last, else the other way, else at the end.
 * At the upper edge of the screen only earlier ones are meant.
 */
export function readMore(context: LogContext, isUpperEdge = false): LogTransition {
  const { log } = context;
  const target = fetchTarget(log, context.isLive, isUpperEdge);
  if (typeof target === 'string') return notify(log, target, {});
  const { gap, isFromBehind } = target;
  if (gap !== undefined) return begin(context, log, gap, intoGap(log, gap, isFromBehind));
  const last = log.pane.rows.segments.length - 1;
  return begin(context, log, last, fillLater(log.pane.rows, last));
}

/** The gap that Enter would read into, or the end of the log; or why it reads nothing. */
function fetchTarget(
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
  if (log.fetch.kind === 'running') return isFollowing(log) ? 'logFollows' : 'logStillReading';
  const { filter, cursor, heading, rows } = log.pane;
  const { segments } = rows;
  const at = addressAt(rows, filter, cursor)?.segment ?? segments.length;
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

/** Why the log cannot be followed, if so. */
export function followRefusal({ log, isLive }: LogContext): Note | undefined {
  if (!isLive) return note('logNotLive', {});
  return log.pane.log.previous ? note('logOver', {}) : undefined;
}

/** w: the end of the log as it is written. Again: back to the end, and from there no more. */
export function follow(context: LogContext): LogTransition {
  const { log } = context;
  if (isFollowing(log)) {
    return log.sticks ? closeOrStop(context) : transition({ ...log, sticks: true, pane: atEnd(log.pane) });
  }
  const free = stopped(log);
  const filling = fillFollow(free.pane.rows);
  const begun = begin(context, { ...free, sticks: true }, free.pane.rows.segments.length, filling);
  return log.fetch.kind === 'running'
    ? { ...begun, effects: [{ kind: 'stop-log' }, ...begun.effects] }
    : begun;
}

function begin(
  { nextId: id, now }: Pick<LogContext, 'nextId' | 'now'>,
  log: LogState,
  segment: number,
  { fill, rows, window }: Filling & { readonly window: LogWindow },
): LogTransition {
  const pane = refilled(log.pane, rows, segment);
  const fetch = { kind: 'running', id, fill, startedAt: now } as const;
  const begun = { ...log, pane: log.sticks ? atEnd(pane) : pane, fetch };
  return transition(begun, { kind: 'fetch-log', id, log: log.pane.log, window });
}

/** Why p has no other log to show, if so. */
export function otherRunRefusal({ log, isLive, snapshot }: LogContext): Note | undefined {
  const { other, pane } = log;
  if (other !== undefined) return undefined;
  const name = otherName(pane);
  const fact = snapshot === undefined ? undefined : readOf(snapshot, name);
  const isKept = fact?.state === 'read' || fact?.state === 'partial';
  // A log that does not exist is an answer; one that was not asked for may be there.
  const mayExist = fact?.state !== 'absent' && !name.previous && isLive;
  if (snapshot !== undefined && (isKept || mayExist)) return undefined;
  return note(name.previous ? 'logNoPrevious' : 'logNoCurrent', { container: name.container });
}

/** p: the log of the other run of the container. */
export function toOtherRun({ log, snapshot }: LogContext): LogTransition {
  const { pane } = log;
  const next = log.other ?? (snapshot === undefined ? undefined : openPane(snapshot, otherName(pane)));
  if (next === undefined) return transition(log);
  const left = stopped(log);
  const swapped: LogState = {
    ...left,
    pane: withFilter(next, pane.filter),
    other: left.pane,
    // That the other one could not be read is not said of this one.
    fetch: { kind: 'idle' },
    column: 0,
  };
  return log.fetch.kind === 'running' ? transition(swapped, { kind: 'stop-log' }) : transition(swapped);
}

function otherName({ log }: LogPane): LogName {
  return { ...log, previous: !log.previous };
}

/** What a fetch reports; `id` is that of the fetch. */
export type LogMessage =
  | { readonly kind: 'log-lines'; readonly id: number; readonly lines: readonly LogLine[] }
  /** `cut` where the limit ended it, or another log in its place, and not its own end. */
  | { readonly kind: 'log-ended'; readonly id: number; readonly cut?: 'bytes' | 'replaced' }
  | { readonly kind: 'log-failed'; readonly id: number; readonly problem: Problem };

/** Takes a report in; one of a fetch that was stopped or replaced is dropped. */
export function receiveLog(
  log: LogState,
  context: Pick<LogContext, 'nextId' | 'now'>,
  message: LogMessage,
): LogTransition {
  if (log.fetch.kind !== 'running' || log.fetch.id !== message.id) return transition(log);
  switch (message.kind) {
    case 'log-lines': {
      const { fill, isDone, pane } = withLines(log.pane, log.fetch.fill, message.lines);
      const grown = { ...log, pane: log.sticks ? atEnd(pane) : pane, fetch: { ...log.fetch, fill } };
      if (!isDone) return transition(grown);
      const ended = finish(grown, context, 'met');
      return { ...ended, effects: [{ kind: 'stop-log' }, ...ended.effects] };
    }
    case 'log-ended':
      return finish(log, context, message.cut === undefined ? 'whole' : 'cut');
    case 'log-failed':
      return transition({ ...stopped(log), fetch: { kind: 'failed', problem: message.problem } });
    default:
      return message satisfies never;
  }
}

/** How a fetch ended: with the log, at its limit, or where it met lines that were there. */
type Ending = 'whole' | 'cut' | 'met';

function finish(log: LogState, context: Pick<LogContext, 'nextId' | 'now'>, ending: Ending): LogTransition {
  if (log.fetch.kind !== 'running') return transition(log);
  const { direction, got, until } = log.fetch.fill;
  const ended = stopped(log, ending === 'whole');
  const idle = ending === 'cut' ? ended : { ...ended, pane: fromStart(ended.pane, log.fetch.fill) };
  if (direction === 'follow') return notify(idle, 'logFollowEnded', {});
  const gap = until === undefined ? undefined : gapBefore(idle.pane.rows, until);
  if (got === 0 && gap !== undefined && log.reach < longestReach) {
    // Nothing was written in that time.
    const reach = log.reach * further;
    const filling = fillEarlier(idle.pane.rows, gap, reach);
    if (filling !== undefined) return begin(context, { ...idle, reach }, gap, filling);
  }
  const reach = ending === 'cut' && got > 0 ? Math.max(1, Math.ceil(log.reach / further)) : log.reach;
  return notify({ ...idle, reach }, got === 0 ? 'logNoMore' : 'logRead', { lines: got });
}

/** The log with nothing being read, and what was read so far in its place. */
function stopped(log: LogState, isWhole = false): LogState {
  if (log.fetch.kind !== 'running') return log;
  const { fill } = log.fetch;
  const rows = endFill({ rows: log.pane.rows, fill }, isWhole);
  const pane = refilled(log.pane, rows, segmentOf(log.pane, fill) + 1);
  return { ...log, pane, fetch: { kind: 'idle' }, sticks: false };
}

/** Below the last line, where new ones come in. */
export function atEnd(pane: LogPane): LogPane {
  return { ...pane, cursor: countRows(pane.rows, pane.filter), heading: 1 };
}
