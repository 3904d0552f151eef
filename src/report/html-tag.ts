import { sanitizeLine } from '#presentation/sanitize.ts';
import { htmlEscape } from 'escape-goat';

/** Markup that may stand in a page as it is: made by `markup`, or written in this folder. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type MarkupValue = Markup | string | number | readonly MarkupValue[];

/**
 * A piece of a page. Every string put into it is cleaned of control characters and escaped, also inside quoted
 * attributes; only other pieces stand as they are. So hostile text can't be forgotten.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return new Markup(parts.reduce((page, part, index) => page + markupOf(values[index - 1] ?? '') + part));
}

/** Lines inside `pre`, each cleaned by itself so that the line breaks between them stay. */
export function markupLines(lines: readonly string[]): Markup {
  return new Markup(lines.map((line) => markupOf(line)).join('\n'));
}

function markupOf(value: MarkupValue): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string') return htmlEscape(sanitizeLine(value));
  if (typeof value === 'number') return String(value);
  return value.map(markupOf).join('');
}
