/** A release number; suffixes such as `-alpha.1` or `-ubi8` do not change which line a release belongs to. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** Reads `1.3.9`, `v1.3.9`, `1.2` and the like; undefined when the text does not start with a release number. */
export function parseVersion(text: string): Version | undefined {
  const match = /^v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(text.trim());
  if (!match) return undefined;
  return { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3] ?? 0) };
}

/**
 * Is `version` older than `limit`? A version that cannot be read is taken for the newest line: most installations
 * run it, and the tables of older lines are exceptions to it (facts §11.4).
 */
export function isBefore(version: string, limit: string): boolean {
  const left = parseVersion(version);
  const right = parseVersion(limit);
  if (!left || !right) return false;
  return (left.major - right.major || left.minor - right.minor || left.patch - right.patch) < 0;
}

/** The text without its leading v, and '' for a text that is no version (facts 0.3: the label has a v, the tag none). */
export function bareVersion(text: string): string {
  return parseVersion(text) ? text.trim().replace(/^v/, '') : '';
}

/** One row of a table that depends on the version: the first row whose `before` is newer than the version counts. */
export interface Since<T> {
  /** The first release for which the row does not hold any more; absent in the last row. */
  readonly before?: string;
  readonly value: T;
}

/** The value that holds for `version`; for an unknown version that of the newest line. */
export function valueFor<T>(rows: readonly [...Since<T>[], Since<T>], version: string): T {
  const row = rows.find(({ before }) => before === undefined || isBefore(version, before));
  return (row ?? rows[rows.length - 1]!).value;
}
