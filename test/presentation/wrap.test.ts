import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { textWidth, graphemesOf } from '#presentation/text-width.ts';
import { wrapText } from '#presentation/wrap.ts';

test.each([
  ['fits on one line', 'short text', 20, ['short text']],
  ['breaks at spaces', 'one two three four', 9, ['one two', 'three', 'four']],
  ['breaks a long word where it must', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  [
    'breaks Japanese between characters',
    '名前空間がメッシュに登録',
    10,
    ['名前空間が', 'メッシュに', '登録'],
  ],
  ['keeps a full stop off the start of a line', '名前空間です。次', 12, ['名前空間で', 'す。次']],
  ['keeps a bracket off the end of a line', '名前空間（次の行）', 10, ['名前空間', '（次の行）']],
  ['keeps Latin words in Japanese whole', '名前空間 osm-system は', 14, ['名前空間', 'osm-system は']],
  ['keeps every line of YAML indented', '  resources: ["a", "b"]', 16, ['  resources:', '  ["a", "b"]']],
  ['keeps an empty line', '', 10, ['']],
])('%s', (_, text, columns, lines) => {
  expect(wrapText(text, columns)).toEqual(lines);
});

test('no line is wider than asked, and nothing but spaces is lost', () => {
  const words = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('名前', '（', '。', 'x')));
  fc.assert(
    fc.property(words, fc.integer({ min: 2, max: 60 }), (parts, columns) => {
      const text = parts.join(' ');
      const lines = wrapText(text, columns);
      // A single character may be wider than the line; it cannot be broken.
      const most = Math.max(columns, ...graphemesOf(text).map(textWidth));
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(most);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});
