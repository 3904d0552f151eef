import type { ScreenId } from '#language/types/steps.ts';
import { type Next, same, say, withNote } from './change.ts';
import type { Message } from './message.ts';
import { currentMesh, meshKey } from './mesh-choice.ts';
import type { WizardState } from './state.ts';
import type { View } from './view.ts';
import { stepName } from './reduce-walk.ts';

/** r and R. Without any facts yet, everything is read from the start. */
export function reread(state: WizardState, what: ScreenId | 'everything', view: View): Next {
  if (state.run.kind === 'reading') return say(state, 'stillReading', {});
  if (view.isReplay && state.data !== undefined) return say(state, 'replayed', {});
  const id = state.run.id + 1;
  const reading: WizardState = { ...state, run: { kind: 'reading', id } };
  if (state.data === undefined) {
    return same(withNote(reading, 'readAllAgain', {}), { kind: 'start', run: id });
  }
  const noted =
    what === 'everything'
      ? withNote(reading, 'readAllAgain', {})
      : withNote(reading, 'readAgain', { step: stepName(what, view) });
  return same(noted, { kind: 'reread', run: id, what });
}

/** Esc on a step. */
export function cancel(state: WizardState): Next {
  if (state.run.kind !== 'reading') return say(state, 'nothingRunning', {});
  const cancelled: WizardState = { ...state, run: { kind: 'cancelled', id: state.run.id } };
  return same(withNote(cancelled, 'cancelled', {}), { kind: 'cancel' });
}

type RunMessage = Extract<Message, { readonly run: number }>;

/** What a reading reports; one that was cancelled or replaced is not listened to any more. */
export function hear(state: WizardState, message: RunMessage): Next {
  const { run } = state;
  if (run.kind !== 'reading' || run.id !== message.run) return same(state);
  switch (message.kind) {
    case 'progressed':
      return same({ ...state, run: { ...run, progress: message.progress } });
    case 'diagnosed': {
      const { snapshot, diagnosis } = message;
      return same({ ...state, data: { snapshot, diagnosis } });
    }
    case 'read': {
      const whole = state.data === undefined ? {} : { whole: state.data };
      const ended = pinMesh({ ...state, ...whole, run: { kind: 'finished', id: run.id } });
      // The first reading is seen to end; only one that was asked for is worth a word.
      return run.id === 1 ? same(ended) : say(ended, 'readDone', { seconds: message.seconds });
    }
    case 'read-failed':
      return same(fallBack({ ...state, run: { kind: 'failed', id: run.id, problem: message.problem } }));
    default:
      return message satisfies never;
  }
}

/** Nothing answered, so what this reading showed so far was waiting, not facts. */
function fallBack({ data: _waiting, ...state }: WizardState): WizardState {
  return state.whole === undefined ? state : { ...state, data: state.whole };
}

/** Until the first reading ends, the worst mesh is shown; from then on the screen does not change under the reader. */
function pinMesh(state: WizardState): WizardState {
  const mesh = currentMesh(state);
  return mesh === undefined || state.mesh !== undefined ? state : { ...state, mesh: meshKey(mesh) };
}
