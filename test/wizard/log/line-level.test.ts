import { expect, test } from 'vitest';
import { lineLevel } from '#wizard/log/line-level.ts';

test.each([
  ['{"level":"error","message":"x"}', 'error'],
  ['{"time":"t","message":"has \\"level\\":\\"error\\" in it","level":"info"}', 'info'],
  ['{"message":"\\"level\\":\\"error\\""}', undefined],
  ['{ "level" : "warn" }', 'warn'],
  ['{"level":"loud"}', undefined],
  ['{"level":"error","mess', 'error'],
  ['E1123 08:58:00.000000       1 reflector.go:138] x', 'error'],
  ['I1123 08:58:00.000000       1 x', 'info'],
  ['2026-11-23 08:50:10.000 [INF] [admin] Starting', 'info'],
  ['2026-11-23 08:50:10.000 [ERR] [pjs] boom', 'error'],
  ['2026-11-23T08:50:10Z WRN something', 'warn'],
  ['panic: runtime error', 'panic'],
  ['fatal error: all goroutines are asleep', 'fatal'],
  ['an error happened', undefined],
  ['', undefined],
] as const)('%s', (text, level) => {
  expect(lineLevel(text)).toBe(level);
});
