import type { LogLevel } from '#snapshot/log-levels.ts';

/** Worst is highest. */
export const levelRank = {
  trace: 0,
  debug: 1,
  info: 2,
  warn: 3,
  error: 4,
  fatal: 5,
  panic: 6,
} as const satisfies Record<LogLevel, number>;

export const levelNames = Object.keys(levelRank) as readonly LogLevel[];

/** Whether the word is one of zerolog's level names (facts §5.1; it is `warn`, never `warning`). */
export function isLevel(word: unknown): word is LogLevel {
  return typeof word === 'string' && Object.hasOwn(levelRank, word);
}

/** From this level on, records are grouped into signatures; below they are only counted. */
export function makesSignature(level: LogLevel): boolean {
  return levelRank[level] >= levelRank.warn;
}
