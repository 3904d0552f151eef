import type { WizardState } from './state.ts';

/**
 * What `/` searches: whatever has the focus gives one of these (list rows, lines of a pane or page, lines of a log).
 * Made anew for each view, so it must be cheap to make: texts are only asked for when they are searched.
 */
export interface Searchable {
  /** How many texts there are: rows of the list, or lines. */
  readonly count: number;
  /**
   * What the texts come from. Folded texts and matches are remembered as long as this object is the same: texts may
   * be added at the end meanwhile, but whenever another text changes or goes, it must be another object.
   */
  readonly source: object;
  /** One row or line as plain, clean text. */
  textOf(index: number): string;
  /** Where the person is: the selected row, or the line a search went to, else the first line in view. */
  readonly position: number;
  /** The state with this row or line in view, and as the position where there is a cursor. */
  reveal(state: WizardState, index: number): WizardState;
}
