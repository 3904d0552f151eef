import * as fc from 'fast-check';

/** What an attacker would write into a pod's message. */
export const markupWords =
  '</pre></title><script>alert(1)</script> | `code` ``` ~~gone~~ [a](http://evil.example/x) ![i](http://evil.example/y) "q" \'s\' <!-- & &lt; # h * b _ $x$ www.evil.example a@evil.example';

const dangerous = [
  '\u001b[31m',
  '\u001b]8;;http://evil.example\u0007',
  '\u009b2J',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\u{e0041}',
  '\u0000',
  '\u007f',
  '\ud800',
  '\r\n',
  '\t',
];

/** Words with escape sequences, controls, bidi overrides and markup in any order. */
export const hostileWords = fc
  .array(
    fc.oneof(fc.constantFrom(...dangerous, markupWords, '```', '|', '<b>'), fc.string({ unit: 'binary' })),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));

/** What may never reach a terminal or a page, line breaks apart. */
export const hidden = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
