import type { LogLevel } from '#snapshot/log-levels.ts';
import type { LogRecord } from './record.ts';

/** Header letter, MMDD, time, pid, file (facts §5.5, last paragraph). */
const header = /^([IWEF])\d{4} \d{2}:\d{2}:\d{2}\.\d+\s+\d+ [^\]\s]+\] ?/;

const levels: Readonly<Record<string, LogLevel>> = { I: 'info', W: 'warn', E: 'error', F: 'fatal' };

/** A klog line of client-go. Its time has no year, so it is no time stamp of ours. */
export function parseKlog(text: string): LogRecord | undefined {
  const match = header.exec(text);
  const level = levels[match?.[1] ?? ''];
  if (match === null || level === undefined) return undefined;
  return { form: 'klog', level, message: text.slice(match[0].length) };
}
