import { wildcard } from './tokens.ts';

/** How many words a text may differ in from a template and still match it. */
export type Tolerance = keyof typeof proseShare;

/** The number of words in which a text differs from a template of the same length; -1 when it does not match. */
export function distance(
  template: readonly string[],
  words: readonly string[],
  tolerance: Tolerance,
): number {
  if (template.length !== words.length || !fits(template[0], words[0])) return -1;
  // Most templates differ in most words: the cheap count comes first, the words are compared only when few differ.
  let differences = 0;
  for (let i = 1; i < words.length; i++) if (!fits(template[i], words[i])) differences += 1;
  if (differences === 0) return 0;
  if (differences > words.length / 2) return -1;
  let prose = 0;
  for (let i = 1; i < words.length; i++) {
    if (fits(template[i], words[i])) continue;
    const known = template[i]!;
    const word = words[i]!;
    // `*v1alpha4.TCPRoute`: a Go type names the missing CRD (facts §5.6); each type is a kind of its own.
    if (goType.test(known) || goType.test(word)) return -1;
    if (isProse.test(known) && isProse.test(word)) prose += 1;
  }
  return prose <= words.length * proseShare[tolerance] ? differences : -1;
}

/**
 * The share of a text's words of prose that may differ from a template. A long message may differ in one, such as an
 * unquoted namespace; "Error creating sidecar driver" and "Error creating Ingress client" are two templates. In an error
 * text no word of prose may differ. When there are many similar messages, a word that differs is a value.
 */
const proseShare = { message: 0.15, crowd: 0.5, error: 0 } as const;

const goType = /^\*\w+\.\w/;

/** A word of prose, not a name: unquoted, and only letters apart from punctuation around it. */
const isProse = /^[(']?[A-Za-z']+[)'.,:;!?]*$/;

function fits(known: string | undefined, word: string | undefined): boolean {
  return known === word || known === wildcard;
}

/** The template that covers both; only for texts at a `distance` of zero or more. */
export function generalised(template: readonly string[], words: readonly string[]): string[] {
  return template.map((known, i) => (known === words[i] ? known : wildcard));
}

/** What the text has at each `<*>` of one template word, in order. */
export function valuesAt(templateWord: string, raw: string): string[] {
  const [head = '', ...fixed] = templateWord.split(wildcard);
  const values: string[] = [];
  let at = head.length;
  fixed.forEach((part, i) => {
    const isLast = i === fixed.length - 1;
    const found = isLast ? raw.length - part.length : raw.indexOf(part, at + 1);
    const end = found < at ? raw.length : found;
    values.push(tidy(raw.slice(at, end)));
    at = end + part.length;
  });
  return values;
}

/** A name without the quotes and the punctuation of its sentence. */
function tidy(value: string): string {
  const bare = value.replace(/[,:;]+$/, '');
  return /^"[^"]*"$/.test(bare) ? bare.slice(1, -1) : bare;
}
