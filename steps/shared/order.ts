/** Compares by code units: the same order in every locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Seconds from `earlier` to `later`, both RFC 3339; undefined when one of them is unknown or no time. */
export function secondsBetween(earlier: string | undefined, later: string | undefined): number | undefined {
  const seconds = (Date.parse(later ?? '') - Date.parse(earlier ?? '')) / 1000;
  return Number.isNaN(seconds) ? undefined : seconds;
}

/** The latest of some RFC 3339 times. */
export function latest(times: readonly (string | undefined)[]): string | undefined {
  return times
    .filter((time) => time !== undefined)
    .toSorted(byTime)
    .at(-1);
}

/** Oldest first; what has no time comes first. Compares instants: API servers send times with and without fractions. */
export function byTime(a: string | undefined, b: string | undefined): number {
  const difference = (Date.parse(a ?? '') || 0) - (Date.parse(b ?? '') || 0);
  return difference === 0 ? compareText(a ?? '', b ?? '') : difference;
}

/** The items in groups of one key, in the order in which the keys first appear. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
