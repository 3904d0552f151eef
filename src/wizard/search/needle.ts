import { isPrintableAscii } from '#presentation/graphemes.ts';
import { graphemesOf } from '#presentation/text-width.ts';

/** What is looked for, as a pattern for normalised texts. */
export interface Needle {
  readonly query: string;
  /** '' for a query that finds nothing. */
  readonly normal: string;
  /** Smart case: a capital letter in the query makes capitals count. */
  readonly caseMatters: boolean;
  readonly pattern: RegExp;
}

export function needleOf(query: string): Needle {
  const normal = normalised(query);
  const caseMatters = normal !== normal.toLowerCase();
  const letters = normal.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);
  return { query, normal, caseMatters, pattern: new RegExp(letters, caseMatters ? 'u' : 'iu') };
}

/** Full-width and half-width forms, ligatures and the like are the same letters to whoever types them (NFKC). */
export function normalised(text: string): string {
  return isPrintableAscii(text) ? text : text.normalize('NFKC');
}

/** Where the needle stands in a text, as `[start, end)` in its own letters; only for what is drawn. */
export function rangesOf(text: string, needle: Needle): readonly (readonly [number, number])[] {
  if (needle.normal === '') return [];
  const { normal, starts, ends } = withPlaces(text);
  return Array.from(normal.matchAll(new RegExp(needle.pattern, `g${needle.pattern.flags}`)), (match) => [
    starts[match.index] ?? 0,
    ends[match.index + match[0].length - 1] ?? text.length,
  ]);
}

/** A normalised text, and where the character begins and ends that each of its letters comes from. */
function withPlaces(text: string): {
  readonly normal: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
} {
  let normal = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const grapheme of graphemesOf(text)) {
    const part = normalised(grapheme);
    for (let letter = 0; letter < part.length; letter += 1) {
      starts.push(start);
      ends.push(start + grapheme.length);
    }
    normal += part;
    start += grapheme.length;
  }
  return { normal, starts, ends };
}
