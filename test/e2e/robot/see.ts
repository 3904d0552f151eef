/** Does the screen show it? Text may be wrapped by the terminal's width, and panes may stand side by side. */
import { asciiSymbols, unicodeSymbols } from '#components/symbols.ts';
import { textsOf } from '#steps/all-texts.ts';
import type { Language } from '#i18n/texts.ts';
import type { Expectation, Size, Words } from './scenario.ts';

/** What a person sees, and what came over the wire since the last key. */
export interface Seen {
  readonly screen: string;
  readonly sent: string;
  readonly language: Language;
  readonly size: Size;
}

/** Undefined when the expectation holds, else what it wanted, in words. */
export function unmet(expectation: Expectation, seen: Seen): string | undefined {
  if (!isMeant(expectation, seen.size)) return undefined;
  const { see, not, line, regex, sent } = expectation;
  if (see !== undefined) return said(isShown(see, seen), '', see, seen.language);
  if (not !== undefined) return said(!isShown(not, seen), 'not ', not, seen.language);
  if (line !== undefined) {
    const text = wordsIn(line, seen.language);
    return said(
      seen.screen.split('\n').some((row) => row.trim() === text),
      'the line ',
      line,
      seen.language,
    );
  }
  if (regex !== undefined) return regex.test(seen.screen) ? undefined : `${regex}`;
  const unwanted = expectation['not-regex'];
  if (unwanted !== undefined) return unwanted.test(seen.screen) ? `not ${unwanted}` : undefined;
  if (sent !== undefined) return sent.test(seen.sent) ? undefined : `sent ${sent}`;
  return isRead(seen.screen) ? undefined : 'everything read';
}

/** Does no tab wait? */
export function isRead(screen: string): boolean {
  const tabs = screen.split('\n')[1] ?? '';
  const waits = [unicodeSymbols, asciiSymbols].some(({ marks }) => tabs.includes(marks.pending));
  return tabs.trim() !== '' && !waits;
}

/** Some steps and expectations are for terminals of some sizes only. */
export function isMeant(
  { from, below }: { readonly from?: Size | undefined; readonly below?: Size | undefined },
  size: Size,
): boolean {
  const reaches = (bound: Size): boolean => size.columns >= bound.columns && size.rows >= bound.rows;
  return (from === undefined || reaches(from)) && (below === undefined || !reaches(below));
}

function said(holds: boolean, prefix: string, words: Words, language: Language): string | undefined {
  if (holds) return undefined;
  const entry = words.text === undefined ? '' : ` (${words.text})`;
  return `${prefix}"${wordsIn(words, language)}"${entry}`;
}

function isShown(words: Words, { screen, language }: Seen): boolean {
  const text = squeezed(wordsIn(words, language));
  return views(screen).some((view) => view.includes(text) || (words.text !== undefined && isCut(text, view)));
}

/** Least columns of a sentence that still say which one it is. */
const telling = 12;

/** A sentence of the catalogue that is longer than its place ends in an ellipsis. */
function isCut(text: string, view: string): boolean {
  const start = text.slice(0, telling);
  for (let at = view.indexOf(start); at >= 0; at = view.indexOf(start, at + 1)) {
    let end = telling;
    while (end < text.length && view[at + end] === text[end]) end += 1;
    if (end < text.length && /[…~]/u.test(view[at + end] ?? '')) return true;
  }
  return false;
}

/**
 * The screen without any space: as a whole, the same without rules, in which a note may go over two lines, and each side of the
 * bar where panes stand side by side.
 */
function views(screen: string): readonly string[] {
  const sides = screen.split('\n').map((row) => row.split(/ [│|] /u));
  const side = (index: number): string => squeezed(sides.map((parts) => parts[index] ?? '').join(''));
  return [squeezed(screen), squeezed(screen.replaceAll(/─|-{2,}/gu, '')), side(0), side(1)];
}

export function squeezed(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

/** @throws when the catalogue has no such entry */
export function wordsIn({ en, ja, text, with: given }: Words, language: Language): string {
  if (text === undefined) return (language === 'en' ? en : ja) ?? '';
  let entry: unknown = textsOf(language);
  for (const name of text.split('.')) {
    if (typeof entry !== 'object' || entry === null || !(name in entry))
      throw new Error(`the text catalogue has no "${text}"`);
    entry = (entry as Readonly<Record<string, unknown>>)[name];
  }
  if (typeof entry === 'function') {
    const tell = entry as (...given: readonly unknown[]) => unknown;
    entry = Array.isArray(given) ? tell(...given) : tell(given ?? {});
  }
  if (typeof entry !== 'string') throw new Error(`"${text}" of the text catalogue is no sentence`);
  return entry;
}
