import type { Texts } from '#i18n/texts.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import { screenModes, stepModes } from '../keys/mode.ts';
import { type Note, note } from '../keys/note.ts';
import type { Display } from '../layout/display.ts';
import { screenIds, type WizardState } from '../state/state.ts';
import { type ActionInput, isUnread, type WizardAction } from './action.ts';
import { transition } from './change.ts';

/** → and ←, ] and [, and digits: from step to step. */
export const walkActions: readonly WizardAction[] = [
  {
    id: 'next-step',
    bindings: [
      {
        keys: ['right', 'l', ']'],
        modes: stepModes,
        group: 'walk',
        footer: { order: 4, rank: 3, keys: ['right'] },
      },
      { keys: [']'], modes: ['timeline'], group: 'walk' },
    ],
    refusal: ({ state, display }) =>
      stepAt(state, 1) === undefined ? note('lastStep', { step: stepName(state, display) }) : undefined,
    isOffered: ({ state }) => !isUnread(state),
    run: ({ state }) => goTo(state, stepAt(state, 1)),
  },
  {
    id: 'previous-step',
    bindings: [
      { keys: ['left', 'h', '['], modes: stepModes, group: 'walk' },
      { keys: ['['], modes: ['timeline'], group: 'walk' },
    ],
    refusal: ({ state, display }) =>
      stepAt(state, -1) === undefined ? note('firstStep', { step: stepName(state, display) }) : undefined,
    run: ({ state }) => goTo(state, stepAt(state, -1)),
  },
  {
    id: 'jump',
    bindings: [{ keys: ['1', '2', '3', '4', '5'], modes: screenModes, group: 'walk' }],
    refusal: jumpRefusal,
    run: (input) => goTo(input.state, targetIn(input)),
  },
];

function stepAt({ screen }: WizardState, by: 1 | -1): ScreenId | undefined {
  return screenIds[screenIds.indexOf(screen) + by];
}

/** There are as many digits as steps. */
function targetIn({ digit, state }: ActionInput): ScreenId {
  return screenIds[(digit ?? 0) - 1] ?? state.screen;
}

function jumpRefusal(input: ActionInput): Note | undefined {
  const { state, display } = input;
  // Without a digit the question is whether there are steps to jump to at all.
  const isThere = input.digit !== undefined && targetIn(input) === state.screen;
  return isThere ? note('alreadyThere', { step: stepName(state, display) }) : undefined;
}

function goTo(state: WizardState, screen: ScreenId | undefined) {
  return transition(screen === undefined ? state : { ...state, screen, walk: 'begun' });
}

/** The name of the step that is on the screen. */
export function stepName({ language, screen }: WizardState, { texts }: Pick<Display, 'texts'>): string {
  const { steps, ui }: Texts = texts(language);
  return ui.step(screenIds.indexOf(screen) + 1, steps[screen].tab, screen);
}
