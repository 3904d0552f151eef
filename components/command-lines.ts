import { textWidth } from '#presentation/text-width.ts';
import { hardBreak, wrapText } from '#presentation/wrap.ts';

/**
 * A shell command on lines of at most `columns`. Lines end in ` \\` and break only between words, so that what is
 * selected with a mouse over several lines still is one command; a comment at its end continues as a comment.
 */
export function commandLines(command: string, columns: number): readonly string[] {
  if (textWidth(command) <= columns) return [command];
  const words = shellWords(command);
  const start = words.findIndex((word) => word.startsWith('#'));
  const body = brokenBody(start < 0 ? words : words.slice(0, start), columns);
  if (start < 0) return body;
  const comment = words.slice(start).join(' ');
  const last = body.at(-1) ?? '';
  if (textWidth(`${last} ${comment}`) <= columns) return [...body.slice(0, -1), `${last} ${comment}`.trim()];
  // On lines of its own: a backslash before it would be part of the command, one inside it would not break it.
  const told = wrapText(comment.replace(/^#\s*/u, ''), columns - 2);
  return [...body, ...told.map((line) => `# ${line}`)];
}

function brokenBody(words: readonly string[], columns: number): readonly string[] {
  const room = Math.max(2, columns - 2);
  const lines: string[] = [];
  let line = '';
  for (const unit of flagsWithValues(words, room)) {
    const joined = line === '' ? unit : `${line} ${unit}`;
    if (textWidth(joined) <= room) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(`${line} \\`);
    const broken = hardBreak(unit, room);
    lines.push(...broken.slice(0, -1));
    line = broken.at(-1) ?? '';
  }
  return [...lines, line];
}

/** `--context prod` reads better on one line, where it fits on one. */
function flagsWithValues(words: readonly string[], room: number): readonly string[] {
  const units: string[] = [];
  let flag: string | undefined;
  for (const word of words) {
    const pair = flag === undefined ? word : `${flag} ${word}`;
    if (flag !== undefined && !word.startsWith('-') && textWidth(pair) <= room) {
      units.push(pair);
      flag = undefined;
      continue;
    }
    if (flag !== undefined) units.push(flag);
    flag = undefined;
    if (/^--?[a-z]/iu.test(word) && !word.includes('=')) flag = word;
    else units.push(word);
  }
  return flag === undefined ? units : [...units, flag];
}

/** Splits at spaces outside of quotes; quotes and backslashes stay as they are. */
function shellWords(command: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  let quote = '';
  let escaped = false;
  for (const character of command) {
    if (character === ' ' && quote === '' && !escaped) {
      if (word !== '') words.push(word);
      word = '';
      continue;
    }
    word += character;
    if (escaped) escaped = false;
    else if (character === '\\' && quote !== "'") escaped = true;
    else if (quote === '' && (character === "'" || character === '"')) quote = character;
    else if (character === quote) quote = '';
  }
  return word === '' ? words : [...words, word];
}
