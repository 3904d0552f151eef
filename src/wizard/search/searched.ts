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

/** What has the focus, as texts, and where the person is in it. Made anew for each key, so it must be cheap to make. */
export interface SearchTarget extends SearchedTexts {
  /**
   * The selected row, or the line a search went to, else the first line in view. Half a number stands for between two
   * rows.
   */
  readonly position: number;
}
