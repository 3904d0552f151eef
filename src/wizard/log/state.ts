import type { Problem } from '#errors/problem.ts';
import type { LogName } from '../ports/ports.ts';
import type { Fill } from './fill.ts';
import type { LevelFilter, LogRows, TextRow } from './rows.ts';

/** One log on the screen, and where the person is in it. */
export interface LogPane {
  readonly log: LogName;
  readonly rows: LogRows;
  /** The time stamp of its first line, when it was read. */
  readonly firstAt?: string;
  /** The record that the view was opened for; empty when it was opened for the whole log. */
  readonly record: readonly TextRow[];
  readonly filter: LevelFilter;
  /** The row under the cursor, counted among those that pass the filter; the one below the last line is `end`. */
  readonly cursor: number;
  /** The first row that is shown, and how many of its lines are above the edge when it is wrapped. */
  readonly top: number;
  readonly skip: number;
  /** The way of the last move: lines are fetched that way. */
  readonly heading: 1 | -1;
}

export const stampForms = ['off', 'utc', 'age'] as const;
export type StampForm = (typeof stampForms)[number];

export type LogFetch =
  | { readonly kind: 'idle' }
  /** `id` tells it from one before it, whose late lines are dropped; `startedAt` in milliseconds since the epoch. */
  | { readonly kind: 'running'; readonly id: number; readonly fill: Fill; readonly startedAt: number }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** The log view, from when it is opened until it is left. */
export interface LogState {
  readonly pane: LogPane;
  /** The other run of the container, as it was left. */
  readonly other?: LogPane;
  readonly fetch: LogFetch;
  /** The cursor goes with the last line while the log is followed; it stops when one moves up. */
  readonly sticks: boolean;
  readonly stamps: StampForm;
  readonly wrap: boolean;
  /** Columns that are left of the edge when lines are not wrapped. */
  readonly column: number;
  /** How many seconds back the next reading of earlier lines goes. */
  readonly reach: number;
}

export function isFollowing({ fetch }: LogState): boolean {
  return fetch.kind === 'running' && fetch.fill.direction === 'follow';
}
