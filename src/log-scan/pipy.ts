import type { LogLevel } from '#snapshot/log-levels.ts';
import type { LogRecord } from './record.ts';

/** `2026-11-23 08:59:29.181 [INF] [admin] text`: the repo container and sidecars (facts §5.5, end). */
const head = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+ \[(DBG|INF|WRN|ERR|FTL)\] (?:\[([\w-]+)\s*\] ?)?/;

const levels: Readonly<Record<string, LogLevel>> = {
  DBG: 'debug',
  INF: 'info',
  WRN: 'warn',
  ERR: 'error',
  FTL: 'fatal',
};

/** A line of Pipy's own format; the word in brackets is taken as the component. */
export function parsePipy(text: string): LogRecord | undefined {
  const match = head.exec(text);
  const level = levels[match?.[1] ?? ''];
  if (match === null || level === undefined) return undefined;
  return { form: 'pipy', level, component: match[2], message: text.slice(match[0].length) };
}
