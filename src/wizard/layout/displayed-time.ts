/** Seconds after a reading at which ages on the screens change; after the last, with each further minute. */
const changes = [1, 10, 60] as const;

/** How old facts of an age are shown to be, both in seconds: the older they are, the more coarsely. */
export function displayedAge(seconds: number): number {
  if (seconds >= 60) return Math.floor(seconds / 60) * 60;
  return changes.findLast((change) => change <= seconds) ?? 0;
}

/** How long until an age of `seconds` is shown differently, in milliseconds. */
export function untilChange(seconds: number): number {
  const next = changes.find((change) => change > seconds) ?? (Math.floor(seconds / 60) + 1) * 60;
  return (next - seconds) * 1_000;
}

/**
 * The moment that ages on the screens are relative to: the clock, rounded down so that it changes only when an age
 * does. `now` in milliseconds, `readAt` RFC 3339.
 */
export function displayedTime(now: number, readAt: string): string {
  const read = Date.parse(readAt);
  if (Number.isNaN(read) || now <= read) return readAt;
  return new Date(read + displayedAge((now - read) / 1_000) * 1_000).toISOString();
}
