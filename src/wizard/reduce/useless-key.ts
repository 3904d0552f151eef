import type { Message, Step } from '../state/message.ts';
import type { ActionInput } from './action.ts';
import { say } from './change.ts';

/** A key that does nothing here says what it does, and where. */
export function uselessKey(
  { state, layout: { texts } }: ActionInput,
  { elsewhere, key }: Extract<Message, { kind: 'no-action' }>,
): Step {
  const { reference, ui } = texts;
  if (elsewhere === undefined) return say(state, 'unknownKey', { key });
  const { overlay } = state;
  // The key that opened a list of choices: what it leads to is on the screen.
  if (overlay.kind === 'commands' && elsewhere.action === 'copy-command') {
    return say(state, 'commandsAlready', {});
  }
  if (overlay.kind === 'export' && overlay.stage.kind === 'format' && elsewhere.action === 'export') {
    return say(state, 'formatsAlready', {});
  }
  const where = elsewhere.modes.map((mode) => reference.keys.modes[mode]).join(reference.separator);
  return say(state, 'notHere', { key, action: ui.actions[elsewhere.action].help, where });
}
