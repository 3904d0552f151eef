import { expect, test } from 'vitest';
import { bytes, contradiction, sinceTime } from '../../src/cli/arguments.ts';
import { limitsOf } from '../../src/cli/narrow.ts';

test.each([
  ['1', 1],
  ['64Ki', 65_536],
  ['64Mi', 67_108_864],
  ['2Gi', 2_147_483_648],
])('%s is so many bytes', (text, number) => expect(bytes(text)).toBe(number));

test.each(['0', '0Mi', '1.5', '-1', '64MB', 'Mi', '1e9', '', '9999999999Gi'])(
  '%j is no number of bytes',
  (text) => expect(() => bytes(text)).toThrow('64Mi'),
);

test.each([
  ['90s', 90_000],
  ['30m', 1_800_000],
  ['2h', 7_200_000],
  ['1d12h', 129_600_000],
])('%s is so long ago', (text, agoMs) => expect(sinceTime(text)).toEqual({ agoMs }));

test('a time is a time, in any zone', () => {
  expect(sinceTime('2026-01-02T03:04:05+09:00')).toEqual({ at: new Date('2026-01-01T18:04:05Z') });
});

test.each([
  ['yesterday', '2h'],
  ['2', '2h'],
  ['0h', '2h'],
  ['-2h', '2h'],
  ['2h ago', '2h'],
  ['99999999d', '2h'],
  ['2026-01-02', '2h'],
  ['2026-13-02T03:04:05Z', 'not a valid time'],
  ['9999-01-02T03:04:05Z', 'in the future'],
])('%s says nothing since when', (text, words) => expect(() => sinceTime(text)).toThrow(words));

test('how long ago is counted from each reading, in whole seconds', () => {
  const now = Date.parse('2026-11-23T09:00:00.900Z');
  expect(limitsOf({ since: { agoMs: 60_000 }, logBytes: 7 }, now)).toEqual({
    since: '2026-11-23T08:59:00Z',
    logBytes: 7,
  });
  expect(limitsOf({}, now)).toBeUndefined();
});

test('the logs of a saved snapshot are not read again', () => {
  expect(contradiction({ from: 'a.json', since: { agoMs: 1 } })).toContain('--since');
  expect(contradiction({ from: 'a.json', logBytes: 1 })).toContain('--log-bytes');
  expect(contradiction({ demo: true, since: { agoMs: 1 }, logBytes: 1 })).toBeUndefined();
});
