import { charactersOf, countsOf, withoutFirstChunk } from './rows.ts';
import type { LogGap, LogRows, LogRun, Segment } from './rows.ts';

/** Most that the log view holds at a time. */
export const mostLines = 100_000;
export const mostCharacters = 64 * 1024 * 1024;

/** The rows within the bound: the oldest lines make room, and a gap says how many there were. */
export function bounded(rows: LogRows): LogRows {
  let { segments } = rows;
  while (isTooMuch(segments)) {
    const at = segments.findIndex((segment) => segment.kind === 'run' && segment.chunks.length > 0);
    const run = segments[at] as LogRun;
    // The last chunk may still grow.
    if (at === segments.length - 1 && run.chunks.length === 1) break;
    const rest = withoutFirstChunk(run);
    const dropped = run.counts.all - rest.counts.all;
    segments = [gapOf(segments.slice(0, at), dropped), rest, ...segments.slice(at + 1)];
    if (rest.chunks.length === 0) segments = segments.toSpliced(1, 1);
  }
  return segments === rows.segments ? rows : { segments };
}

function isTooMuch(segments: readonly Segment[]): boolean {
  const runs = segments.filter((segment) => segment.kind === 'run');
  const lines = runs.reduce((sum, run) => sum + countsOf(run).all, 0);
  return lines > mostLines || runs.reduce((sum, run) => sum + charactersOf(run), 0) > mostCharacters;
}

/** One gap for all that stood before, and for what was dropped. */
function gapOf(before: readonly Segment[], dropped: number): LogGap {
  const gaps = before.filter((segment) => segment.kind === 'gap');
  const isKnown = gaps.every(({ lines }) => lines !== undefined);
  const lines = gaps.reduce((sum, gap) => sum + (gap.lines ?? 0), dropped);
  return { kind: 'gap', dropped: true, ...(isKnown ? { lines } : {}) };
}
