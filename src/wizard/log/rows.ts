import type { LogLevel } from '#snapshot/log-levels.ts';
import type { LogLine } from '../ports/ports.ts';
import { lineLevel } from './line-level.ts';

/** One raw line, as it is kept: not cleaned, not measured. */
export interface TextRow {
  readonly kind: 'line';
  readonly at?: string;
  readonly text: string;
  readonly level?: LogLevel;
  /** Belongs to the record above it: a line of a stack. */
  readonly continues?: true;
}

/** Lines that are not here. `lines` is absent where nobody counted them. */
export interface LogGap {
  readonly kind: 'gap';
  readonly lines?: number;
  /** They were here, and were dropped to keep the memory bounded. */
  readonly dropped?: true;
}

/** A row of the log view; `end` stands below the last line. */
export type LogRow = TextRow | LogGap | { readonly kind: 'end' };

export const levelFilters = ['all', 'warn', 'error'] as const;
export type LevelFilter = (typeof levelFilters)[number];

/** How many rows pass each filter. */
type Counts = Readonly<Record<LevelFilter, number>>;

interface Chunk {
  /** For a search: stay the same while lines are added, an object for what passes each filter. */
  readonly sources: Readonly<Record<LevelFilter, object>>;
  readonly rows: readonly TextRow[];
  /** Places in `rows` of those that pass. */
  readonly passing: Readonly<Record<Exclude<LevelFilter, 'all'>, readonly number[]>>;
  readonly characters: number;
}

/** Lines without a gap between them. */
export interface LogRun {
  readonly kind: 'run';
  /** Stays the same while lines are added. */
  readonly id: number;
  readonly chunks: readonly Chunk[];
  readonly counts: Counts;
}

export type Segment = LogRun | LogGap;

/**
 * The lines of a log that are here, in order, with the gaps between them. Nothing in it ever changes: adding lines
 * makes a new list of chunks, which are shared, so that 10^5 lines cost a key press nothing.
 */
export interface LogRows {
  readonly segments: readonly Segment[];
}

const chunkLines = 1024;
const noCounts: Counts = { all: 0, warn: 0, error: 0 };
const gapCounts: Counts = { all: 1, warn: 1, error: 1 };

export function emptyRun(id: number): LogRun {
  return { kind: 'run', id, chunks: [], counts: noCounts };
}

/** Rows that pass a filter; gaps always do. */
export function countRows({ segments }: LogRows, filter: LevelFilter): number {
  return segments.reduce((sum, segment) => sum + countsOf(segment)[filter], 0);
}

/** Rows of the segments before one. */
export function rowsBefore({ segments }: LogRows, filter: LevelFilter, segment: number): number {
  return countRows({ segments: segments.slice(0, segment) }, filter);
}

export function countsOf(segment: Segment): Counts {
  return segment.kind === 'gap' ? gapCounts : segment.counts;
}

/** Where a row stands, whatever the filter. */
export interface RowAddress {
  readonly segment: number;
  readonly chunk: number;
  readonly offset: number;
}

/** The place of the row with that number among those that pass; undefined below the last one. */
export function addressAt({ segments }: LogRows, filter: LevelFilter, index: number): RowAddress | undefined {
  let left = index;
  for (const [at, segment] of segments.entries()) {
    const count = countsOf(segment)[filter];
    if (left >= count) {
      left -= count;
      continue;
    }
    if (segment.kind === 'gap') return { segment: at, chunk: 0, offset: 0 };
    for (const [position, chunk] of segment.chunks.entries()) {
      const passing = passingOf(chunk, filter);
      if (left >= passing) {
        left -= passing;
        continue;
      }
      const offset = filter === 'all' ? left : (chunk.passing[filter][left] ?? 0);
      return { segment: at, chunk: position, offset };
    }
  }
  return undefined;
}

/** How many rows that pass stand before a place: the number of the row there, or of the next that passes. */
export function indexOfAddress(rows: LogRows, filter: LevelFilter, place: RowAddress): number {
  const segment = rows.segments[place.segment];
  const before = rowsBefore(rows, filter, place.segment);
  if (segment === undefined || segment.kind === 'gap') return before;
  const chunks = segment.chunks.slice(0, place.chunk);
  const inChunks = chunks.reduce((sum, chunk) => sum + passingOf(chunk, filter), before);
  if (filter === 'all') return inChunks + place.offset;
  const passing = segment.chunks[place.chunk]?.passing[filter] ?? [];
  const inChunk = passing.findIndex((offset) => offset >= place.offset);
  return inChunks + (inChunk < 0 ? passing.length : inChunk);
}

