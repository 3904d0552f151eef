import type { Mark } from '#document/blocks.ts';
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
}

export const unicodeStyle: TextStyle = {
  marks: markSigns,
  markWidth: 1,
  underlines: ['━', '─'],
  rule: '──',
  quote: '│',
  bullet: '•',
};

/** No sign beyond ASCII; the words of findings and of the cluster stay as they are. */
export const asciiStyle: TextStyle = {
  marks: asciiMarkSigns,
  markWidth: 2,
  underlines: ['=', '-'],
  rule: '--',
  quote: '|',
  bullet: '*',
};
