import type { Searchable } from '../searchable.ts';
import type { WizardState } from '../state.ts';
import type { LogState } from './log-state.ts';
import { shownText } from './measure.ts';
import { countRows, rowAt } from './rows.ts';

/** Lines above one that was jumped to. */
const lead = 3;

/** The lines of the log view that pass its filter. Gaps have no text of the log. */
export function logSearchable(state: WizardState, log: LogState): Searchable {
  const { cursor, filter, rows } = log.pane;
  return {
    count: countRows(rows, filter),
    textOf(index) {
      const row = rowAt(rows, filter, index);
      return row.kind === 'line' ? shownText(row) : '';
    },
    position: cursor,
    reveal(index) {
      const top = Math.max(0, index - lead);
      const pane = { ...log.pane, cursor: index, top, skip: 0 };
      return { ...state, log: { ...log, pane, sticks: false } };
    },
  };
}
