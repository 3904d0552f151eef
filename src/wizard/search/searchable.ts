import type { WizardState } from '../state/state.ts';

/** Texts that a search looks through: rows of a list, or lines. Only asked for when they are searched. */
export interface SearchedTexts {
  readonly count: number;
  /**
   * What the texts come from. Texts and matches are remembered as long as this object is the same: texts may be added
   * at the end meanwhile, but whenever another text changes or goes, it must be another object.
   */
  readonly source: object;
  /** One row or line as plain, clean text. */
  textOf(index: number): string;
  /** Where many texts stay the same when some come in: all of them in parts, each with a source of its own. */
  parts?(): readonly TextPart[];
}

/** `from`: how many texts stand before it. */
export interface TextPart extends SearchedTexts {
  readonly from: number;
}

/**
 * What `/` searches: whatever has the focus gives one of these (list rows, lines of a pane or page, lines of a log).
 * Made anew for each view, so it must be cheap to make.
 */
export interface Searchable extends SearchedTexts {
  /**
   * Where the person is: the selected row, or the line a search went to, else the first line in view. Half a number
   * stands for between two rows.
   */
  readonly position: number;
  /**
   * The state with this row or line in view, and as the position where there is a cursor. `letter`: where in its text
   * the match starts, for what can move sideways.
   */
  reveal(state: WizardState, index: number, letter: number): WizardState;
}
