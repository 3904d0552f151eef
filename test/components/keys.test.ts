import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import { keyPresses } from '#components/keys.ts';

const nothing: Key = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};

function names(input: string, key: Partial<Key> = {}): readonly string[] {
  return keyPresses(input, { ...nothing, ...key }).map(({ name }) => name);
}

describe('key presses', () => {
  test.each([
    ['a burst of keys is taken apart', 'jjG', {}, ['j', 'j', 'G']],
    ['Return inside a burst is a key', 'j\rq', {}, ['j', 'enter', 'q']],
    ['CR LF is one Return', '\r\n', {}, ['enter']],
    ['control characters of eight bits are none', 'a\u009b1\u0085', {}, ['a', '1']],
    ['full-width letters are keys', 'ｑ／？ｊｋＬ', {}, ['q', '/', '?', 'j', 'k', 'L']],
    ['a full-width space is a space', '\u3000', {}, [' ']],
    ['arrows have names', '', { upArrow: true }, ['up']],
    ['Shift-Tab is not Tab', '', { tab: true, shift: true }, ['shift-tab']],
    ['Ctrl and a letter', 's', { ctrl: true }, ['ctrl-s']],
    ['control characters inside a burst', 'j\u0004', {}, ['j', 'ctrl-d']],
    ['Esc and a letter that arrived as one', 'q', { meta: true }, ['escape', 'q']],
    ['releases are no presses', 'j', { eventType: 'release' as const }, []],
  ])('%s', (_, input, key, expected) => {
    expect(names(input, key)).toEqual(expected);
  });

  test('typed text stays as it was typed', () => {
    expect(keyPresses('ｑ名', nothing)).toEqual([
      { name: 'q', text: 'ｑ' },
      { name: '名', text: '名' },
    ]);
  });
});
