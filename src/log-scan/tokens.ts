import { bounds } from './bounds.ts';
import { isVariable, runClass } from './variable-runs.ts';

/** What stands in a template for a part that varies. */
export const wildcard = '<*>';

/** A text cut into words, as it is and with its variable runs masked; both arrays have the same length. */
export interface Tokens {
  readonly raw: readonly string[];
  readonly masked: readonly string[];
}

export const noTokens: Tokens = { raw: [], masked: [] };

/** Words are parted by white space; a quoted text (no longer than a name is) stays one word whatever it holds. */
const word = /(?:[^\s"]+|"[^"\n]{0,200}"|")+/g;

/** At most `bounds.tokens` words of the first `bounds.messageChars` characters; the last word takes the rest. */
export function tokenise(text: string): Tokens {
  const clipped = text.length > bounds.messageChars ? text.slice(0, bounds.messageChars) : text;
  const raw: string[] = [];
  for (const match of clipped.matchAll(word)) {
    if (raw.length === bounds.tokens - 1) {
      raw.push(clipped.slice(match.index));
      break;
    }
    raw.push(match[0]);
  }
  return { raw, masked: raw.map(mask) };
}

const run = /[A-Za-z0-9]+/g;
const joined = /<\*>(?:[-.:/_+]<\*>)+/g;

/** Variable runs become `<*>`; those joined by the punctuation of addresses, times and UUIDs become one. */
export function mask(text: string): string {
  if (!/\d/.test(text)) return text;
  const masked = text.replace(run, (found, at: number) => {
    const before = at === 0 ? 0 : text.charCodeAt(at - 1);
    let classes = 0;
    for (let i = 0; i < found.length; i++) classes |= runClass[found.charCodeAt(i)]!;
    return isVariable(classes, runClass[found.charCodeAt(0)]!, found.length, before) ? wildcard : found;
  });
  return masked.replace(joined, wildcard);
}
