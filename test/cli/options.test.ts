import { describe, expect, test } from 'vitest';
import { isAsciiOnly, isColorless, isLinear } from '../../src/cli/options.ts';

describe('colours go', () => {
  test.each([
    ['with --no-color', false, {}, true],
    ['with NO_COLOR', true, { NO_COLOR: '1' }, true],
    ['not with an empty NO_COLOR', true, { NO_COLOR: '' }, false],
    ['with FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, true],
    ['not with FORCE_COLOR=1, whatever CLICOLOR says', true, { FORCE_COLOR: '1', CLICOLOR: '0' }, false],
    ['with NO_COLOR, whatever forces them', true, { NO_COLOR: '1', FORCE_COLOR: '3' }, true],
    ['with CLICOLOR=0', true, { CLICOLOR: '0' }, true],
    ['not with CLICOLOR=0 where CLICOLOR_FORCE is set', true, { CLICOLOR: '0', CLICOLOR_FORCE: '1' }, false],
    ['not by themselves', true, { CI: 'true', TERM: 'xterm' }, false],
  ])('%s', (_, asked, env, none) => {
    expect(isColorless(asked, env)).toBe(none);
  });
});

describe('everything is said line by line', () => {
  test.each([
    ['when asked for', true, {}, true],
    ["with Ink's variable", false, { INK_SCREEN_READER: 'true' }, true],
    ['on a dumb terminal', false, { TERM: 'dumb' }, true],
    ['not elsewhere', false, { TERM: 'xterm' }, false],
  ])('%s', (_, asked, env, linear) => {
    expect(isLinear(asked, env)).toBe(linear);
  });
});

describe('a terminal is drawn on with ASCII', () => {
  test.each([
    ['in the C locale', { LANG: 'C' }, true],
    ['in the POSIX locale that LC_ALL asks for', { LC_ALL: 'POSIX', LANG: 'ja_JP.UTF-8' }, true],
    ['on the console of Linux', { TERM: 'linux', LANG: 'en_US.UTF-8' }, true],
    ['not in a locale of UTF-8', { TERM: 'xterm', LANG: 'C.UTF-8' }, false],
    ['not without any locale', { TERM: 'xterm' }, false],
  ])('%s', (_, env, ascii) => {
    expect(isAsciiOnly(env)).toBe(ascii);
  });
});
