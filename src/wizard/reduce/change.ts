import type { UiNotes } from '#i18n/types/ui.ts';
import { type Note, note } from '../keys/note.ts';
import type { Effect, Transition } from '../state/message.ts';
import type { Overlay } from '../state/overlay.ts';
import { positionOf, type ScreenPosition, type WizardState } from '../state/state.ts';

/** Small words for the reducers: each gives the next state, with what is asked of the world. */
export function transition(state: WizardState, ...effects: readonly Effect[]): Transition {
  return { state, effects };
}

export function withNote<N extends keyof UiNotes>(
  state: WizardState,
  name: N,
  params: UiNotes[N],
): WizardState {
  return noted(state, note(name, params));
}

export function noted(state: WizardState, said: Note): WizardState {
  return { ...state, note: said };
}

/** Nothing changes but the status line. */
export function notify<N extends keyof UiNotes>(state: WizardState, name: N, params: UiNotes[N]): Transition {
  return transition(withNote(state, name, params));
}

export function withOverlay(state: WizardState, overlay: Overlay): WizardState {
  return { ...state, overlay };
}

export function closed(state: WizardState): WizardState {
  return withOverlay(state, { kind: 'none' });
}

/** The state with the position on the current screen changed. */
export function withPosition(state: WizardState, change: Partial<ScreenPosition>): WizardState {
  return {
    ...state,
    positions: { ...state.positions, [state.screen]: { ...positionOf(state), ...change } },
  };
}

/** The list or pane that has the keys, scrolled. */
export function withScroll(state: WizardState, scroll: number): WizardState {
  return withPosition(state, { view: { ...positionOf(state).view, scroll } });
}
