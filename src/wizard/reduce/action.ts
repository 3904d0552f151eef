import type { ListRow } from '#presentation/blocks.ts';
import { type Action, lifted } from '../keys/action.ts';
import { type Note, note } from '../keys/note.ts';
import type { Display } from '../layout/display.ts';
import type { Layout } from '../layout/layout.ts';
import type { MainLayout } from '../layout/main-layout.ts';
import type { Transition } from '../state/message.ts';
import type { WizardState } from '../state/state.ts';

/** What an action acts on. */
export interface ActionInput {
  readonly state: WizardState;
  readonly display: Display;
  /** The screen as it was when the key was pressed. */
  readonly layout: Layout;
  /** The digit that was pressed, for `jump` and `pick`. */
  readonly digit?: number;
}

export type WizardAction = Action<ActionInput, Transition>;

/** A widget's action as one of the wizard. */
export function widgetAction<Own, Made>(
  action: Action<Own, Made>,
  enter: (input: ActionInput) => Own | undefined,
  leave: (input: ActionInput, made: Made) => Transition,
): WizardAction {
  return lifted(action, enter, (input, made) =>
    made === undefined ? { state: input.state, effects: [] } : leave(input, made),
  );
}

/** The step that is on the screen; undefined where something covers it. */
export function mainIn({ layout: { body } }: Pick<ActionInput, 'layout'>): MainLayout | undefined {
  return body.kind === 'main' ? body : undefined;
}

/** The row under the cursor of the list. */
export function selectedIn(input: Pick<ActionInput, 'layout'>): ListRow | undefined {
  return mainIn(input)?.selected;
}

/** Nothing was read, and nothing is being read: a step has nothing to show. */
export function isUnread({ data, log, overlay, run }: WizardState): boolean {
  const isOver = run.kind === 'failed' || run.kind === 'unchosen';
  return isOver && data === undefined && log === undefined && overlay.kind === 'none';
}

export function unselected(input: ActionInput): Note | undefined {
  return selectedIn(input) === undefined ? note('nothingSelected', {}) : undefined;
}
