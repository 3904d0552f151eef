import { languages } from '#i18n/texts.ts';
import { listModes, searchedModes } from '../keys/mode.ts';
import type { Transition } from '../state/message.ts';
import type { WizardState } from '../state/state.ts';
import type { WizardAction } from './action.ts';
import { closed, transition, withNote, withOverlay } from './change.ts';

/** o: the guide's section; a second time closes it. */
export const guideAction: WizardAction = {
  id: 'guide',
  bindings: [{ keys: ['o'], modes: searchedModes, group: 'look', footer: { order: 6, rank: 8 } }],
  run: ({ state }) => togglePage(state, 'guide'),
};

/** ?: all keys; a second time closes it. */
export const helpAction: WizardAction = {
  id: 'help',
  bindings: [{ keys: ['?'], modes: listModes, group: 'look', footer: { order: 10, rank: 1 } }],
  run: ({ state }) => togglePage(state, 'help'),
};

function togglePage(state: WizardState, page: 'guide' | 'help'): Transition {
  return transition(
    state.overlay.kind === page ? closed(state) : withOverlay(state, { kind: page, scroll: 0 }),
  );
}

/** L: everything in the next language. */
export const languageAction: WizardAction = {
  id: 'language',
  bindings: [{ keys: ['L'], modes: listModes, group: 'look', footer: { order: 9, rank: 10 } }],
  run: ({ state }) => {
    const index = (languages.indexOf(state.language) + 1) % languages.length;
    const language = languages[index] ?? state.language;
    return transition(withNote({ ...state, language }, 'language', {}));
  },
};
