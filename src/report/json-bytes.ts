/**
 * JSON of two-space indent that holds every byte of what was read and shows none of it to a terminal: what a terminal
 * obeys, hides or reorders text by is escaped as \uXXXX (JSON itself escapes only the controls below U+0020).
 */
export function jsonBytes(value: unknown): string {
  return `${JSON.stringify(ordered(value), undefined, 2).replaceAll(hidden, escaped)}\n`;
}

const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

function escaped(character: string): string {
  if (character === '\n') return character;
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** What names a thing stands before what tells of it. */
const leading = [
  'apiVersion',
  'kind',
  'demo',
  'language',
  'id',
  'key',
  'code',
  'severity',
  'status',
  'name',
  'namespace',
  'readAt',
  'source',
  'target',
  'verdict',
  'mesh',
];
const trailing = ['meshes', 'text'];

/** The same value with keys in one order, however it was put together. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}

function rank(key: string): number {
  const first = leading.indexOf(key);
  if (first >= 0) return first;
  const last = trailing.indexOf(key);
  return leading.length + 1 + last;
}
