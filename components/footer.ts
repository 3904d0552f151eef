import { textWidth } from '#presentation/text-width.ts';
import { type Line, span } from './line.ts';

export interface Hint {
  /** As the keys are printed, e.g. `↑↓`. */
  readonly keys: string;
  readonly word: string;
  /** Hints of a higher rank give way first when room is short. */
  readonly rank: number;
}

const gap = '  ';

/** The keys of the moment, in the order given, as many as fit whole. */
export function footerLine(hints: readonly Hint[], width: number, ellipsis: string): Line {
  const shown = new Set(hints);
  const byRank = hints.toSorted((a, b) => b.rank - a.rank);
  for (const hint of byRank) {
    if (widthOf(shown) <= width) break;
    if (shown.size > 1) shown.delete(hint);
  }
  const kept = hints.filter((hint) => shown.has(hint));
  return kept.flatMap((hint, index) => [
    span(`${index === 0 ? '' : gap}${hint.keys}`, 'strong'),
    span(hint.word === '' ? ellipsis : ` ${hint.word}`),
  ]);
}

function widthOf(hints: ReadonlySet<Hint>): number {
  return [...hints].reduce(
    (sum, { keys, word }) => sum + textWidth(keys) + 1 + textWidth(word),
    gap.length * (hints.size - 1),
  );
}
