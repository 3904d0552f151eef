import { expect, test } from 'vitest';
import { clipboardSequence } from '#components/clipboard.ts';

const plain = '\u001B]52;c;44GC44GEIGE=\u0007';

test('a terminal gets OSC 52 with UTF-8 in Base64', () => {
  expect(clipboardSequence('ああ a', { tmux: false, screen: false })).toBe(
    `\u001B]52;c;${Buffer.from('ああ a').toString('base64')}\u0007`,
  );
});

test('tmux gets it plain and passed through', () => {
  expect(clipboardSequence('あい a', { tmux: true, screen: false })).toBe(
    `${plain}\u001BPtmux;\u001B${plain}\u001B\\`,
  );
});
