import { stepModes } from '../keys/mode.ts';
import { note } from '../keys/note.ts';
import { nearestShown, rowsShown } from '../layout/row-filter.ts';
import type { Transition } from '../state/message.ts';
import { positionOf, severityFilters } from '../state/state.ts';
import { type ActionInput, mainIn, selectedIn, type WizardAction } from './action.ts';
import { transition, withPosition } from './change.ts';

/** f: all rows, then warnings and worse, then only what is critical. */
export const filterAction: WizardAction = {
  id: 'filter',
  bindings: [{ keys: ['f'], modes: stepModes, group: 'look', footer: { order: 6.4, rank: 11 } }],
  refusal: (input) => (rowsIn(input).length === 0 ? note('nothingToFilter', {}) : undefined),
  run: nextFilter,
};

function rowsIn(input: ActionInput) {
  return mainIn(input)?.model?.rows ?? [];
}

/** The row stays, or the nearest one takes over. */
function nextFilter(input: ActionInput): Transition {
  const { state } = input;
  const position = positionOf(state);
  const selected = selectedIn(input);
  const rows = rowsIn(input);
  const next = severityFilters.indexOf(position.filter) + 1;
  const filter = severityFilters[next % severityFilters.length] ?? 'all';
  const now = rows.findIndex(({ key }) => key === (selected?.key ?? position.key));
  const row = rows[nearestShown(rows, Math.max(0, now), filter)];
  if (row === undefined) {
    // Without its row, an open one has nothing to show.
    return transition(withPosition(state, { filter, view: { kind: 'step', focus: 'list', scroll: 0 } }));
  }
  const { view } = position;
  const isOtherRow = row.key !== selected?.key;
  return transition(
    withPosition(state, {
      filter,
      key: row.key,
      index: rowsShown(rows, filter).indexOf(row),
      ...(view.kind === 'detail' && isOtherRow ? { view: { ...view, scroll: 0 } } : {}),
    }),
  );
}
