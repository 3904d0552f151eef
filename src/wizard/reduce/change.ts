import type { UiNotes } from '#i18n/types/ui.ts';
import type { Effect, Step } from '../state/message.ts';
import { type Overlay, type Place, placeOf, type WizardState } from '../state/state.ts';

/** Small words for the reducers: each gives the next state, with what is asked of the world. */
export type Next = Step<WizardState>;

export type Motion = 'move-up' | 'move-down' | 'page-up' | 'page-down' | 'top' | 'bottom';

export function same(state: WizardState, ...effects: readonly Effect[]): Next {
  return { state, effects };
}

export function withNote<N extends keyof UiNotes>(
  state: WizardState,
  name: N,
  params: UiNotes[N],
): WizardState {
  return { ...state, note: { name, params } as WizardState['note'] & object };
}

/** Nothing changes but the status line. */
export function say<N extends keyof UiNotes>(state: WizardState, name: N, params: UiNotes[N]): Next {
  return same(withNote(state, name, params));
}

export function withOverlay(state: WizardState, overlay: Overlay): WizardState {
  return { ...state, overlay };
}

/** The state with the place on the current screen changed. */
export function withPlace(state: WizardState, change: Partial<Place>): WizardState {
  return { ...state, places: { ...state.places, [state.screen]: { ...placeOf(state), ...change } } };
}
