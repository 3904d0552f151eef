import { modes } from '../keys/mode.ts';
import { note } from '../keys/note.ts';
import type { Transition } from '../state/message.ts';
import { positionOf, type WizardState } from '../state/state.ts';
import type { WizardAction } from './action.ts';
import { closed, transition, withPosition } from './change.ts';
import { leaveExport } from './export.ts';
import { leaveLog } from './log.ts';
import { leavePicker } from './picker.ts';
import { cancel } from './run.ts';
import { leaveSearch } from './search.ts';

/** Esc and q leave the innermost thing. */
export const leaveAction: WizardAction = {
  id: 'leave',
  bindings: [
    {
      keys: ['escape', 'q'],
      modes: ['detail', 'timeline', 'page', 'picker', 'text'],
      group: 'leave',
      footer: { order: 11, rank: 0, keys: ['escape'] },
    },
    { keys: ['q'], modes: ['log'], group: 'leave' },
    {
      keys: ['enter', 'escape', 'q'],
      modes: ['notice'],
      group: 'leave',
      footer: { order: 1, rank: 0, keys: ['enter'] },
    },
    { keys: ['escape'], modes: ['finder'], group: 'filter', footer: { order: 4, rank: 0 } },
    { keys: ['escape'], modes: ['entry', 'typing-search'], group: 'type', footer: { order: 3, rank: 0 } },
  ],
  run: ({ state }) => leave(state),
};

function leave(state: WizardState): Transition {
  const { overlay, search } = state;
  if (search?.kind === 'typing') return transition(leaveSearch(state));
  if (overlay.kind === 'picker') return leavePicker(state, overlay);
  if (overlay.kind === 'export') return leaveExport(state, overlay.stage);
  if (overlay.kind !== 'none') return transition(closed(state));
  if (state.log !== undefined) return leaveLog(state);
  const { view } = positionOf(state);
  if (view.kind === 'step') return transition(state);
  return transition(withPosition(state, { view: { kind: 'step', focus: 'list', scroll: 0 } }));
}

/** What ends a reading, or the wizard. */
export const endActions: readonly WizardAction[] = [
  {
    id: 'cancel',
    bindings: [{ keys: ['escape'], modes: ['step'], group: 'leave', footer: { order: 7.5, rank: 2 } }],
    refusal: ({ state: { run, watch } }) =>
      run.kind === 'reading' || watch.kind === 'on' ? undefined : note('nothingRunning', {}),
    run: ({ state }) => cancel(state),
  },
  {
    id: 'quit',
    bindings: [{ keys: ['q'], modes: ['step'], group: 'leave', footer: { order: 11, rank: 0 } }],
    run: ({ state }) => transition(state, { kind: 'leave', reason: 'quit' }),
  },
  {
    id: 'suspend',
    bindings: [{ keys: ['ctrl-z'], modes, group: 'leave' }],
    run: ({ state }) => transition(state, { kind: 'suspend' }),
  },
  {
    id: 'interrupt',
    bindings: [{ keys: ['ctrl-c'], modes, group: 'leave' }],
    run: ({ state }) => transition(state, { kind: 'leave', reason: 'interrupted' }),
  },
];
