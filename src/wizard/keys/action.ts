import type { ActionId, KeyGroup } from '#i18n/types/ui.ts';
import type { Mode } from './mode.ts';
import type { Note } from './note.ts';

/** Keys that an action has in some modes, and where help and footer name them. */
export interface Binding {
  /** Names as `components/keys.ts` gives them. */
  readonly keys: readonly string[];
  readonly modes: readonly Mode[];
  readonly group: KeyGroup;
  /** Place in the footer, and the order in which hints give way to narrow terminals: a higher rank goes first. */
  readonly footer?: { readonly order: number; readonly rank: number; readonly keys?: readonly string[] };
}

/**
 * One thing that a key does: its keys, when it can be used, and its effect. Its words stand in the texts under `id`.
 * Keys, footer, help and docs/keys.md all come from these rows.
 */
export interface Action<Input, Outcome> {
  readonly id: ActionId;
  readonly bindings: readonly Binding[];
  /** Why it can do nothing now: the footer does not offer it, and its key says so. */
  readonly refusal?: (input: Input) => Note | undefined;
  /** Further conditions of the footer alone: the key works, but is of little use, or room is short. */
  readonly isOffered?: (input: Input) => boolean;
  readonly run: (input: Input) => Outcome;
}

/** A widget's action as one of the whole wizard. `enter` gives the widget its input; undefined where it is not open. */
export function lifted<Own, Made, Input, Outcome>(
  { refusal, isOffered, run, ...row }: Action<Own, Made>,
  enter: (input: Input) => Own | undefined,
  leave: (input: Input, made: Made | undefined) => Outcome,
): Action<Input, Outcome> {
  return {
    ...row,
    ...(refusal === undefined ? {} : { refusal: (input) => on(enter(input), refusal) }),
    ...(isOffered === undefined ? {} : { isOffered: (input) => on(enter(input), isOffered) ?? false }),
    run: (input) => leave(input, on(enter(input), run)),
  };
}

function on<Own, Made>(own: Own | undefined, of: (own: Own) => Made): Made | undefined {
  return own === undefined ? undefined : of(own);
}

/** One binding with its action: a row of the keymap. */
export interface KeyBinding extends Binding {
  readonly action: ActionId;
}

export function keymapOf(
  actions: readonly Pick<Action<never, unknown>, 'id' | 'bindings'>[],
): readonly KeyBinding[] {
  return actions.flatMap(({ id, bindings }) => bindings.map((binding) => ({ action: id, ...binding })));
}
