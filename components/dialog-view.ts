import { sentenceLines } from './layout.ts';
import { emptyLine, type Line } from './line.ts';
import { pickerLines } from './picker-lines.ts';
import type { Symbols } from './symbols.ts';

/** A dialog that covers the body: a choice, a text to type, or what came of it. */
export interface DialogView {
  readonly title: string;
  readonly lines: readonly Line[];
  /** Where the terminal's own cursor belongs, for input methods. */
  readonly caret?: { readonly line: number; readonly column: number };
}

/** What a dialog is drawn with, and the columns and lines that it may take. */
export interface DialogArea {
  readonly symbols: Symbols;
  readonly width: number;
  readonly height: number;
}

/** Choices below a sentence; `below` stands under them, and is seen whole. */
export function choiceDialog(
  title: string,
  intro: string,
  choices: readonly string[],
  cursor: number,
  { symbols, width, height }: DialogArea,
  below: readonly Line[] = [],
): DialogView {
  const above = intro === '' ? [] : [...sentenceLines(intro, width, 3, symbols), emptyLine];
  const chosen = pickerLines(choices, cursor, height - above.length - below.length, symbols);
  return { title, lines: [...above, ...chosen, ...below] };
}
