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

test('GNU screen gets it in strings as short as it takes, which are the whole again', () => {
  const long = 'osm '.repeat(1000);
  const sequence = clipboardSequence(long, { tmux: false, screen: true });
  // eslint-disable-next-line no-control-regex -- The strings that it looks for are made of controls.
  const strings = [...sequence.matchAll(/\u001BP(.*?)\u001B\\/gsu)].map(([, inside = '']) => inside);
  expect(strings.every((inside) => inside.length <= 768 - 4)).toBe(true);
  expect(strings.join('')).toBe(clipboardSequence(long, { tmux: false, screen: false }));
});
