import type { KeyPress } from '#components/keys.ts';
import { actionElsewhere, bindingOf } from './keymap.ts';
import type { Message } from './message.ts';
import type { Mode } from './state.ts';

/** What a key press means in a mode. While text is typed, whatever is no command goes into the text. */
export function messageOf(press: KeyPress, mode: Mode): Message | undefined {
  // In a text a full-width q is a letter, so only what types nothing is looked up there.
  if (mode === 'entry' && press.text !== undefined) return { kind: 'typed', text: press.text };
  const binding = bindingOf(press.name, mode);
  if (binding === undefined) {
    const elsewhere = actionElsewhere(press.name);
    return { kind: 'no-action', key: press.name, ...(elsewhere === undefined ? {} : { elsewhere }) };
  }
  const isDigit = /^[1-9]$/u.test(press.name);
  return {
    kind: 'action',
    action: binding.action,
    ...(isDigit ? { digit: Number(press.name) } : {}),
  };
}
