import { expect, test } from 'vitest';
import { age, eventAge, span, utc } from '#presentation/age.ts';

const now = '2026-11-03T12:00:00Z';
const ago = (seconds: number) => new Date(Date.parse(now) - seconds * 1000).toISOString();

test.each([
  [-60, '<invalid>'],
  [0, '0s'],
  [24, '24s'],
  [119, '119s'],
  [200, '3m20s'],
  [240, '4m'],
  [3600, '60m'],
  [5 * 3600, '5h'],
  [5 * 3600 + 60, '5h1m'],
  [30 * 3600, '30h'],
  [52 * 3600, '2d4h'],
  [30 * 86_400, '30d'],
  [900 * 86_400, '2y170d'],
])('an age of %d seconds reads %s, as kubectl prints it', (seconds, text) => {
  expect(age(ago(seconds), now)).toBe(text);
});

test('a time that is not known is said to be unknown', () => {
  expect(age(undefined, now)).toBe('<unknown>');
  expect(age('yesterday', now)).toBe('<unknown>');
  expect(span(now, undefined)).toBe('<unknown>');
});

test('an event that came again says how often and over how long', () => {
  expect(eventAge(ago(24), ago(4), 3, now)).toBe('4s (x3 over 24s)');
  expect(eventAge(undefined, ago(4), 3, now)).toBe('4s (x3)');
  expect(eventAge(ago(24), ago(24), 1, now)).toBe('24s');
  expect(eventAge(ago(24), undefined, 1, now)).toBe('24s');
});

test('times are shown in UTC, whatever their zone', () => {
  expect(utc('2026-11-03T21:00:00.123+09:00')).toBe('2026-11-03T12:00:00Z');
  expect(utc('soon')).toBe('soon');
});
