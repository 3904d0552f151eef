import type { ScreenId } from '#i18n/types/steps.ts';
import { type Next, same, say } from './change.ts';
import { screenIds, type WizardState } from '../state/state.ts';
import type { View } from '../view/view.ts';

/** → and ←, ] and [. */
export function walk(state: WizardState, by: 1 | -1, view: View): Next {
  const index = screenIds.indexOf(state.screen);
  const target = screenIds[index + by];
  if (target !== undefined) return goTo(state, target);
  const step = stepName(state.screen, view);
  return by > 0 ? say(state, 'lastStep', { step }) : say(state, 'firstStep', { step });
}

/** A digit; the keymap offers as many as there are steps. */
export function jump(state: WizardState, digit: number | undefined, view: View): Next {
  const target = screenIds[(digit ?? 0) - 1] ?? state.screen;
  if (target === state.screen) return say(state, 'alreadyThere', { step: stepName(target, view) });
  return goTo(state, target);
}

function goTo(state: WizardState, screen: ScreenId): Next {
  return same({ ...state, screen, walk: 'begun' });
}

export function stepName(screen: ScreenId, { texts }: Pick<View, 'texts'>): string {
  return texts.ui.step(screenIds.indexOf(screen) + 1, texts.steps.steps[screen].tab, screen);
}
