import type { Message, Transition } from '../state/message.ts';
import type { ActionInput } from './action.ts';
import { notify } from './change.ts';

/** A key that does nothing here says what it does, and where. */
export function uselessKey(
  { state, layout: { texts } }: ActionInput,
  { elsewhere, key }: Extract<Message, { kind: 'no-action' }>,
): Transition {
  const { reference, ui } = texts;
  if (elsewhere === undefined) return notify(state, 'unknownKey', { key });
  const { overlay } = state;
  // The key that opened a list of choices: what it leads to is on the screen.
  if (overlay.kind === 'commands' && elsewhere.action === 'copy-command') {
    return notify(state, 'commandsAlready', {});
  }
  if (overlay.kind === 'export' && overlay.stage.kind === 'format' && elsewhere.action === 'export') {
    return notify(state, 'formatsAlready', {});
  }
  const where = elsewhere.modes.map((mode) => reference.keys.modes[mode]).join(reference.separator);
  return notify(state, 'notHere', { key, action: ui.actions[elsewhere.action].help, where });
}
