import type { LogLevel } from '#snapshot/log-levels.ts';
import type { LogSignature } from '#snapshot/log-summary.ts';

/** One record as a recogniser reads it from its (first) line. */
export interface LogRecord {
  readonly form: LogSignature['form'];
  readonly level: LogLevel;
  readonly message: string;
  readonly component?: string | undefined;
  readonly code?: string | undefined;
  readonly error?: string | undefined;
  readonly reason?: string | undefined;
}

/** Which kind of program wrote the log, when the reader knows; otherwise every form is tried. */
export type LogFormat = 'zerolog' | 'pipy';
