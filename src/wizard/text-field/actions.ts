import type { ActionId } from '#i18n/types/ui.ts';
import type { Action, Binding } from '../keys/action.ts';
import { typingModes } from '../keys/mode.ts';
import { editText, type TextEdit, type TextField } from './text-field.ts';

/** The keys that edit a text while it is typed. */
export const textFieldActions: readonly Action<TextField, TextField>[] = [
  row('caret-left', ['left', 'ctrl-b'], { kind: 'move', by: -1 }),
  row('caret-right', ['right', 'ctrl-f'], { kind: 'move', by: 1 }),
  row('caret-start', ['home', 'ctrl-a'], { kind: 'start' }),
  row('caret-end', ['end', 'ctrl-e'], { kind: 'end' }),
  row('erase', ['backspace', 'ctrl-h'], { kind: 'erase' }),
  row('erase-forward', ['delete', 'ctrl-d'], { kind: 'erase-forward' }),
  row('erase-line', ['ctrl-u'], { kind: 'erase-line' }, { order: 2, rank: 2 }),
];

function row(
  id: ActionId,
  keys: readonly string[],
  edit: TextEdit,
  footer?: Binding['footer'],
): Action<TextField, TextField> {
  const binding: Binding = { keys, modes: typingModes, group: 'type' };
  return {
    id,
    bindings: [footer === undefined ? binding : { ...binding, footer }],
    run: (field) => editText(field, edit),
  };
}
