import type { LogExample, LogSummary, RawLine } from '#snapshot/log-summary.ts';
import type { LogLine } from '../ports/ports.ts';
import { appended, emptyRun, type LogRows, type TextRow, type RowAddress, type Segment } from './rows.ts';

/** What a snapshot keeps of a log, as rows; `record` is where the line with that number stands. */
export interface KeptRows {
  readonly rows: LogRows;
  readonly record?: RowAddress;
}

/**
 * Examples with the lines around them, the last lines, and what is known to be between them: how many lines are not
 * kept. Without a summary there is one empty run, which lines can be added to.
 */
export function keptRows(summary: LogSummary | undefined, number: number | undefined): KeptRows {
  const lines = summary === undefined ? [] : knownLines(summary);
  const segments: Segment[] = [];
  let record: RowAddress | undefined;
  let expected = 1;
  let run: LogLine[] = [];
  const close = (): void => {
    if (run.length > 0) segments.push(appended(emptyRun(segments.length + 1), run));
    run = [];
  };
  for (const line of lines) {
    if (line.number > expected) {
      close();
      segments.push({ kind: 'gap', lines: line.number - expected });
    }
    if (line.number === number) record = placeOf(segments.length, run.length);
    run.push({ text: line.text, ...(line.at === undefined ? {} : { at: line.at }) });
    expected = line.number + 1;
  }
  close();
  const left = summary === undefined ? 0 : summary.lines - expected + 1;
  if (left > 0) segments.push({ kind: 'gap', lines: left });
  if (segments.length === 0) segments.push(emptyRun(0));
  return { rows: { segments }, ...(record === undefined ? {} : { record }) };
}

/** A run of what is kept of a log is short: a chunk or two. */
const chunkLines = 1024;

function placeOf(segment: number, index: number): RowAddress {
  return { segment, chunk: Math.floor(index / chunkLines), offset: index % chunkLines };
}

/** Every line that the summary quotes, once, by its number. */
function knownLines({ markers, signatures, tail }: LogSummary): readonly RawLine[] {
  const known = new Map<number, RawLine>();
  const add = (line: RawLine): void => {
    const before = known.get(line.number);
    // One quotes a longer part of it than another.
    if (before === undefined || before.text.length < line.text.length) known.set(line.number, line);
  };
  for (const { first, last } of signatures) for (const line of [first, last].flatMap(linesOf)) add(line);
  for (const { last } of Object.values(markers)) add(last);
  for (const line of tail) add(line);
  return [...known.values()].toSorted((a, b) => a.number - b.number);
}

function linesOf({ after, at, before, number, text }: LogExample): readonly RawLine[] {
  const record = text.split('\n').map((part, index): RawLine => ({
    number: number + index,
    text: part,
    ...(index > 0 || at === undefined ? {} : { at }),
  }));
  return [...before, ...record, ...after];
}

/** The rows of the record that begins at a place: a stack belongs to its panic. */
export function recordRows({ segments }: LogRows, place: RowAddress | undefined): readonly TextRow[] {
  const segment = place === undefined ? undefined : segments[place.segment];
  if (place === undefined || segment === undefined || segment.kind === 'gap') return [];
  const rows = segment.chunks
    .slice(place.chunk)
    .flatMap((chunk) => chunk.rows)
    .slice(place.offset);
  const end = rows.findIndex((row, index) => index > 0 && row.continues !== true);
  return end < 0 ? rows : rows.slice(0, end);
}
