/** Reads a dotted path out of a JSON value; undefined as soon as a step is missing. */
export function at(value: unknown, path: string): unknown {
  let current: unknown = value;
  for (const step of path.split('.')) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Record<string, unknown>)[step];
  }
  return current;
}

/** The text at a path, or '' when there is none. */
export function textAt(value: unknown, path: string): string {
  const found = at(value, path);
  return typeof found === 'string' ? found : '';
}

/** The number at a path, or 0 when there is none, as Go's zero value. */
export function numberAt(value: unknown, path: string): number {
  const found = at(value, path);
  return typeof found === 'number' ? found : 0;
}

/** The list at a path, or an empty one. */
export function listAt(value: unknown, path: string): readonly unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}

/** The string-to-string map at a path, or an empty one. */
export function mapAt(value: unknown, path: string): Readonly<Record<string, string>> {
  const found = at(value, path);
  return typeof found === 'object' && found !== null ? (found as Record<string, string>) : {};
}
