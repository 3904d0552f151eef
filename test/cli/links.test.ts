import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { docsAddress, hasLinks } from '../../src/cli/links.ts';

const terminal = { isTTY: true } as NodeJS.WriteStream;
const pipe = { isTTY: false } as NodeJS.WriteStream;
const asked = [
  'CI',
  'FORCE_HYPERLINK',
  'NETLIFY',
  'NO_COLOR',
  'STY',
  'TEAMCITY_VERSION',
  'TERM_PROGRAM',
  'TERM_PROGRAM_VERSION',
  'VTE_VERSION',
  'WT_SESSION',
];

function hasLinksIn(environment: Readonly<Record<string, string>>, stdout = terminal): boolean {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  return hasLinks(stdout, process.env);
}

beforeEach(() => {
  for (const name of asked) vi.stubEnv(name, undefined);
  vi.stubEnv('TERM', 'xterm-256color');
  // A terminal without colours has no links. The package remembers the last answer, also that of another test.
  vi.stubEnv('FORCE_COLOR', '1');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('links are shown', () => {
  test.each([
    [true, 'by VTE from 0.50 on', { VTE_VERSION: '7600' }],
    [true, 'by kitty', { TERM: 'xterm-kitty' }],
    [true, 'through tmux from 3.4 on', { TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.4' }],
    [false, 'through older tmux', { TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.3a' }],
    [false, 'by a terminal that nobody knows', {}],
    [false, 'through GNU screen, whatever is outside', { STY: '1.tty', VTE_VERSION: '7600' }],
    [true, 'where they are forced', { STY: '1.tty', FORCE_HYPERLINK: '1' }],
    [false, 'where they are forbidden', { VTE_VERSION: '7600', FORCE_HYPERLINK: '0' }],
  ] as const)('%s: %s', (expected, _, environment) => {
    expect(hasLinksIn(environment)).toBe(expected);
  });

  test('never by a pipe', () => {
    expect(hasLinksIn({ TERM: 'xterm-kitty' }, pipe)).toBe(false);
    expect(hasLinksIn({ TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.5' }, pipe)).toBe(false);
  });
});

test('the documents are named with this host, and are there', () => {
  const address = new URL(docsAddress() ?? '');
  expect(address.host).not.toBe('');
  expect(existsSync(`${fileURLToPath(`file://${address.pathname}`)}findings.md`)).toBe(true);
});
