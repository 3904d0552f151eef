import type { LogLevel } from '#snapshot/log-levels.ts';
import type { LogSignature } from '#snapshot/log-summary.ts';

/** A record, as a parser of one format reads it from its first line. */
export interface LogRecord {
  readonly form: LogSignature['form'];
  readonly level: LogLevel;
  readonly message: string;
  readonly component?: string | undefined;
  readonly code?: string | undefined;
  readonly error?: string | undefined;
  readonly reason?: string | undefined;
}

/** The format of a log, when known from its container; otherwise all formats are tried. */
export type LogFormat = 'zerolog' | 'pipy';
