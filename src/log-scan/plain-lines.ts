import type { LogLevel } from '#snapshot/log-levels.ts';
import type { LogRecord } from './record.ts';

interface PlainLine {
  readonly pattern: RegExp;
  readonly level: LogLevel;
  readonly source: string;
}

/** Lines that are not from a logger and say why the process ended. */
const plainLines: readonly PlainLine[] = [
  { pattern: /^(?:Error: )?unknown (?:shorthand )?flag: /, level: 'fatal', source: 'facts §5.4' },
  { pattern: /^curl: \(\d+\) /, level: 'error', source: 'facts §2.4, init containers' },
  {
    pattern: /^(?:exec|standard_init_linux\.go:\d+: exec user process caused:?) .*exec format error$/,
    level: 'fatal',
    source: 'container runtimes: an image of another architecture',
  },
];

export function parsePlain(text: string): LogRecord | undefined {
  const line = plainLines.find(({ pattern }) => pattern.test(text));
  return line && { form: 'plain', level: line.level, message: text };
}
