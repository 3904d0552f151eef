import { isLevel } from './level.ts';
import type { LogRecord } from './record.ts';

/**
 * A zerolog JSON line (facts §5.1): any key order and spacing, `component`, `file` and `message` optional. The level is
 * the top-level key of the parsed object, so `"level":"error"` inside a message or a nested object is no hit.
 *
 * `cut`: the line is longer than the scanner keeps. The part that it has is then read key by key.
 */
export function parseZerolog(text: string, cut: boolean): LogRecord | undefined {
  const fields = cut ? readCutFields(text) : readFields(text);
  const level = fields?.['level'];
  if (fields === undefined || !isLevel(level)) return undefined;
  const error = asText(fields['error']);
  return {
    form: 'zerolog',
    level,
    component: asText(fields['component']),
    code: asText(fields['error_code']),
    error,
    reason: asText(fields['reason']),
    // zerolog omits an empty message (facts §5.1); the record is then grouped by its error text.
    message: asText(fields['message']) ?? error ?? '',
  };
}

type Fields = Readonly<Record<string, unknown>>;

function readFields(text: string): Fields | undefined {
  return (
    parseObject(text) ??
    (rawControl.test(text) ? parseObject(text.replace(rawControls, '\uFFFD')) : undefined)
  );
}

// zerolog escapes control characters; a raw one (NULs after a node crash) makes JSON invalid but the record readable.
// oxlint-disable-next-line no-control-regex
const rawControl = /[\u0000-\u0008\u000b-\u001f]/;
// oxlint-disable-next-line no-control-regex
const rawControls = /[\u0000-\u0008\u000b-\u001f]/g;

function parseObject(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

const cutField = /\s*[{,]\s*"((?:[^"\\]|\\.)*)"\s*:\s*(?:"((?:[^"\\]|\\.)*)("?)|[^\s,{}[\]"]+)/y;

/** The top-level fields before the cut or the first nested value. The value that was cut is kept up to the cut. */
function readCutFields(text: string): Fields | undefined {
  const fields = Object.create(null) as Record<string, unknown>;
  cutField.lastIndex = 0;
  for (let match = cutField.exec(text); match !== null; match = cutField.exec(text)) {
    const [, key = '', value] = match;
    if (value !== undefined) fields[key] = unescaped(value);
  }
  return fields;
}

function unescaped(raw: string): string {
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return raw;
  }
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (value === undefined || value === null) return undefined;
  return JSON.stringify(value);
}
