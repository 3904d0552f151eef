import type { LogLine, LogWindow } from '../ports/ports.ts';
import { appended, emptyRun, firstLine, joined, linesFromEnd } from './rows.ts';
import type { LogGap, LogRows, LogRun, TextRow, Segment } from './rows.ts';
import { compareStamps, secondsBefore } from './stamps.ts';

/**
 * Lines being read into a place that lacks them: `later` behind what is there, `earlier` before it, `follow` at the end
 * as they are written.
 */
export interface Fill {
  readonly direction: 'later' | 'earlier' | 'follow';
  /** The run that grows. */
  readonly run: number;
  /** What is read now is beyond what was there already: the API only knows whole seconds, so some comes twice. */
  readonly isPast: boolean;
  readonly got: number;
  /** Earlier lines met those before them: nothing is missing there. */
  readonly touches?: true;
  /** The line before which earlier ones are looked for, and since when. */
  readonly until?: TextRow;
  readonly since?: string;
}

export interface Filling {
  readonly rows: LogRows;
  readonly fill: Fill;
}

/** About 5,000 lines of a control plane. */
const fillBytes = 1024 * 1024;
/** One that follows goes on for long; the oldest lines are dropped meanwhile. */
const followBytes = 1024 * 1024 * 1024;
/** What is shown of a log of which nothing is here, when it is followed. */
const followTail = 200;

/** Reads on behind the run at `segment`. */
export function fillLater(rows: LogRows, segment: number): Filling & { readonly window: LogWindow } {
  const run = rows.segments[segment] as LogRun;
  const from = lastStamp(run);
  return {
    rows,
    fill: { direction: 'later', run: run.id, isPast: from === undefined, got: 0 },
    window: { ...(from === undefined ? {} : { from }), limitBytes: fillBytes, follow: false },
  };
}

/** Reads from the start of the log into the gap at `segment`, which has nothing before it. */
export function fillStart(rows: LogRows, segment: number): Filling & { readonly window: LogWindow } {
  const run = emptyRun(freshId(rows));
  return {
    rows: { segments: rows.segments.toSpliced(segment, 0, run) },
    fill: { direction: 'later', run: run.id, isPast: true, got: 0 },
    window: { limitBytes: fillBytes, follow: false },
  };
}

/**
 * Reads the last `seconds` before the run behind the gap at `segment`; undefined where that run has no time stamp.
 * The new lines stand in a run of their own, with a gap on either side until it shows that there is none.
 */
export function fillEarlier(
  rows: LogRows,
  segment: number,
  seconds: number,
): (Filling & { readonly window: LogWindow }) | undefined {
  const next = rows.segments[segment + 1];
  const until = next === undefined || next.kind === 'gap' ? undefined : firstLine(next);
  const from = until?.at === undefined ? undefined : secondsBefore(until.at, seconds);
  if (until === undefined || from === undefined) return undefined;
  const run = emptyRun(freshId(rows));
  return {
    rows: { segments: rows.segments.toSpliced(segment, 1, { kind: 'gap' }, run, { kind: 'gap' }) },
    fill: { direction: 'earlier', run: run.id, isPast: false, got: 0, until, since: from },
    window: { from, limitBytes: fillBytes, follow: false },
  };
}

/** Goes on at the end of the log, with what is written from now on. */
export function fillFollow(rows: LogRows): Filling & { readonly window: LogWindow } {
  const { segments } = rows;
  const open = segments.at(-1)?.kind === 'gap' ? segments.slice(0, -1) : segments;
  const known = open.at(-1);
  const run = known === undefined || known.kind === 'gap' ? emptyRun(freshId(rows)) : known;
  const from = lastStamp(run);
  return {
    rows: { segments: known === run ? open : [...open, run] },
    fill: { direction: 'follow', run: run.id, isPast: from === undefined, got: 0 },
    window: {
      ...(from === undefined ? { tailLines: followTail } : { from }),
      limitBytes: followBytes,
      follow: true,
    },
  };
}

