import stringWidth from 'string-width';

const wide = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆。、，．：；？！（）「」『』［］【】〈〉《》・…　]`;
// Japanese typesetting (kinsoku): an opening bracket stays with what follows, closing marks and small kana with what goes before.
const opening = String.raw`[(（\[［「『【〈《]`;
const closing = String.raw`[)）\]］」』】〉》、。，．・：；？！ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.:;!?]`;
const pieces = new RegExp(
  `(?<gap> *)(?<text>${opening}*(?:(?=${wide})(?!${opening})[^ ]|(?:(?!${wide})[^ ])+)?${closing}*)`,
  'gu',
);

/**
 * Breaks a cleaned line into lines of at most `columns` of a terminal: at spaces and between East Asian characters; a
 * word longer than a line is broken where it must. 0 columns: not at all.
 */
export function wrap(line: string, columns: number): readonly string[] {
  if (columns <= 0 || stringWidth(line) <= columns) return [line];
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const { groups } of line.matchAll(pieces)) {
    const { gap = '', text = '' } = groups ?? {};
    const lead = current === '' && lines.length > 0 ? '' : gap;
    const width = stringWidth(text);
    if (used + lead.length + width <= columns) {
      current += lead + text;
      used += lead.length + width;
      continue;
    }
    if (current.trim() !== '') lines.push(current);
    const parts = broken(text, columns);
    lines.push(...parts.slice(0, -1));
    current = parts.at(-1) ?? '';
    used = stringWidth(current);
  }
  return current === '' ? lines : [...lines, current];
}

/** Spaces up to `columns`; a text that is wider stays as it is. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function broken(word: string, columns: number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(word)) {
    if (part !== '' && stringWidth(part + segment) > columns) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}
