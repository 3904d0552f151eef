/** Keys as scenarios name them: what a terminal sends for each, and what the keymap calls it. */
import { foldWidth } from '#components/keys.ts';
import { graphemesOf } from '#presentation/text-width.ts';

const named: Readonly<Record<string, { readonly bytes: string; readonly name: string }>> = {
  Enter: { bytes: '\r', name: 'enter' },
  Esc: { bytes: '\u001B', name: 'escape' },
  Tab: { bytes: '\t', name: 'tab' },
  'Shift-Tab': { bytes: '\u001B[Z', name: 'shift-tab' },
  Up: { bytes: '\u001B[A', name: 'up' },
  Down: { bytes: '\u001B[B', name: 'down' },
  Right: { bytes: '\u001B[C', name: 'right' },
  Left: { bytes: '\u001B[D', name: 'left' },
  Home: { bytes: '\u001B[H', name: 'home' },
  End: { bytes: '\u001B[F', name: 'end' },
  PageUp: { bytes: '\u001B[5~', name: 'pageup' },
  PageDown: { bytes: '\u001B[6~', name: 'pagedown' },
  Delete: { bytes: '\u001B[3~', name: 'delete' },
  Backspace: { bytes: '\u007F', name: 'backspace' },
  Space: { bytes: ' ', name: ' ' },
};

/** Is this `Enter`, `Ctrl-U`, or one sign such as `j`, `/`, `ｑ`? */
export function isKey(key: string): boolean {
  return (
    Object.hasOwn(named, key) || /^Ctrl-[A-Z]$/u.test(key) || (key !== ' ' && graphemesOf(key).length === 1)
  );
}

/** The names that `isKey` knows, for a message. */
export const keyNames = [...Object.keys(named), 'Ctrl-A … Ctrl-Z', 'or one sign, e.g. j'].join(', ');

/** What the terminal sends. */
export function bytesOf(key: string): string {
  if (/^Ctrl-[A-Z]$/u.test(key)) return String.fromCodePoint((key.codePointAt(5) ?? 0) & 0x1f);
  return named[key]?.bytes ?? key;
}

/** How `src/wizard/reduce/actions.ts` writes the key; full-width forms are folded as the program folds them. */
export function keymapName(key: string): string {
  return key.startsWith('Ctrl-') ? key.toLowerCase() : (named[key]?.name ?? foldWidth(key));
}
