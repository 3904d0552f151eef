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
  readonly reading: (lines: number, seconds: string) => string;
  readonly following: string;
  /** New lines come in below what is looked at. */
  readonly followingAbove: string;
  readonly failed: (what: string) => string;
  readonly filters: { readonly warn: string; readonly error: string };
  readonly stamps: { readonly utc: string; readonly age: string };
  readonly wrapped: string;
  readonly column: (column: number) => string;
  /** Explains the sign before the record that the view was opened for. */
  readonly record: string;
  readonly notLive: string;
}
