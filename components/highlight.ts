import type { Line, Span } from './line.ts';
import type { Symbols } from './symbols.ts';

/** Marks what a search found in one line that is drawn; `index` is its place among all lines. */
export type Highlight = (line: Line, index: number) => Line;

/**
 * A line with its matches marked, `ranges` being `[start, end)` in its text. Spans are split and keep their style:
 * how a match looks is decided where lines are drawn.
 */
export function highlighted(
  line: Line,
  ranges: readonly (readonly [number, number])[],
  match: 'current' | 'other',
  { matchStart, matchEnd }: Pick<Symbols, 'matchStart' | 'matchEnd'>,
): Line {
  if (ranges.length === 0) return line;
  const marked: Span[] = [];
  let start = 0;
  for (const part of line) {
    const end = start + part.text.length;
    let at = start;
    for (const [from, to] of ranges) {
      if (to <= at || from >= end) continue;
      push(part, at, Math.max(at, from));
      const stop = Math.min(end, to);
      push(part, Math.max(at, from), stop, match);
      at = stop;
    }
    push(part, at, end);
    start = end;
  }
  return marked;

  function push(part: Span, from: number, to: number, as?: Span['match']): void {
    if (to <= from) return;
    const text = part.text.slice(from - start, to - start);
    marked.push(
      as === undefined ? { ...part, text } : { ...part, text: `${matchStart}${text}${matchEnd}`, match: as },
    );
  }
}
