import { graphemesOf } from '#document/columns.ts';
import type { SearchedTexts } from './searchable.ts';

/** What is looked for, as a pattern for normalised texts. */
export interface Needle {
  readonly query: string;
  /** '' for a query that finds nothing. */
  readonly normal: string;
  /** Smart case: a capital letter in the query makes capitals count. */
  readonly caseMatters: boolean;
  readonly pattern: RegExp;
}

export function needleOf(query: string): Needle {
  const normal = normalised(query);
  const caseMatters = normal !== normal.toLowerCase();
  const letters = normal.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);
  return { query, normal, caseMatters, pattern: new RegExp(letters, caseMatters ? 'u' : 'iu') };
}

const printableAscii = /^[\x20-\x7e]*$/u;

/** Full-width and half-width forms, ligatures and the like are the same letters to whoever types them (NFKC). */
function normalised(text: string): string {
  return printableAscii.test(text) ? text : text.normalize('NFKC');
}

/** Texts as they are matched, and the matches of the last query, for as long as their source is there. */
interface Memory {
  readonly normal: string[];
  needle: Needle;
  /** How many texts the matches were looked for in. */
  searched: number;
  matches: readonly number[];
}

const memories = new WeakMap<object, Memory>();

/**
 * Indices of the texts that hold the needle, in their order. Each text is normalised once; a query that was made longer
 * only looks at what matched before, and parts that are known are not looked at again, so that typing stays quick on
 * 10^5 rows, and on a log that grows.
 */
export function matchesOf(searchable: SearchedTexts, needle: Needle): readonly number[] {
  if (needle.normal === '') return [];
  const memory = memoryOf(searchable.source);
  const isKnown = isSame(memory.needle, needle);
  if (isKnown && memory.searched === searchable.count) return memory.matches;
  memory.matches =
    searchable.parts === undefined
      ? foundIn(searchable, needle, memory, isKnown)
      : searchable.parts().flatMap((part) => {
          const found = matchesOf(part, needle);
          return part.from === 0 ? found : found.map((index) => part.from + index);
        });
  memory.needle = needle;
  memory.searched = searchable.count;
  return memory.matches;
}

function foundIn(texts: SearchedTexts, needle: Needle, memory: Memory, isKnown: boolean): readonly number[] {
  const holds = (index: number): boolean =>
    needle.pattern.test((memory.normal[index] ??= normalised(texts.textOf(index))));
  const narrows = isKnown || isNarrower(needle, memory.needle);
  const found = isKnown ? memory.matches.slice() : narrows ? memory.matches.filter(holds) : [];
  for (let index = narrows ? memory.searched : 0; index < texts.count; index += 1)
    if (holds(index)) found.push(index);
  return found;
}

function isSame(a: Needle, b: Needle): boolean {
  return a.normal === b.normal && a.caseMatters === b.caseMatters;
}

/** Letters that were added; a capital among them looks at everything again. */
function isNarrower(needle: Needle, than: Needle): boolean {
  return than.normal !== '' && than.caseMatters === needle.caseMatters && needle.normal.includes(than.normal);
}

function memoryOf(source: object): Memory {
  const known = memories.get(source);
  if (known !== undefined) return known;
  const fresh: Memory = { normal: [], needle: needleOf(''), searched: 0, matches: [] };
  memories.set(source, fresh);
  return fresh;
}

/** Which match a person gets to, and whether the search went round an end. */
export interface Found {
  /** Of the text, not of the match. */
  readonly index: number;
  readonly wrapped: boolean;
}

/** The first match at or after `from`; from the top again when there is none. */
export function matchFrom(matches: readonly number[], from: number): Found | undefined {
  const [first] = matches;
  if (first === undefined) return undefined;
  const next = matches[lowerBound(matches, from)];
  return next === undefined ? { index: first, wrapped: true } : { index: next, wrapped: false };
}

/** The last match before `from`; from the bottom again when there is none. */
export function matchBefore(matches: readonly number[], from: number): Found | undefined {
  const last = matches.at(-1);
  if (last === undefined) return undefined;
  const previous = matches[lowerBound(matches, from) - 1];
  return previous === undefined ? { index: last, wrapped: true } : { index: previous, wrapped: false };
}

/** Which match a text is, counted from 1; 0 when it is none. */
export function matchNumber(matches: readonly number[], index: number): number {
  const place = lowerBound(matches, index);
  return matches[place] === index ? place + 1 : 0;
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the needle stands in a text, as `[start, end)` in its own letters; only for what is drawn. */
export function rangesOf(text: string, needle: Needle): readonly (readonly [number, number])[] {
  if (needle.normal === '') return [];
  const { normal, starts, ends } = withPlaces(text);
  return Array.from(normal.matchAll(new RegExp(needle.pattern, `g${needle.pattern.flags}`)), (match) => [
    starts[match.index] ?? 0,
    ends[match.index + match[0].length - 1] ?? text.length,
  ]);
}

/** A normalised text, and where the character begins and ends that each of its letters comes from. */
function withPlaces(text: string): {
  readonly normal: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
} {
  let normal = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const grapheme of graphemesOf(text)) {
    const part = normalised(grapheme);
    for (let letter = 0; letter < part.length; letter += 1) {
      starts.push(start);
      ends.push(start + grapheme.length);
    }
    normal += part;
    start += grapheme.length;
  }
  return { normal, starts, ends };
}
