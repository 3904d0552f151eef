import type { Problem } from '#errors/problem.ts';
import { type Note, note } from '../keys/note.ts';
import type { LogLine, LogName, LogWindow } from '../ports/ports.ts';
import { endFill, fillEarlier, type Filling, fillFollow, fillLater, fillStart, gapBefore } from './fill.ts';
import { fromStart, openPane, readOf, refilled, segmentOf, withFilter, withLines } from './pane.ts';
import { countRows, placeAt } from './rows.ts';
import { isFollowing, type LogPane, type LogState } from './state.ts';
import { type LogContext, type LogStep, saying, step } from './step.ts';

/** Where nothing was found, the next look goes further back; where too much was, less far. */
const further = 8;
/** In seconds: more than a year. */
const longestReach = 400 * 24 * 3600;

/** q: back to where it was opened. */
export function close(log: LogState): LogStep {
  return { effects: log.reading.kind === 'reading' ? [{ kind: 'stop-log' }] : [] };
}

/** Esc: first it ends what is being read. */
export function closeOrStop({ log }: LogContext): LogStep {
  if (log.reading.kind !== 'reading') return close(log);
  const said = note(isFollowing(log) ? 'logUnfollowed' : 'logStopped', {});
  return { ...step(stopped(log), { kind: 'stop-log' }), note: said };
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
export function readMore(context: LogContext, isUpperEdge = false): LogStep {
  const { log } = context;
  const target = fetchTarget(log, context.isLive, isUpperEdge);
  if (typeof target === 'string') return saying(log, target, {});
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

/** Why the log cannot be followed, if so. */
export function followRefusal({ log, isLive }: LogContext): Note | undefined {
  if (!isLive) return note('logNotLive', {});
  return log.pane.log.previous ? note('logOver', {}) : undefined;
}

/** w: the end of the log as it is written. Again: back to the end, and from there no more. */
export function follow(context: LogContext): LogStep {
  const { log } = context;
  if (isFollowing(log)) {
    return log.sticks ? closeOrStop(context) : step({ ...log, sticks: true, pane: atEnd(log.pane) });
  }
  const free = stopped(log);
  const filling = fillFollow(free.pane.rows);
  const begun = begin(context, { ...free, sticks: true }, free.pane.rows.segments.length, filling);
  return log.reading.kind === 'reading'
    ? { ...begun, effects: [{ kind: 'stop-log' }, ...begun.effects] }
    : begun;
}

function begin(
  { nextId: id, now }: Pick<LogContext, 'nextId' | 'now'>,
  log: LogState,
  segment: number,
  { fill, rows, window }: Filling & { readonly window: LogWindow },
): LogStep {
  const pane = refilled(log.pane, rows, segment);
  const reading = { kind: 'reading', id, fill, startedAt: now } as const;
  const begun = { ...log, pane: log.sticks ? atEnd(pane) : pane, reading };
  return step(begun, { kind: 'fetch-log', id, log: log.pane.log, window });
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
export function toOtherRun({ log, snapshot }: LogContext): LogStep {
  const { pane } = log;
  const next = log.other ?? (snapshot === undefined ? undefined : openPane(snapshot, otherName(pane)));
  if (next === undefined) return step(log);
  const left = stopped(log);
  const swapped: LogState = {
    ...left,
    pane: withFilter(next, pane.filter),
    other: left.pane,
    // That the other one could not be read is not said of this one.
    reading: { kind: 'idle' },
    column: 0,
  };
  return log.reading.kind === 'reading' ? step(swapped, { kind: 'stop-log' }) : step(swapped);
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
export function hearLog(
  log: LogState,
  context: Pick<LogContext, 'nextId' | 'now'>,
  message: LogMessage,
): LogStep {
  if (log.reading.kind !== 'reading' || log.reading.id !== message.id) return step(log);
  switch (message.kind) {
    case 'log-lines': {
      const { fill, isDone, pane } = withLines(log.pane, log.reading.fill, message.lines);
      const grown = { ...log, pane: log.sticks ? atEnd(pane) : pane, reading: { ...log.reading, fill } };
      if (!isDone) return step(grown);
      const ended = finish(grown, context, 'met');
      return { ...ended, effects: [{ kind: 'stop-log' }, ...ended.effects] };
    }
    case 'log-ended':
      return finish(log, context, message.cut === undefined ? 'whole' : 'cut');
    case 'log-failed':
      return step({ ...stopped(log), reading: { kind: 'failed', problem: message.problem } });
    default:
      return message satisfies never;
  }
}

/** How a fetch ended: with the log, at its limit, or where it met lines that were there. */
type Ending = 'whole' | 'cut' | 'met';

function finish(log: LogState, context: Pick<LogContext, 'nextId' | 'now'>, ending: Ending): LogStep {
  if (log.reading.kind !== 'reading') return step(log);
  const { direction, got, until } = log.reading.fill;
  const ended = stopped(log, ending === 'whole');
  const idle = ending === 'cut' ? ended : { ...ended, pane: fromStart(ended.pane, log.reading.fill) };
  if (direction === 'follow') return saying(idle, 'logFollowEnded', {});
  const gap = until === undefined ? undefined : gapBefore(idle.pane.rows, until);
  if (got === 0 && gap !== undefined && log.reach < longestReach) {
    // Nothing was written in that time.
    const reach = log.reach * further;
    const filling = fillEarlier(idle.pane.rows, gap, reach);
    if (filling !== undefined) return begin(context, { ...idle, reach }, gap, filling);
  }
  const reach = ending === 'cut' && got > 0 ? Math.max(1, Math.ceil(log.reach / further)) : log.reach;
  return saying({ ...idle, reach }, got === 0 ? 'logNoMore' : 'logRead', { lines: got });
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
