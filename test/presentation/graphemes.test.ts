import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { array, assert, constantFrom, nat, oneof, property } from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { graphemes, isPlainGrapheme } from '#presentation/graphemes.ts';
import { startUpPlugins } from '../../scripts/start-up-plugins.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const plain = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code)).filter(
  isPlainGrapheme,
);

/** Plain characters with all that joins them: marks, joiners, emoji, flags, Hangul parts, line ends, surrogates. */
const joined = array(
  oneof(
    constantFrom(...plain),
    constantFrom(
      '\u0301',
      '\u200D',
      '\uFE0F',
      '\u20E3',
      '👩',
      '🇯',
      '🇵',
      '\u1100',
      '\u1161',
      '\u3099',
      '\r',
      '\n',
    ),
    constantFrom('\u001B', '\t', '\uD83D', '\u00AD', '\u0E33', 'ﾞ', '가', '#', '❤', '✔', '☎'),
  ),
).map((parts) => parts.join(''));

function found(segments: Intl.Segments) {
  return [...segments].map(({ segment, index }) => [segment, index]);
}

test('no plain character joins another: all of them in a row are a grapheme each', () => {
  const row = plain.join('');
  expect(plain.length).toBeGreaterThan(20_000);
  expect(found(segmenter.segment(row))).toHaveLength(plain.length);
  expect(found(segmenter.segment([...plain].toReversed().join('')))).toHaveLength(plain.length);
});

test('graphemes are those of Intl.Segmenter, from the start and around any place', () => {
  assert(
    property(joined, nat(12), (text, place) => {
      expect(found(graphemes.segment(text))).toEqual(found(segmenter.segment(text)));
      const [quick, exact] = [graphemes, segmenter].map((by) => by.segment(text).containing(place));
      expect(quick?.segment).toBe(exact?.segment);
      expect(quick?.index).toBe(exact?.index);
    }),
  );
});

test('widths in the bundle are those of string-width', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { default } from 'string-width';",
      resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    plugins: [...startUpPlugins],
  });
  const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')}`;
  const { default: bundled } = (await import(url)) as { default: typeof stringWidth };
  expect(bundled).not.toBe(stringWidth);
  for (const character of plain)
    expect([character, bundled(character)]).toEqual([character, stringWidth(character)]);
  assert(
    property(joined, (text) => {
      expect(bundled(text)).toBe(stringWidth(text));
    }),
  );
});
