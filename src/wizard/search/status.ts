import { type Highlight, highlighted } from '#components/highlight.ts';
import { lineText } from '#components/line.ts';
import type { Symbols } from '#components/symbols.ts';
import { lookOn, matchesOf } from './matches.ts';
import { type Needle, needleOf, rangesOf } from './needle.ts';
import type { SearchTarget } from './searched.ts';
import { queryOf, type Search } from './state.ts';

/** What a search found so far. */
export interface SearchStatus {
  readonly query: string;
  readonly needle: Needle;
  readonly count: number;
  /** All was looked through. */
  readonly isWhole: boolean;
  /** Which match the person is at, counted from 1; 0 between matches. */
  readonly number: number;
  /** The text that the person is at. */
  readonly position: number;
}

/** What is known of a search; nothing is looked for. */
export function searchStatus(search: Search<unknown>, searched: SearchTarget): SearchStatus {
  const query = queryOf(search);
  const needle = needleOf(query);
  const { count, isWhole, numberOf } = matchesOf(searched, needle);
  const { position } = searched;
  return { query, needle, count, isWhole, number: numberOf(position), position };
}

/** Looks through more texts, for one turn. @returns whether another turn is due */
export function lookFurther(search: Search<unknown>, searched: SearchTarget): boolean {
  const needle = needleOf(queryOf(search));
  lookOn(searched, needle);
  const { count, isWhole } = matchesOf(searched, needle);
  const isNowhere = search.kind === 'typing' && search.at === undefined;
  return !isWhole || search.wish !== undefined || (isNowhere && count > 0);
}

/** Draws the matches of one line that is seen. */
export function highlighter({ needle, position }: SearchStatus, symbols: Symbols): Highlight {
  return (line, index) =>
    highlighted(line, rangesOf(lineText(line), needle), index === position ? 'current' : 'other', symbols);
}