/** Takes lines in as they come; `isDone` when they met what was there already. */
export function takeLines(
  { rows, fill }: Filling,
  lines: readonly LogLine[],
): Filling & { readonly isDone: boolean } {
  const at = rows.segments.findIndex((segment) => segment.kind === 'run' && segment.id === fill.run);
  const run = rows.segments[at] as LogRun | undefined;
  if (run === undefined) return { rows, fill, isDone: true };
  const isApart = fill.direction === 'earlier' && fill.touches !== true;
  const before = isApart ? runAt(rows, at - 2) : run;
  const next = runAt(rows, at + 2);
  const kept: LogLine[] = [];
  let { isPast } = fill;
  let touches = false;
  let isDone = false;
  for (const line of lines) {
    if (!isPast && before !== undefined && isAmong(line, before)) {
      touches = true;
      continue;
    }
    isPast = true;
    if (next !== undefined && hasReached(line, firstLine(next))) {
      isDone = true;
      break;
    }
    kept.push(line);
  }
  const grown = appended(run, kept);
  let { segments } = rows;
  segments = segments.with(at, grown);
  segments = withGap(segments, at + 1, kept.length);
  if (isDone && next !== undefined) segments = segments.toSpliced(at, 3, joined(grown, next));
  let { run: id } = fill;
  const meets = isApart && touches && before !== undefined;
  if (meets) {
    segments = segments.toSpliced(at - 2, 3, joined(before, segments[at] as LogRun));
    id = before.id;
  }
  const progress = { ...fill, run: id, isPast, got: fill.got + kept.length };
  return { rows: { segments }, fill: meets ? { ...progress, touches: true } : progress, isDone };
}

/** What is left when the reading ended; `isWhole` when it came to the end of the log. */
export function endFill({ rows, fill }: Filling, isWhole: boolean): LogRows {
  const at = rows.segments.findIndex((segment) => segment.kind === 'run' && segment.id === fill.run);
  const run = rows.segments[at] as LogRun | undefined;
  if (run === undefined) return rows;
  let { segments } = rows;
  const isLast = runAt(rows, at + 2) === undefined;
  if (isWhole && isLast) segments = segments.slice(0, at + 1);
  if (run.chunks.length > 0 || segments.length === 1) return { segments };
  // Nothing came: the two gaps around it are one again.
  const gap = segments[at - 1]?.kind === 'gap' ? at - 1 : at;
  return { segments: gap === at ? segments.toSpliced(at, 1) : segments.toSpliced(gap, 2) };
}

function runAt({ segments }: LogRows, index: number): LogRun | undefined {
  const segment = segments[index];
  return segment === undefined || segment.kind === 'gap' ? undefined : segment;
}

/** The gap behind a run that grew holds fewer lines. */
function withGap(segments: readonly Segment[], at: number, taken: number): readonly Segment[] {
  const gap = segments[at];
  if (gap === undefined || gap.kind === 'run' || gap.lines === undefined) return segments;
  const left: LogGap = { ...gap, lines: Math.max(0, gap.lines - taken) };
  return segments.with(at, left);
}

function lastStamp(run: LogRun): string | undefined {
  for (const { at } of linesFromEnd(run)) if (at !== undefined) return at;
  return undefined;
}

/** Is the line one of the run, or older than its last one? */
function isAmong(line: LogLine, run: LogRun): boolean {
  const last = lastStamp(run);
  if (line.at === undefined || last === undefined) return false;
  const order = compareStamps(line.at, last);
  if (order !== 0) return order < 0;
  for (const known of linesFromEnd(run)) {
    if (known.at !== undefined && compareStamps(known.at, last) < 0) return false;
    if (isSameText(known.text, line.text)) return true;
  }
  return false;
}

function hasReached(line: LogLine, first: TextRow | undefined): boolean {
  if (first?.at === undefined || line.at === undefined) return false;
  const order = compareStamps(line.at, first.at);
  return order > 0 || (order === 0 && isSameText(first.text, line.text));
}

/** What the snapshot keeps of a long line is its start. */
function isSameText(kept: string, read: string): boolean {
  return kept === read || (kept.length > 500 && read.startsWith(kept.slice(0, 500)));
}

function freshId({ segments }: LogRows): number {
  return 1 + Math.max(0, ...segments.map((segment) => (segment.kind === 'run' ? segment.id : 0)));
}

/** The gap right before a line; undefined where there is none. */
export function gapBefore({ segments }: LogRows, line: TextRow): number | undefined {
  const at = segments.findIndex((segment) => segment.kind === 'run' && firstLine(segment) === line);
  return segments[at - 1]?.kind === 'gap' ? at - 1 : undefined;
}
