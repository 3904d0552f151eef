import type { KeyPress } from '#components/keys.ts';
import { isTyping, type Mode } from '../keys/mode.ts';
import type { Message } from '../state/message.ts';
import { bindingOf, keymap } from './actions.ts';

/** What a key press means in the modes that hold, the innermost first. While text is typed, whatever is no command goes into the text. */
export function messageOf(press: KeyPress, modes: readonly Mode[]): Message {
  // In a text a full-width q is a letter, so only what types nothing is looked up there.
  if (modes.some(isTyping) && press.text !== undefined) return { kind: 'typed', text: press.text };
  const binding = bindingOf(press.name, modes);
  if (binding === undefined) {
    // Its first place in the table, so that a key of no use here can say where it is of use.
    const elsewhere = keymap.find(({ keys }) => keys.includes(press.name));
    return {
      kind: 'no-action',
      key: press.name,
      ...(elsewhere === undefined ? {} : { elsewhere: { action: elsewhere.action, modes: elsewhere.modes } }),
    };
  }
  const isDigit = /^[1-9]$/u.test(press.name);
  return {
    kind: 'action',
    action: binding.action,
    ...(isDigit ? { digit: Number(press.name) } : {}),
  };
}
