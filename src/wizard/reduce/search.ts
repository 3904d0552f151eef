import { searchedModes } from '../keys/mode.ts';
import { type Note, note } from '../keys/note.ts';
import { searchTargetOf } from '../layout/searched.ts';
import { isFollowing } from '../log/state.ts';
import { keyWork, lookOn, matchesOf } from '../search/matches.ts';
import { needleOf } from '../search/needle.ts';
import type { SearchTarget } from '../search/searched.ts';
import { queryOf } from '../search/state.ts';
import type { Transition } from '../state/message.ts';
import type { SearchOrigin, WizardState } from '../state/state.ts';
import { type TextField, textField } from '../text-field/text-field.ts';
import type { ActionInput, WizardAction } from './action.ts';
import { transition, notify, withNote } from './change.ts';
import { reveal } from './reveal.ts';

export const keepSearchAction: WizardAction = {
  id: 'keep-search',
  bindings: [{ keys: ['enter'], modes: ['typing-search'], group: 'type', footer: { order: 1, rank: 1 } }],
  run: keepSearch,
};

export const searchActions: readonly WizardAction[] = [
  {
    id: 'search',
    bindings: [{ keys: ['/'], modes: searchedModes, group: 'look', footer: { order: 6.2, rank: 8.5 } }],
    refusal: (input) => ((targetIn(input)?.count ?? 0) === 0 ? note('nothingToSearch', {}) : undefined),
    run: openSearch,
  },
  {
    id: 'next-match',
    bindings: [
      {
        keys: ['n'],
        modes: searchedModes,
        group: 'look',
        footer: { order: 1.2, rank: 3.5, keys: ['n', 'N'] },
      },
      {
        keys: ['down'],
        modes: ['typing-search'],
        group: 'type',
        footer: { order: 2, rank: 3, keys: ['up', 'down'] },
      },
    ],
    refusal: noSearch,
    run: (input) => toMatch(input, 1),
  },
  {
    id: 'previous-match',
    bindings: [
      { keys: ['N'], modes: searchedModes, group: 'look' },
      { keys: ['up'], modes: ['typing-search'], group: 'type' },
    ],
    refusal: noSearch,
    run: (input) => toMatch(input, -1),
  },
];

/** Matches that were kept lie over what they are in, and go first. */
export const endSearchAction: WizardAction = {
  id: 'end-search',
  bindings: [{ keys: ['escape'], modes: ['search'], group: 'leave', footer: { order: 10.8, rank: 1.5 } }],
  run: ({ state }) => transition(leaveSearch(state)),
};

function noSearch({ state }: ActionInput): Note | undefined {
  return state.search === undefined ? note('noSearch', {}) : undefined;
}

function targetIn({ state, layout }: ActionInput): SearchTarget | undefined {
  return searchTargetOf(state, layout);
}

/** /: asks for words, and remembers where one was. */
function openSearch(input: ActionInput): Transition {
  const { log, overlay, positions, search, timeline } = input.state;
  return transition({
    ...input.state,
    search: {
      kind: 'typing',
      field: textField(''),
      from: targetIn(input)?.position ?? 0,
      origin: {
        overlay,
        positions,
        ...(log === undefined ? {} : { log }),
        ...(timeline === undefined ? {} : { timeline }),
        ...(search?.kind === 'kept' ? { search } : {}),
      },
    },
  });
}

/** Every letter goes to the first match from where the search began. */
export function withSearchText(input: ActionInput, field: TextField): Transition {
  const { search } = input.state;
  if (search?.kind !== 'typing') return transition(input.state);
  const edited = { ...input.state, search: { ...search, field } };
  if (field.value === search.field.value) return transition(edited);
  const searched = targetIn(input);
  if (searched !== undefined) lookOn(searched, needleOf(field.value), keyWork);
  return transition(toFirst(edited, input));
}

