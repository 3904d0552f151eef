import { type LogLevel, logLevels } from '#snapshot/log-levels.ts';

const known: ReadonlySet<string> = new Set(logLevels);
/** What the loggers of a control plane write before the message: klog, Pipy, zerolog's console form, Go itself. */
const klog = /^([IWEF])\d{4} \d\d:\d\d:\d\d/;
const bracketed = /^(?:\S+ \S+ )?\[(DBG|INF|WRN|ERR|FTL|DEBUG|INFO|WARN|ERROR|FATAL)\]/;
const console = /^\S+ (TRC|DBG|INF|WRN|ERR|FTL|PNC) /;
const goEnd = /^(panic|fatal error): /;

const words: Readonly<Record<string, LogLevel>> = {
  TRC: 'trace',
  DBG: 'debug',
  DEBUG: 'debug',
  I: 'info',
  INF: 'info',
  INFO: 'info',
  W: 'warn',
  WRN: 'warn',
  WARN: 'warn',
  E: 'error',
  ERR: 'error',
  ERROR: 'error',
  F: 'fatal',
  FTL: 'fatal',
  FATAL: 'fatal',
  PNC: 'panic',
  panic: 'panic',
  'fatal error': 'fatal',
};

/**
 * The level that a raw line says it has; undefined for text without one. It only marks and filters lines on the
 * screen: what counts as an error is decided by the scanner, which reads whole records.
 */
export function lineLevel(text: string): LogLevel | undefined {
  if (text.startsWith('{')) return jsonLevel(text);
  const word = (klog.exec(text) ?? bracketed.exec(text) ?? console.exec(text) ?? goEnd.exec(text))?.[1];
  return word === undefined ? undefined : words[word];
}

const early = /^\{\s*"level"\s*:\s*"([a-z]+)"/;

function jsonLevel(text: string): LogLevel | undefined {
  const first = early.exec(text)?.[1];
  if (first !== undefined) return asLevel(first);
  if (!text.includes('"level"')) return undefined;
  try {
    const { level } = JSON.parse(text) as { readonly level?: unknown };
    return typeof level === 'string' ? asLevel(level) : undefined;
  } catch {
    return undefined;
  }
}

function asLevel(word: string): LogLevel | undefined {
  return known.has(word) ? (word as LogLevel) : undefined;
}
