import type { Transition } from '../state/message.ts';
import { type ActionInput, type WizardAction } from './action.ts';
import { closed, transition, notify } from './change.ts';
import { copyOne } from './copy.ts';
import { chooseFormat } from './export.ts';
import { pick } from './picker.ts';

/** Enter, or a digit, in a list of choices. */
export const chooseActions: readonly WizardAction[] = [
  {
    id: 'choose',
    bindings: [
      { keys: ['enter'], modes: ['picker'], group: 'choose', footer: { order: 2, rank: 1 } },
      { keys: ['enter'], modes: ['finder'], group: 'filter', footer: { order: 1, rank: 1 } },
    ],
    run: (input) => choose(input, undefined),
  },
  {
    id: 'pick',
    bindings: [
      {
        keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
        modes: ['picker'],
        group: 'choose',
      },
    ],
    run: (input) => choose(input, (input.digit ?? 0) - 1),
  },
];

function choose({ state, layout }: ActionInput, picked: number | undefined): Transition {
  const { overlay } = state;
  switch (overlay.kind) {
    case 'picker':
      return pick(state, overlay, layout.texts);
    case 'commands': {
      const command = overlay.commands[picked ?? overlay.cursor];
      return command === undefined ? notify(state, 'noSuchChoice', {}) : copyOne(state, command);
    }
    case 'export':
      return overlay.stage.kind === 'format'
        ? chooseFormat(state, picked ?? overlay.stage.cursor)
        : transition(closed(state));
    case 'none':
    case 'help':
    case 'guide':
    case 'copy':
      return transition(state);
    default:
      return overlay satisfies never;
  }
}
