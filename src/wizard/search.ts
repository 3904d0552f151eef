import { graphemesOf } from '#document/columns.ts';
import type { Searchable } from './searchable.ts';

/** What is looked for. Folded once; matching never looks at colours, widths or cases that do not matter. */
export interface Needle {
  readonly query: string;
  readonly folded: string;
  /** Smart case: a capital letter in the query makes capitals count. */
  readonly caseMatters: boolean;
}

export function needleOf(query: string): Needle {
  const normal = query.normalize('NFKC');
  const caseMatters = normal !== normal.toLowerCase();
  return { query, folded: caseMatters ? normal : normal.toLowerCase(), caseMatters };
}

const printableAscii = /^[\x20-\x7e]*$/u;

/** Full-width and half-width forms, ligatures and the like are the same letters to whoever types them (NFKC). */
function normalised(text: string): string {
  return printableAscii.test(text) ? text : text.normalize('NFKC');
}

/** Texts folded, and the matches of the last query, for as long as their source is there. */
interface Memory {
  readonly normal: string[];
  readonly lower: string[];
  needle: Needle;
  /** How many texts the matches were looked for in. */
  searched: number;
  matches: number[];
}

const memories = new WeakMap<object, Memory>();

/**
 * Indices of the texts that hold the needle, in their order. Each text is folded once; a query that was made longer
 * only looks at what matched before, and texts that were added are looked at alone, so that typing stays quick on
 * 10^5 rows.
 */
export function matchesOf(searchable: Searchable, needle: Needle): readonly number[] {
  if (needle.folded === '') return [];
  const memory = memoryOf(searchable.source);
  const folded = needle.caseMatters ? memory.normal : memory.lower;
  const holds = (index: number): boolean => {
    const known = (folded[index] ??= foldedText(searchable.textOf(index), needle.caseMatters));
    return known.includes(needle.folded);
  };
  if (!isSame(memory.needle, needle)) {
    const narrows = isNarrower(needle, memory.needle);
    memory.matches = narrows ? memory.matches.filter(holds) : [];
    if (!narrows) memory.searched = 0;
    memory.needle = needle;
  }
  if (memory.searched < searchable.count) {
    const more = memory.matches.slice();
    for (let index = memory.searched; index < searchable.count; index += 1)
      if (holds(index)) more.push(index);
    memory.matches = more;
    memory.searched = searchable.count;
  }
  return memory.matches;
}

function isSame(a: Needle, b: Needle): boolean {
  return a.folded === b.folded && a.caseMatters === b.caseMatters;
}

function isNarrower(needle: Needle, than: Needle): boolean {
  return than.folded !== '' && than.caseMatters === needle.caseMatters && needle.folded.includes(than.folded);
}

function foldedText(text: string, caseMatters: boolean): string {
  const normal = normalised(text);
  return caseMatters ? normal : normal.toLowerCase();
}

function memoryOf(source: object): Memory {
  const known = memories.get(source);
  if (known !== undefined) return known;
  const fresh: Memory = { normal: [], lower: [], needle: needleOf(''), searched: 0, matches: [] };
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
  if (needle.folded === '') return [];
  const { folded, starts, ends } = foldedWithPlaces(text, needle.caseMatters);
  const ranges: (readonly [number, number])[] = [];
  for (let at = folded.indexOf(needle.folded); at >= 0;) {
    const end = at + needle.folded.length;
    ranges.push([starts[at] ?? 0, ends[end - 1] ?? text.length]);
    at = folded.indexOf(needle.folded, end);
  }
  return ranges;
}

/** A folded text, and where the character begins and ends that each of its letters comes from. */
function foldedWithPlaces(
  text: string,
  caseMatters: boolean,
): { readonly folded: string; readonly starts: readonly number[]; readonly ends: readonly number[] } {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const grapheme of graphemesOf(text)) {
    const normal = normalised(grapheme);
    const part = caseMatters ? normal : normal.toLowerCase();
    for (let letter = 0; letter < part.length; letter += 1) {
      starts.push(start);
      ends.push(start + grapheme.length);
    }
    folded += part;
    start += grapheme.length;
  }
  return { folded, starts, ends };
}
