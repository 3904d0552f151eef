import type { KeyBinding } from '#wizard/keys/action.ts';
import { bindingOf, keymap } from '#wizard/reduce/actions.ts';
import type { Mode } from '#wizard/keys/mode.ts';
import { keymapName } from './keys.ts';

/** Keys that were pressed, one after the other, from when the screen showed the keys of these modes. */
export interface Pressed {
  /** The innermost first. */
  readonly modes: readonly Mode[];
  readonly keys: readonly string[];
}

/** What no scenario presses: actions by mode, and keys that are in the table but were pressed nowhere. */
export function notPressed(
  pressed: readonly Pressed[],
  table: readonly KeyBinding[] = keymap,
): readonly string[] {
  const seen = new Set(
    pressed.flatMap((row) => whileIn(row).map((key) => `${modeFor(key, row.modes)} ${key}`)),
  );
  return table.flatMap(({ action, keys, modes }) => {
    const isPressed = (mode: Mode, key: string): boolean => seen.has(`${mode} ${key}`);
    return [
      ...modes
        .filter((mode) => !keys.some((key) => isPressed(mode, key)))
        .map((mode) => `${action} in mode ${mode} (${keys.join(' ')})`),
      // One digit stands for all of them.
      ...keys
        .filter((key) => !/^[2-9]$/u.test(key) && !modes.some((mode) => isPressed(mode, key)))
        .map((key) => `${key}, for ${action}`),
    ];
  });
}

/** Of several keys in a row, those that were surely pressed in these modes: up to the first that may leave them. */
function whileIn({ modes, keys }: Pressed): readonly string[] {
  const names = keys.map(keymapName);
  const first = names.findIndex((name) => !stays(bindingOf(name, modes)));
  return first < 0 ? names : names.slice(0, first + 1);
}

function stays(binding: KeyBinding | undefined): boolean {
  if (binding === undefined) return true;
  return binding.group === 'move' || /^(?:caret|erase)-?/u.test(binding.action);
}

/** The innermost mode that has a use for the key. */
function modeFor(key: string, modes: readonly Mode[]): Mode | undefined {
  return modes.find((mode) => bindingOf(key, [mode]) !== undefined);
}
