import type { Line } from '#components/line.ts';
import { plainLine } from '#components/line.ts';
import { asciiSymbols, type Symbols } from '#components/symbols.ts';
import type { Block } from '#presentation/blocks.ts';
import type { Texts } from '#i18n/texts.ts';
import type { TerminalSize } from '../layout/geometry.ts';
import { blockWords } from './block-words.ts';

/**
 * Nothing is broken or cut for the lack of columns, since nothing is drawn; a page is what a person hears before the
 * next key.
 */
export const linearSize: TerminalSize = { columns: 1000, rows: 40 };

/** Words for signs. `texts` are those of the moment: the language may change. */
export function linearSymbols(texts: () => Texts): Symbols {
  return {
    ...asciiSymbols,
    // The record a log was opened for is the one that is selected.
    here: ' ',
    // Nothing is measured: they are replaced when they are written.
    dots: '…',
    show: (text) => text,
    get marks() {
      const { marks } = texts().report;
      return Object.fromEntries(
        Object.entries(marks).map(([mark, word]) => [mark, `${word}:`]),
      ) as Symbols['marks'];
    },
  };
}

export function linearLayout(blocks: readonly Block[], texts: Texts): readonly Line[] {
  return blockWords(blocks, texts).map((text) => plainLine(text));
}
