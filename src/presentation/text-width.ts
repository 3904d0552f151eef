import stringWidth from 'string-width';
import { graphemes, hasOnlyPlainGraphemes, isPrintableAscii } from './graphemes.ts';

/** Columns that a text takes on a terminal; East Asian wide characters take two. */
export function textWidth(text: string): number {
  // What the package does for any text takes fifty times as long.
  return isPrintableAscii(text) ? text.length : stringWidth(text);
}

/** The characters of a text as people see them. */
export function graphemesOf(text: string): readonly string[] {
  if (hasOnlyPlainGraphemes(text)) return text.split('');
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Spaces up to `columns`; a text that is wider stays as it is. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - textWidth(text)));
}
