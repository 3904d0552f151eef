import { editText, type TextEdit, textField } from '../text-field/text-field.ts';
import { type Next, same, say, withNote } from './change.ts';
import { isFollowing } from '../log/state.ts';
import { keyWork, lookOn, matchesOf } from '../search/matches.ts';
import { needleOf, rangesOf } from '../search/needle.ts';
import type { Searchable } from '../search/searchable.ts';
import { searchableOf } from '../layout/searchables.ts';
import { queryOf, type Search, type WizardState } from '../state/state.ts';
import type { View } from '../view/view.ts';

type Origin = Extract<Search, { kind: 'typing' }>['origin'];

/** /: asks for words, and remembers where one was. */
export function openSearch(state: WizardState, view: View): Next {
  const searchable = searchableOf(state, view);
  if (searchable === undefined || searchable.count === 0) return say(state, 'nothingToSearch', {});
  const { log, overlay, places, search, timeline } = state;
  return same({
    ...state,
    search: {
      kind: 'typing',
      field: textField(''),
      from: searchable.position,
      origin: {
        overlay,
        places,
        ...(log === undefined ? {} : { log }),
        ...(timeline === undefined ? {} : { timeline }),
        ...(search?.kind === 'kept' ? { search } : {}),
      },
    },
  });
}

/** Every letter goes to the first match from where the search began. */
export function editSearch(state: WizardState, edit: TextEdit, view: View): Next {
  const { search } = state;
  if (search?.kind !== 'typing') return same(state);
  const field = editText(search.field, edit);
  const edited = { ...state, search: { ...search, field } };
  if (field.value === search.field.value) return same(edited);
  const searchable = searchableOf(state, view);
  if (searchable !== undefined) lookOn(searchable, needleOf(field.value), keyWork);
  return same(toFirst(edited, searchable));
}

/** Back to where one was, while no match is known. */
function toFirst(state: WizardState, searchable: Searchable | undefined): WizardState {
  const { search } = state;
  if (search?.kind !== 'typing') return state;
  const found = searchable && matchesOf(searchable, needleOf(search.field.value)).next(search.from);
  if (searchable !== undefined && found !== undefined)
    return reveal({ ...state, search: { ...search, at: found.index } }, searchable, found.index);
  const { at: _, ...nowhere } = search;
  return { ...backTo(state, search.origin), search: nowhere };
}

/** More was looked through: what could not be done before is done now. */
export function searchOn(state: WizardState, view: View): Next {
  if (state.search === undefined) return same(state);
  const { wish, ...search } = state.search;
  const isNowhere = search.kind === 'typing' && search.at === undefined;
  const now = isNowhere ? toFirst({ ...state, search }, searchableOf(state, view)) : { ...state, search };
  switch (wish) {
    case undefined:
      return same(now);
    case 'keep':
      return keepSearch(now, view);
    case 'next':
    case 'previous':
      return toMatch(now, wish === 'next' ? 1 : -1, view);
    default:
      return wish satisfies never;
  }
}

/** Another key gives up what the one before it waits for. */
export function withoutWish(state: WizardState): WizardState {
  if (state.search?.wish === undefined) return state;
  const { wish: _, ...search } = state.search;
  return { ...state, search };
}

/** Enter: stays at the match, and n and N go on from there. */
export function keepSearch(state: WizardState, view: View): Next {
  const { search } = state;
  if (search?.kind !== 'typing') return same(state);
  const query = search.field.value;
  if (query === '') return leaveSearch(state);
  const searchable = searchableOf(state, view);
  const found = search.at === undefined ? toFirst(state, searchable) : state;
  const at = found.search?.at;
  if (at !== undefined) return same({ ...found, search: { kind: 'kept', query, at } });
  const isWhole = searchable === undefined || matchesOf(searchable, needleOf(query)).isWhole;
  if (!isWhole) return same({ ...state, search: { ...search, wish: 'keep' } });
  return same(withNote(leaveSearch(state).state, 'noMatch', { query }));
}

/** Esc: back to where one was, and to what was searched before. */
export function leaveSearch(state: WizardState): Next {
  const { search, ...rest } = state;
  if (search?.kind !== 'typing') return same(rest);
  const { origin } = search;
  const back = backTo(rest, origin);
  return same(origin.search === undefined ? back : { ...back, search: origin.search });
}

/** Only where one was comes back: lines of a log that came meanwhile stay. */
function backTo(state: WizardState, { log, overlay, places, timeline }: Origin): WizardState {
  const { timeline: _, ...rest } = state;
  const back = { ...rest, overlay, places, ...(timeline === undefined ? {} : { timeline }) };
  if (log === undefined || state.log === undefined) return back;
  const { cursor, skip, top } = log.pane;
  const sticks = log.sticks && isFollowing(state.log);
  return { ...back, log: { ...state.log, pane: { ...state.log.pane, cursor, skip, top }, sticks } };
}

/** n and N; round the end, which is said. */
export function toMatch(state: WizardState, by: 1 | -1, view: View): Next {
  const { search } = state;
  if (search === undefined) return say(state, 'noSearch', {});
  const searchable = searchableOf(state, view);
  if (searchable === undefined) return say(state, 'nothingToSearch', {});
  const query = queryOf(search);
  const matches = matchesOf(searchable, needleOf(query));
  const { position } = searchable;
  const isAtMatch = matches.numberOf(position) > 0;
  const found = by > 0 ? matches.next(isAtMatch ? position + 1 : position) : matches.previous(position);
  if (found === undefined && !matches.isWhole)
    return same({ ...state, search: { ...search, wish: by > 0 ? 'next' : 'previous' } });
  if (found === undefined) return say(state, 'noMatch', { query });
  const moved = reveal({ ...state, search: { ...search, at: found.index } }, searchable, found.index);
  if (!found.wrapped) return same(moved);
  const number = matches.numberOf(found.index);
  return say(moved, by > 0 ? 'searchFromTop' : 'searchFromBottom', { query, number, count: matches.count });
}

/** The state with the first match in this text in view. */
function reveal(state: WizardState, searchable: Searchable, index: number): WizardState {
  const query = state.search === undefined ? '' : queryOf(state.search);
  const [[letter] = [0]] = rangesOf(searchable.textOf(index), needleOf(query));
  return searchable.reveal(state, index, letter);
}