export function rowAt(rows: LogRows, filter: LevelFilter, index: number): LogRow {
  const place = addressAt(rows, filter, index);
  if (place === undefined) return { kind: 'end' };
  const segment = rows.segments[place.segment];
  if (segment === undefined || segment.kind === 'gap') return segment ?? { kind: 'end' };
  return segment.chunks[place.chunk]?.rows[place.offset] ?? { kind: 'end' };
}

export function firstLine(run: LogRun): TextRow | undefined {
  return run.chunks[0]?.rows[0];
}

export function lastLine(run: LogRun): TextRow | undefined {
  return run.chunks.at(-1)?.rows.at(-1);
}

/** Lines from the last one backwards. */
export function* linesFromEnd(run: LogRun): Generator<TextRow> {
  for (const chunk of run.chunks.toReversed()) yield* chunk.rows.toReversed();
}

export function charactersOf(run: LogRun): number {
  return run.chunks.reduce((sum, { characters }) => sum + characters, 0);
}

/** The run with lines added at its end; only its last chunk is copied. */
export function appended(run: LogRun, lines: readonly LogLine[]): LogRun {
  if (lines.length === 0) return run;
  const last = run.chunks.at(-1);
  const isOpen = last !== undefined && last.rows.length < chunkLines;
  const chunks = isOpen ? run.chunks.slice(0, -1) : [...run.chunks];
  let open: TextRow[] = isOpen ? [...last.rows] : [];
  let sources = isOpen ? last.sources : freshSources();
  let before = lastLine(run);
  for (const line of lines) {
    before = lineRow(line, before);
    open.push(before);
    if (open.length === chunkLines) {
      chunks.push(chunkOf(open, sources));
      open = [];
      sources = freshSources();
    }
  }
  if (open.length > 0) chunks.push(chunkOf(open, sources));
  return withChunks(run, chunks);
}

/** Two runs that turned out to touch. */
export function joined(first: LogRun, second: LogRun): LogRun {
  return withChunks(first, [...first.chunks, ...second.chunks]);
}

export function withoutFirstChunk(run: LogRun): LogRun {
  return withChunks(run, run.chunks.slice(1));
}

function withChunks(run: LogRun, chunks: readonly Chunk[]): LogRun {
  const sum = (filter: LevelFilter): number =>
    chunks.reduce((total, chunk) => total + passingOf(chunk, filter), 0);
  return { ...run, chunks, counts: { all: sum('all'), warn: sum('warn'), error: sum('error') } };
}

function passingOf(chunk: Chunk, filter: LevelFilter): number {
  return filter === 'all' ? chunk.rows.length : chunk.passing[filter].length;
}

const errors: ReadonlySet<LogLevel | undefined> = new Set<LogLevel>(['error', 'fatal', 'panic']);
const deadly: ReadonlySet<LogLevel | undefined> = new Set<LogLevel>(['fatal', 'panic']);

function freshSources(): Chunk['sources'] {
  return { all: {}, warn: {}, error: {} };
}

function chunkOf(rows: readonly TextRow[], sources: Chunk['sources']): Chunk {
  const warn: number[] = [];
  const error: number[] = [];
  let characters = 0;
  for (const [offset, { level, text }] of rows.entries()) {
    characters += text.length;
    if (errors.has(level)) error.push(offset);
    if (level === 'warn' || errors.has(level)) warn.push(offset);
  }
  return { sources, rows, passing: { warn, error }, characters };
}

/** A line without a level below the end of a process is part of what ended it: its stack. */
function lineRow({ at, text }: LogLine, before: TextRow | undefined): TextRow {
  const level = lineLevel(text);
  const same = { kind: 'line', text, ...(at === undefined ? {} : { at }) } as const;
  if (level !== undefined) return { ...same, level };
  if (before?.level === undefined || !deadly.has(before.level) || text.startsWith('{')) return same;
  return { ...same, level: before.level, continues: true };
}
