import type { WizardState } from './state.ts';

/** What a search looks through: rows, lines of a pane, or lines of a log, whatever has the keys. */
export interface Searchable {
  readonly count: number;
  /** The entry as it is shown: cleaned, on one line, not cut. */
  textOf(index: number): string;
  /** Where the cursor is; the next match is looked for from here. */
  readonly position: number;
  /** The state with that entry in view, and under the cursor where there is one. */
  reveal(index: number): WizardState;
}
