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
    pattern:
      /\bexec(?: user process caused:?| \S+?:| .* failed:).*(?:exec format error|no such file or directory|permission denied)"?$/i,
    level: 'fatal',
    source: 'kernels and container runtimes: a program that cannot be executed',
  },
];

export function parsePlain(text: string): LogRecord | undefined {
  const line = plainLines.find(({ pattern }) => pattern.test(text));
  return line && { form: 'plain', level: line.level, message: text };
}
