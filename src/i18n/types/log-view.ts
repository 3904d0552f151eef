/** Words of the log view. */
export interface LogViewTexts {
  readonly title: (pod: string, container: string, previous: boolean) => string;
  /** The row under the cursor, and how many there are. */
  readonly position: (row: number, rows: number) => string;
  /** Stands where lines are missing; `lines` is absent where nobody counted them. */
  readonly gap: (lines: number | undefined) => string;
  /** They were there, and made room for newer ones. */
  readonly dropped: (lines: number | undefined) => string;
  /** Stands below the last line. */
  readonly end: {
    readonly current: string;
    readonly previous: string;
    readonly following: string;
    /** Of a snapshot. */
    readonly kept: string;
  };
  /** The end of a very long line. */
  readonly hidden: (characters: number) => string;
  /** Of the record under the cursor, which is higher than the screen. */
  readonly goesOn: string;
  readonly reading: (lines: number, seconds: string) => string;
  readonly following: string;
  /** New lines come in below what is looked at. */
  readonly followingAbove: string;
  readonly failed: (what: string) => string;
  readonly filters: { readonly warn: string; readonly error: string };
  readonly stamps: { readonly utc: string; readonly age: string };
  readonly unwrapped: string;
  readonly column: (column: number) => string;
  /** Explains the sign before the record that the view was opened for. */
  readonly record: string;
  readonly notLive: string;
}

/** What the status line says of the log view. */
export interface LogNotes {
  /** A snapshot holds no more lines than it keeps. */
  logNotLive: Record<string, never>;
  logStillReading: Record<string, never>;
  logFollows: Record<string, never>;
  logUnfollowed: Record<string, never>;
  logFollowEnded: Record<string, never>;
  logStopped: Record<string, never>;
  logAtStart: Record<string, never>;
  /** The lines there made room for newer ones. */
  logDropped: Record<string, never>;
  /** The run before has ended. */
  logOver: Record<string, never>;
  logNoMore: { lines: number };
  logRead: { lines: number };
  logNoPrevious: { container: string };
  logNoCurrent: { container: string };
  logWrapped: Record<string, never>;
}
