/** Reading again and again until all is well. `idle` unless the person asked for it. */
export type Watch =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'on';
      /** Seconds from the end of one reading to the start of the next. */
      readonly pause: number;
      /** Milliseconds since the epoch; absent while a reading is under way. */
      readonly nextAt?: number;
    };

/** Beyond this nobody would believe that it watches. */
const longestPause = 60;
const growth = 1.5;

/** How the reading that has just ended went. */
export type WatchOutcome = 'changed' | 'unchanged' | 'failed';

/**
 * Seconds to wait before the next reading: `interval` after news, and ever longer, up to a minute, while nothing
 * changes or nothing can be read. An interval that is longer stays as it was asked for.
 */
export function nextPause(pause: number, outcome: WatchOutcome, interval: number): number {
  if (outcome === 'changed') return interval;
  return Math.max(interval, Math.min(longestPause, Math.round(pause * growth)));
}

/** Seconds that the countdown shows; beyond ten in steps of five, so that an idle screen is seldom drawn. */
export function countdown(now: number, nextAt: number): number {
  const seconds = Math.max(0, Math.ceil((nextAt - now) / 1000));
  return seconds > 10 ? Math.ceil(seconds / 5) * 5 : seconds;
}

/** Milliseconds until the countdown reads differently. */
export function countdownTick(now: number, nextAt: number): number {
  const left = Math.max(0, nextAt - now);
  const step = left > 10_000 ? 5_000 : 1_000;
  return Math.max(50, left % step || step);
}
