import { textWidth, graphemesOf } from './text-width.ts';

// Japanese typesetting (kinsoku): these do not open a line, and these do not close one.
const notFirst = new Set(
  '、。，．・：；？！゛゜ー）］｝」』】〉》〕’”ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々,.:;!?)]}',
);
const notLast = new Set('（［｛「『【〈《〔‘“([{');

/** A piece that stays together, and the spaces before it. */
interface Piece {
  readonly text: string;
  readonly width: number;
  readonly gap: number;
}

/**
 * Breaks one line of text into lines of at most `columns`: at spaces, and between East Asian characters, which have
 * no spaces; a word longer than a line is broken where it must. What is indented stays so on every line: YAML and stacks
 * are read by it. The result has at least one line. 0 columns: not at all.
 */
export function wrapText(text: string, columns: number): readonly string[] {
  if (columns <= 0) return [text];
  const width = Math.max(2, columns);
  if (textWidth(text) <= width) return [text];
  const unindented = text.replace(/^ +/u, '');
  const indent = Math.min(text.length - unindented.length, Math.floor(width / 2), width - 2);
  if (indent > 0) return wrapText(unindented, width - indent).map((line) => ' '.repeat(indent) + line);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of piecesOf(text)) {
    const gap = line === '' ? 0 : piece.gap;
    if (used + gap + piece.width <= width) {
      line += ' '.repeat(gap) + piece.text;
      used += gap + piece.width;
      continue;
    }
    if (line !== '') lines.push(line);
    const broken = hardBreak(piece.text, width);
    lines.push(...broken.slice(0, -1));
    line = broken.at(-1) ?? '';
    used = textWidth(line);
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** Pieces of at most `columns`, wherever that falls; the first one of at most `first`. */
export function hardBreak(text: string, columns: number, first = columns): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  let room = first;
  for (const grapheme of graphemesOf(text)) {
    const own = textWidth(grapheme);
    if (used + own > room && part !== '') {
      parts.push(part);
      part = '';
      used = 0;
      room = columns;
    }
    part += grapheme;
    used += own;
  }
  return [...parts, part];
}

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let gap = 0;
  let current = '';
  let previous = '';
  const close = (): void => {
    if (current === '') return;
    pieces.push({ text: current, width: textWidth(current), gap });
    gap = 0;
    current = '';
  };
  for (const grapheme of graphemesOf(text)) {
    if (grapheme === ' ') {
      close();
      gap += 1;
    } else {
      if (current !== '' && mayBreak(previous, grapheme)) close();
      current += grapheme;
    }
    previous = grapheme;
  }
  close();
  return pieces;
}

function mayBreak(before: string, after: string): boolean {
  if (notFirst.has(after) || notLast.has(before)) return false;
  return textWidth(before) > 1 || textWidth(after) > 1;
}
