import type { Snapshot } from '#snapshot/snapshot.ts';
import { type Note, note } from '../keys/note.ts';
import type { LogName, LogWindow } from '../ports/ports.ts';
import type { LogState } from './state.ts';

/** What a log view needs to take a step, besides itself. */
export interface LogContext {
  readonly log: LogState;
  /** Columns of the screen, and lines of it that show text. */
  readonly width: number;
  readonly height: number;
  /** More of the log can be read. */
  readonly isLive: boolean;
  /** The facts that the screens show: they hold a part of each log. */
  readonly snapshot?: Snapshot;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** For the next fetch: tells its lines from those of one before it. */
  readonly nextId: number;
}

/** What the log view asks of the world. */
export type LogEffect =
  /** Lines come back under this `id`; a fetch that is under way ends. */
  | { readonly kind: 'fetch-log'; readonly id: number; readonly log: LogName; readonly window: LogWindow }
  | { readonly kind: 'stop-log' };

/** The log view after a step; without `log` it is closed. */
export interface LogTransition {
  readonly log?: LogState;
  readonly note?: Note;
  readonly effects: readonly LogEffect[];
}

export function transition(log: LogState, ...effects: readonly LogEffect[]): LogTransition {
  return { log, effects };
}

/** A step with a word about it. */
export function notify(log: LogState, ...said: Parameters<typeof note>): LogTransition {
  return { log, note: note(...said), effects: [] };
}
