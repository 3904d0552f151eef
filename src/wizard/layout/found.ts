import { type Highlight, highlighted } from '#components/highlight.ts';
import { lineText } from '#components/line.ts';
import type { Symbols } from '#components/symbols.ts';
import { lookOn, matchesOf } from '../search/matches.ts';
import { type Needle, needleOf, rangesOf } from '../search/needle.ts';
import { queryOf, type WizardState } from '../state/state.ts';
import { searchableOf } from './searchables.ts';
import type { View } from '../view/view.ts';

/** What a search found in what has the focus. */
export interface Found {
  readonly query: string;
  readonly needle: Needle;
  /** So far. */
  readonly count: number;
  /** All was looked through. */
  readonly isWhole: boolean;
  /** Which match the person is at, counted from 1; 0 between matches. */
  readonly number: number;
  /** The text that the person is at. */
  readonly position: number;
}

/** Undefined without a search, and where there is nothing to be searched. */
export function foundIn(state: WizardState, view: View): Found | undefined {
  if (state.search === undefined) return undefined;
  const searchable = searchableOf(state, view);
  if (searchable === undefined) return undefined;
  const query = queryOf(state.search);
  const needle = needleOf(query);
  const { count, isWhole, numberOf } = matchesOf(searchable, needle);
  const { position } = searchable;
  return { query, needle, count, isWhole, number: numberOf(position), position };
}

/** Looks through more of what has the focus, for one turn. @returns whether another turn is due */
export function lookFurther(state: WizardState, view: View): boolean {
  const { search } = state;
  const searchable = search && searchableOf(state, view);
  if (search === undefined || searchable === undefined) return false;
  const needle = needleOf(queryOf(search));
  lookOn(searchable, needle);
  const { count, isWhole } = matchesOf(searchable, needle);
  const isNowhere = search.kind === 'typing' && search.at === undefined;
  return !isWhole || search.wish !== undefined || (isNowhere && count > 0);
}

/** Draws the matches of one line that is seen. */
export function highlighter({ needle, position }: Found, symbols: Symbols): Highlight {
  return (line, index) =>
    highlighted(line, rangesOf(lineText(line), needle), index === position ? 'current' : 'other', symbols);
}
