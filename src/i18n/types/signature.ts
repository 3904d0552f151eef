import type { BenignReason, RestartRelation } from '#steps/error-logs/rows.ts';

/** What is said of all records of one kind in one log. */
export interface SignatureTexts {
  readonly heading: string;
  readonly count: (records: number) => string;
  readonly first: (time: string, age: string) => string;
  readonly last: (time: string, age: string) => string;
  /** On average between the first and the last. */
  readonly perMinute: (records: string) => string;
  readonly perHour: (records: string) => string;
  readonly most: (records: number, minutes: number) => string;
  readonly component: (component: string) => string;
  readonly relation: { readonly [R in Exclude<RestartRelation, 'none'>]: string };
  /** `known` of the ends of its runs have a time. */
  readonly restarts: (restarts: number, known: number) => string;
  /** What stood in place of the n-th `<*>`; `isSome` when there may be more. */
  readonly values: (place: number, values: readonly string[]) => string;
  readonly overTime: string;
  /** Explains the signs of a line over time. */
  readonly legend: string;
  readonly ago: (age: string) => string;
  /** Over the table of those that are harmless. */
  readonly benign: string;
  readonly reasons: { readonly [R in BenignReason]: string };
  /** The last line of an open row: its key. */
  readonly openLog: string;
}