/** Back to where one was, while no match is known. */
function toFirst(state: WizardState, input: ActionInput): WizardState {
  const { search } = state;
  if (search?.kind !== 'typing') return state;
  const searched = targetIn(input);
  const match = searched && matchesOf(searched, needleOf(search.field.value)).next(search.from);
  if (searched !== undefined && match !== undefined)
    return reveal({ ...state, search: { ...search, at: match.index } }, input, searched, match.index);
  const { at: _, ...nowhere } = search;
  return { ...backTo(state, search.origin), search: nowhere };
}

/** More was looked through: what could not be done before is done now. */
export function searchOn(input: ActionInput): Transition {
  const { state } = input;
  if (state.search === undefined) return transition(state);
  const { wish, ...search } = state.search;
  const isNowhere = search.kind === 'typing' && search.at === undefined;
  const now = isNowhere ? toFirst({ ...state, search }, input) : { ...state, search };
  switch (wish) {
    case undefined:
      return transition(now);
    case 'keep':
      return keepSearch({ ...input, state: now });
    case 'next':
    case 'previous':
      return toMatch({ ...input, state: now }, wish === 'next' ? 1 : -1);
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
function keepSearch(input: ActionInput): Transition {
  const { state } = input;
  const { search } = state;
  if (search?.kind !== 'typing') return transition(state);
  const query = search.field.value;
  if (query === '') return transition(leaveSearch(state));
  const found = search.at === undefined ? toFirst(state, input) : state;
  const at = found.search?.at;
  if (at !== undefined) return transition({ ...found, search: { kind: 'kept', query, at } });
  const searched = targetIn(input);
  const isWhole = searched === undefined || matchesOf(searched, needleOf(query)).isWhole;
  if (!isWhole) return transition({ ...state, search: { ...search, wish: 'keep' } });
  return transition(withNote(leaveSearch(state), 'noMatch', { query }));
}

/** Esc: back to where one was, and to what was searched before. */
export function leaveSearch(state: WizardState): WizardState {
  const { search, ...rest } = state;
  if (search?.kind !== 'typing') return rest;
  const { origin } = search;
  const back = backTo(rest, origin);
  return origin.search === undefined ? back : { ...back, search: origin.search };
}

/** Only where one was comes back: lines of a log that came meanwhile stay. */
function backTo(state: WizardState, { log, overlay, positions, timeline }: SearchOrigin): WizardState {
  const { timeline: _, ...rest } = state;
  const back = { ...rest, overlay, positions, ...(timeline === undefined ? {} : { timeline }) };
  if (log === undefined || state.log === undefined) return back;
  const { cursor, skip, top } = log.pane;
  const sticks = log.sticks && isFollowing(state.log);
  return { ...back, log: { ...state.log, pane: { ...state.log.pane, cursor, skip, top }, sticks } };
}

/** n and N; round the end, which is said. */
function toMatch(input: ActionInput, by: 1 | -1): Transition {
  const { state } = input;
  const { search } = state;
  if (search === undefined) return transition(state);
  const searched = targetIn(input);
  if (searched === undefined) return notify(state, 'nothingToSearch', {});
  const query = queryOf(search);
  const matches = matchesOf(searched, needleOf(query));
  const { position } = searched;
  const isAtMatch = matches.numberOf(position) > 0;
  const match = by > 0 ? matches.next(isAtMatch ? position + 1 : position) : matches.previous(position);
  if (match === undefined && !matches.isWhole)
    return transition({ ...state, search: { ...search, wish: by > 0 ? 'next' : 'previous' } });
  if (match === undefined) return notify(state, 'noMatch', { query });
  const next = reveal({ ...state, search: { ...search, at: match.index } }, input, searched, match.index);
  if (!match.wrapped) return transition(next);
  const number = matches.numberOf(match.index);
  return notify(next, by > 0 ? 'searchFromTop' : 'searchFromBottom', { query, number, count: matches.count });
}
