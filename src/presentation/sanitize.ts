import { isPrintableAscii } from './graphemes.ts';
import { stripVTControlCharacters } from 'node:util';

/**
 * Hostile text of a cluster as one printable line: escape sequences are removed, line breaks become ` ⏎ `, and every
 * other character that a terminal obeys, hides, or reorders text by is shown as its name. Idempotent.
 */
export function sanitizeLine(text: string): string {
  // Nearly all lines are; a search cleans a hundred thousand of them.
  if (isPrintableAscii(text)) return text;
  const lines = sanitizeLines(text);
  if (lines.length === 1) return lines[0] ?? '';
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ⏎ ');
}

/** The same for text of several lines, one entry a line; a line break at the end opens no new line. */
export function sanitizeLines(text: string): string[] {
  return stripVTControlCharacters(text)
    .replace(/\r?\n$/u, '')
    .split(/\r?\n/u)
    .map(showHidden);
}

// Format characters (bidi overrides and isolates, zero-width, tags) and others that are drawn as nothing.
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
// They only choose between two pictures of one character, and terminals disagree on their width.
const pictureSelectors = /[\uFE0E\uFE0F]/gu;

function showHidden(line: string): string {
  return line
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .replaceAll('\t', '  ')
    .replaceAll(pictureSelectors, '')
    .replaceAll(hidden, nameOf);
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x24_00 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
