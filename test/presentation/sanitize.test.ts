import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sanitizeLine, sanitizeLines } from '#presentation/sanitize.ts';

const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** Text in which control sequences, bidi overrides and line breaks are frequent. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\u001B[31m',
        '\u001B]0;title\u0007',
        '\u009B2J',
        '\u202E',
        '\u200B',
        '\uFEFF',
        '\uD800',
      ),
      fc.constantFrom('\n', '\r\n', '\r', '\t', '\u2028', '\u{E0041}', ' ', '\uFE0F', 'ok', 'メッシュ'),
    ),
  )
  .map((parts) => parts.join(''));

describe('sanitizeLine', () => {
  test.each([
    ['\u001B[31mred\u001B[0m', 'red'],
    ['\u001B]8;;http://x.example\u0007link\u001B]8;;\u0007', 'link'],
    ['one\ntwo\r\n\n three\n', 'one ⏎ two ⏎ three'],
    ['a\u0000b\u0007c\u007F', 'a␀b␇c␡'],
    ['a\u0085b', 'a<U+0085>b'],
    ['gpj.\u202Eexe', 'gpj.<U+202E>exe'],
    ['zero\u200Bwidth\uFEFF', 'zero<U+200B>width<U+FEFF>'],
    ['line\u2028separator', 'line<U+2028>separator'],
    ['tag\u{E0041}', 'tag<U+E0041>'],
    ['half\uD800', 'half\uFFFD'],
    ['tab\tstop', 'tab  stop'],
    ['メッシュ「osm」 ✔', 'メッシュ「osm」 ✔'],
  ])('%j becomes %j', (hostile, shown) => {
    expect(sanitizeLine(hostile)).toBe(shown);
  });

  test('never leaves a character that a terminal obeys or hides', () => {
    fc.assert(fc.property(hostile, (text) => !unsafe.test(sanitizeLine(text))));
  });

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(sanitizeLine(sanitizeLine(text))).toBe(sanitizeLine(text));
      }),
    );
  });

  test('takes no longer for a line of many spaces than for any other', () => {
    expect(sanitizeLine(`${' '.repeat(500_000)}x`)).toHaveLength(500_001);
  });
});

describe('sanitizeLines', () => {
  test('splits at line breaks and keeps the indentation of a stack', () => {
    expect(sanitizeLines('panic: x\n\nmain.main()\n\t/a.go:1\n')).toEqual([
      'panic: x',
      '',
      'main.main()',
      '  /a.go:1',
    ]);
  });

  test('gives lines that are all clean', () => {
    fc.assert(fc.property(hostile, (text) => sanitizeLines(text).every((line) => !unsafe.test(line))));
  });
});
