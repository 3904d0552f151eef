import type { ScreenId } from '#i18n/types/steps.ts';
import type { Transition } from '../state/message.ts';
import { transition } from './change.ts';
import type { WizardState } from '../state/state.ts';

/** Begins the next reading; one that waits for its turn has it now. */
export function beginReading(state: WizardState, what: ScreenId | 'everything'): Transition {
  const id = state.run.id + 1;
  const { watch } = state;
  const reading: WizardState = {
    ...state,
    run: { kind: 'reading', id },
    watch: watch.kind === 'on' ? { kind: 'on', pause: watch.pause } : watch,
  };
  return transition(
    reading,
    state.data === undefined ? { kind: 'start', run: id } : { kind: 'reread', run: id, what },
  );
}
