/** How long until an age of `seconds` reads differently, in milliseconds: they are shown ever more coarsely. */
export function nextTick(seconds: number): number {
  if (seconds < 120) return 1_000;
  return seconds < 600 ? 10_000 : 60_000;
}

/**
 * The moment that ages on the screens are relative to: the clock, rounded down so that it changes only when an age
 * does. `now` in milliseconds, `readAt` RFC 3339.
 */
export function screenMoment(now: number, readAt: string): string {
  const read = Date.parse(readAt);
  if (Number.isNaN(read) || now <= read) return readAt;
  const step = nextTick((now - read) / 1_000);
  return new Date(read + Math.floor((now - read) / step) * step).toISOString();
}
