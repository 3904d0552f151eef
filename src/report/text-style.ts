import type { Mark } from '#presentation/blocks.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import { asciiHeights } from '#presentation/sparkline.ts';
import { asciiMarkSigns, markSigns } from './mark-signs.ts';

/** The signs that plain text is laid out with. */
export interface TextStyle {
  readonly marks: Readonly<Record<Mark, string>>;
  readonly markWidth: number;
  /** Under the title of a report and of its sections. */
  readonly underlines: readonly [string, string];
  /** Before a heading inside a section. */
  readonly rule: string;
  readonly quote: string;
  readonly bullet: string;
  /** Words as they are shown: cleaned, and in the signs of this style. Commands are cleaned only. */
  readonly say: (words: string) => string;
}

export const unicodeStyle: TextStyle = {
  marks: markSigns,
  markWidth: 1,
  underlines: ['━', '─'],
  rule: '──',
  quote: '│',
  bullet: '•',
  say: sanitizeLine,
};

const asciiSigns: Readonly<Record<string, string>> = {
  '·': '-',
  '×': 'x',
  '…': '...',
  '—': '-',
  '–': '-',
  '⏎': '|',
  '↻': '|',
  ...asciiHeights,
};

/** No sign beyond ASCII; the words of findings and of the cluster stay as they are. */
export const asciiStyle: TextStyle = {
  marks: asciiMarkSigns,
  markWidth: 2,
  underlines: ['=', '-'],
  rule: '--',
  quote: '|',
  bullet: '*',
  say: (words) => sanitizeLine(words).replaceAll(/[·×…—–⏎↻▁-█]/gu, (sign) => asciiSigns[sign] ?? sign),
};
