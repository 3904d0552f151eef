import { MatchBlock, blockTexts } from './match-block.ts';
import type { Needle } from './needle.ts';
import type { SearchedTexts, TextPart } from './searched.ts';

/** Work of one turn: a few milliseconds, so that no key waits for a search, however long the list. */
const turnWork = 2_000_000;
/** That of a key, which is drawn with a turn of its own: what is short is through with it. */
export const keyWork = turnWork / 4;

/** What was found so far. Indices are those of all texts. */
export interface Matches {
  readonly count: number;
  /** All texts were looked at. */
  readonly isWhole: boolean;
  /** The first match at or after `from`; from the top again when there is none; undefined also while nobody knows. */
  readonly next: (from: number) => Match | undefined;
  /** The last match before `from`; from the bottom again when there is none; undefined also while nobody knows. */
  readonly previous: (from: number) => Match | undefined;
  /** Which match a text is, counted from 1; 0 when it is none. */
  readonly numberOf: (index: number) => number;
}

/** Which match a person gets to, and whether the search went round an end. */
export interface Match {
  /** Of the text, not of the match. */
  readonly index: number;
  readonly wrapped: boolean;
}

/** The blocks of a source, for as long as it is there. */
const blocks = new WeakMap<object, MatchBlock[]>();

/** Goes on with a search, for one turn. */
export function lookOn(searched: SearchedTexts, needle: Needle, turn = turnWork): void {
  let work = turn;
  for (const { block, count, from, part } of slicesOf(searched)) {
    block.turnTo(needle);
    work = block.lookOn((index) => part.textOf(index), from, count, work);
    if (work <= 0) return;
  }
}

/** What is known of a search; nothing is looked for. */
export function matchesOf(searched: SearchedTexts, needle: Needle): Matches {
  const pieces: Piece[] = [];
  let count = 0;
  let unknownFrom = Infinity;
  let unknownTo = -Infinity;
  for (const { block, count: texts, from, part } of slicesOf(searched)) {
    const { indices, left } = block.found(needle, texts);
    const at = part.from + from;
    if (indices.length > 0) pieces.push({ from: at, before: count, indices });
    count += indices.length;
    if (left === undefined) continue;
    unknownFrom = Math.min(unknownFrom, at + left);
    unknownTo = at + texts;
  }
  const isWhole = unknownTo < 0;
  const at = (number: number): number => matchAt(pieces, number);
  /** How many matches stand before a text. */
  const before = (index: number): number => countBefore(pieces, index);
  const known = (found: Match, isSure: boolean): Match | undefined => (isWhole || isSure ? found : undefined);
  return {
    count,
    isWhole,
    next(from) {
      const number = before(from);
      if (number >= count) return count === 0 ? undefined : known({ index: at(0), wrapped: true }, false);
      const index = at(number);
      return known({ index, wrapped: false }, index < unknownFrom || from >= unknownTo);
    },
    previous(from) {
      const number = before(from) - 1;
      if (number < 0) return count === 0 ? undefined : known({ index: at(count - 1), wrapped: true }, false);
      const index = at(number);
      return known({ index, wrapped: false }, from <= unknownFrom || index >= unknownTo);
    },
    numberOf(index) {
      const number = before(index);
      return number < count && at(number) === index ? number + 1 : 0;
    },
  };
}

/** Matches of one block: `before` of them stand before it, `indices` count from its first text. */
interface Piece {
  readonly from: number;
  readonly before: number;
  readonly indices: readonly number[];
}

function matchAt(pieces: readonly Piece[], number: number): number {
  const piece = pieces[firstFrom(pieces, ({ before, indices }) => before + indices.length > number)];
  return piece === undefined ? -1 : piece.from + (piece.indices[number - piece.before] ?? 0);
}

function countBefore(pieces: readonly Piece[], index: number): number {
  const at = firstFrom(pieces, ({ from, indices }) => from + (indices.at(-1) ?? 0) >= index);
  const piece = pieces[at];
  if (piece === undefined) {
    const last = pieces.at(-1);
    return last === undefined ? 0 : last.before + last.indices.length;
  }
  return piece.before + firstFrom(piece.indices, (own) => piece.from + own >= index);
}

/** The place of the first one for which it holds, where it holds for all behind that one, too. */
function firstFrom<T>(sorted: readonly T[], holds: (value: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface BlockSlice {
  readonly block: MatchBlock;
  readonly part: TextPart;
  /** Its first text in the part, and how many it has. */
  readonly from: number;
  readonly count: number;
}

function* slicesOf(searched: SearchedTexts): Generator<BlockSlice> {
  const parts: readonly TextPart[] = searched.parts?.() ?? [whole(searched)];
  for (const part of parts) {
    const known = blocks.get(part.source) ?? [];
    blocks.set(part.source, known);
    for (let from = 0; from < part.count; from += blockTexts) {
      const block = (known[from / blockTexts] ??= new MatchBlock());
      yield { block, part, from, count: Math.min(blockTexts, part.count - from) };
    }
  }
}

function whole(texts: SearchedTexts): TextPart {
  return { source: texts.source, count: texts.count, textOf: (index) => texts.textOf(index), from: 0 };
}
