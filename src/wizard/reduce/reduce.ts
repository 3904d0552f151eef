import type { Display } from '../layout/display.ts';
import { layoutOf } from '../layout/layout.ts';
import type { Message, Transition } from '../state/message.ts';
import type { WizardState } from '../state/state.ts';
import { editText } from '../text-field/text-field.ts';
import type { ActionInput } from './action.ts';
import { actionOf } from './actions.ts';
import { noted, transition, notify } from './change.ts';
import { exported, exportFailed } from './export.ts';
import { receiveLogMessage } from './log.ts';
import { receiveReading } from './run.ts';
import { searchOn, withoutWish } from './search.ts';
import { typedField, withTypedField } from './typing.ts';
import { uselessKey } from './useless-key.ts';
import { tick } from './watch.ts';

/** The only place where the state changes. The screen that keys were pressed on follows from state and display. */
export function reduce(state: WizardState, message: Message, display: Display): Transition {
  switch (message.kind) {
    case 'action':
    case 'typed':
    case 'pasted':
    case 'no-action':
      return press(state, message, display);
    case 'progressed':
    case 'diagnosed':
    case 'read':
    case 'read-failed':
    case 'kept':
      return receiveReading(state, message);
    case 'contexts':
      return transition({ ...state, contexts: message.contexts });
    case 'exported':
      return exported(state, message.file);
    case 'export-failed':
      return exportFailed(state, message);
    case 'log-lines':
    case 'log-ended':
    case 'log-failed':
      return receiveLogMessage(state, message);
    case 'search-on':
      return searchOn({ state, display, layout: layoutOf(state, display) });
    case 'note':
      return transition(noted(state, message.note));
    case 'tick':
      return tick(state, message.now);
    default:
      return message satisfies never;
  }
}

type KeyMessage = Extract<Message, { kind: 'action' | 'typed' | 'pasted' | 'no-action' }>;

function press(seen: WizardState, message: KeyMessage, display: Display): Transition {
  const state = touched(seen);
  const input: ActionInput = { state, display, layout: layoutOf(seen, display) };
  switch (message.kind) {
    case 'action': {
      const { action, at = state.now, digit } = message;
      return act(
        { ...input, state: { ...state, now: at }, ...(digit === undefined ? {} : { digit }) },
        action,
      );
    }
    case 'typed':
      return insert(input, message.text);
    case 'pasted':
      return paste(input, message.text);
    case 'no-action':
      return uselessKey(input, message);
    default:
      return message satisfies never;
  }
}

/** A key was pressed: a word in the status line holds until then. */
function touched(state: WizardState): WizardState {
  const { note: _, ...rest } = withoutWish(state);
  return rest.touched ? rest : { ...rest, touched: true };
}

function act(input: ActionInput, id: Extract<Message, { kind: 'action' }>['action']): Transition {
  const action = actionOf(id);
  if (action === undefined) return transition(input.state);
  const refused = action.refusal?.(input);
  return refused === undefined ? action.run(input) : transition(noted(input.state, refused));
}

function insert(input: ActionInput, text: string): Transition {
  const field = typedField(input.state);
  return field === undefined
    ? transition(input.state)
    : withTypedField(input, editText(field, { kind: 'insert', text }));
}

/** Reorders text or is not seen; but for the joiners, which are parts of characters. */
const invisible = /(?![\u200C\u200D])\p{Cf}/gu;

/** Text may be pasted where it is asked for; anywhere else the pasted letters would run as commands. */
function paste(input: ActionInput, text: string): Transition {
  if (typedField(input.state) === undefined) return notify(input.state, 'pasteIgnored', {});
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll(invisible, '');
  return insert(input, line.trim());
}
