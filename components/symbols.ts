import type { Mark } from '#presentation/blocks.ts';
import { asciiHeights } from '#presentation/sparkline.ts';

/** The signs a screen is drawn with; each is one column wide but for the ASCII marks, which are padded. */
export interface Symbols {
  readonly marks: Readonly<Record<Mark, string>>;
  /** Columns of the widest mark. */
  readonly markWidth: number;
  readonly pointer: string;
  /** The pointer of a list that is not focused. */
  readonly restingPointer: string;
  readonly rule: string;
  /** The rule over the focused pane, and the done part of a progress bar. */
  readonly heavyRule: string;
  readonly bar: string;
  readonly quote: string;
  readonly bullet: string;
  /** Before the record that a log was opened for. */
  readonly here: string;
  /** Stands for what was cut off. */
  readonly ellipsis: string;
  /** Three dots in our own sentences: what goes on, what is left open. */
  readonly dots: string;
  /** Around what a search found, where the terminal may be unable to draw it inverse. */
  readonly matchStart: string;
  readonly matchEnd: string;
  readonly moreAbove: string;
  readonly moreBelow: string;
  /** Eight heights, the lowest first: how much there is in a cell of a time line. */
  readonly heights: string;
  /** Points from the label of a time to its place on the axis. */
  readonly tick: string;
  readonly keys: Readonly<Record<string, string>>;
  /** A text with signs that the terminal lacks replaced by ones of the same width. */
  readonly show: (text: string) => string;
}

export const unicodeSymbols: Symbols = {
  marks: { critical: '✘', warning: '⚠', ok: '✔', unknown: '?', info: '·', pending: '…' },
  markWidth: 1,
  pointer: '▸',
  restingPointer: '▹',
  rule: '─',
  heavyRule: '━',
  bar: '│',
  quote: '│',
  bullet: '•',
  here: '◆',
  ellipsis: '…',
  dots: '…',
  matchStart: '',
  matchEnd: '',
  moreAbove: '↑',
  moreBelow: '↓',
  heights: '▁▂▃▄▅▆▇█',
  tick: '╵',
  keys: {
    up: '↑',
    down: '↓',
    left: '←',
    right: '→',
    enter: '⏎',
    escape: 'Esc',
    tab: 'Tab',
    'shift-tab': 'Shift-Tab',
    pageup: 'PgUp',
    pagedown: 'PgDn',
    home: 'Home',
    end: 'End',
    backspace: 'Backspace',
    delete: 'Del',
    ' ': 'Space',
  },
  show: (text) => text,
};

/** Signs in our own sentences; words in another script are left to the terminal. */
const plainSigns: Readonly<Record<string, string>> = {
  // In words that are not ours: as wide as it was.
  '…': '~',
  '→': '>',
  '←': '<',
  '↑': '^',
  '↓': 'v',
  '–': '-',
  '—': '-',
  '×': 'x',
  '·': '.',
  '•': '*',
  '⏎': '/',
  '’': "'",
  '↻': '|',
  '╵': "'",
  ...asciiHeights,
};

/** No literal: one such sign in the bundle, which strings do not have, would double what it takes in memory. */
const anyPlainSign = new RegExp(`[${Object.keys(plainSigns).join('')}]`, 'gu');

/** For terminals without Unicode: TERM=dumb, the C locale, or `--ascii`. */
export const asciiSymbols: Symbols = {
  marks: { critical: 'X', warning: '!', ok: 'OK', unknown: '?', info: '.', pending: '..' },
  markWidth: 2,
  pointer: '>',
  restingPointer: '-',
  rule: '-',
  heavyRule: '=',
  bar: '|',
  quote: '|',
  bullet: '*',
  here: '@',
  ellipsis: '~',
  dots: '...',
  matchStart: '[',
  matchEnd: ']',
  moreAbove: '^',
  moreBelow: 'v',
  heights: '.:-=+*#@',
  tick: "'",
  keys: { ...unicodeSymbols.keys, up: 'Up', down: 'Down', left: 'Left', right: 'Right', enter: 'Enter' },
  show: (text) => text.replaceAll(anyPlainSign, (sign) => plainSigns[sign] ?? sign),
};
