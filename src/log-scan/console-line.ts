import type { LogLevel } from '#snapshot/log-levels.ts';
import type { LogRecord } from './record.ts';

/** `3:04PM ERR <message> component=… error=… file=…` (facts §5.1, human mode), colours already removed. */
const head = /^(?:\d{1,2}:\d{2}[AP]M|<nil>) (TRC|DBG|INF|WRN|ERR|FTL|PNC) /;

const levels: Readonly<Record<string, LogLevel>> = {
  TRC: 'trace',
  DBG: 'debug',
  INF: 'info',
  WRN: 'warn',
  ERR: 'error',
  FTL: 'fatal',
  PNC: 'panic',
};

/** The human-readable mode of zerolog. Its time has no date, so it is no time stamp of ours. */
export function parseConsole(text: string): LogRecord | undefined {
  const match = head.exec(text);
  const level = levels[match?.[1] ?? ''];
  if (match === null || level === undefined) return undefined;
  const { message, fields } = splitFields(text.slice(match[0].length));
  const error = fields.get('error');
  return {
    form: 'console',
    level,
    message: message === '' ? (error ?? '') : message,
    component: fields.get('component'),
    code: fields.get('error_code'),
    error,
    reason: fields.get('reason'),
  };
}

const pairs = /(?:^|\s+)([A-Za-z_][\w.-]*)=/g;
const pair = /\s*([A-Za-z_][\w.-]*)=("(?:[^"\\]|\\.)*"|\S*)(?=\s|$)/y;

/** The start of the fields. A message may contain `a=b` too: fields begin where the whole rest consists of pairs. */
function splitFields(rest: string): { message: string; fields: ReadonlyMap<string, string> } {
  let tries = 0;
  for (const start of rest.matchAll(pairs)) {
    const fields = readPairs(rest, start.index);
    if (fields !== undefined) return { message: rest.slice(0, start.index).trimEnd(), fields };
    if (++tries === maxTries) break;
  }
  return { message: rest.trimEnd(), fields: new Map() };
}

/** A limit, since otherwise a line full of `=` takes quadratic time. */
const maxTries = 32;

function readPairs(rest: string, from: number): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>();
  const end = rest.trimEnd().length;
  pair.lastIndex = from;
  for (let at = from; at < end; at = pair.lastIndex) {
    const match = pair.exec(rest);
    if (match === null) return undefined;
    fields.set(match[1] ?? '', unquoted(match[2] ?? ''));
  }
  return fields;
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value;
  try {
    return JSON.parse(value) as string;
  } catch {
    return value.slice(1, -1); // a Go escape that JSON does not know
  }
}
