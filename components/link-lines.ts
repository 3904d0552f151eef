import { textWidth } from '#presentation/text-width.ts';
import { hardBreak } from '#presentation/wrap.ts';
import { type Line, span, type Span } from './line.ts';

/** A label and an address in words, which is a link where the terminal has them; a long one goes on below. */
export function linkLines(label: string, url: string, width: number): readonly Line[] {
  const lead = `${label}: `;
  const link = (text: string): Span => ({ text, style: 'plain', link: url });
  if (textWidth(lead) + textWidth(url) <= width) return [[span(lead, 'dim'), link(url)]];
  return [
    [span(lead.trimEnd(), 'dim')],
    ...hardBreak(url, width - 2).map((part) => [span('  '), link(part)]),
  ];
}

/** The lines with every occurrence of what `find` matches made a link to what `urlOf` says. */
export function withLinks(
  lines: readonly Line[],
  find: RegExp,
  urlOf: (found: string) => string,
): readonly Line[] {
  return lines.map((line) =>
    line.some(({ text }) => text.search(find) >= 0)
      ? line.flatMap((part) => linked(part, find, urlOf))
      : line,
  );
}

function linked(part: Span, find: RegExp, urlOf: (found: string) => string): readonly Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const { 0: found, index } of part.text.matchAll(new RegExp(find, 'gu'))) {
    spans.push({ ...part, text: part.text.slice(end, index) }, { ...part, text: found, link: urlOf(found) });
    end = index + found.length;
  }
  return [...spans, { ...part, text: part.text.slice(end) }].filter(({ text }) => text !== '');
}

/**
 * OSC 8. Both ends stand on the line itself; terminals take pieces with the same address and `id` for one link, also
 * over several lines. The address must be printable ASCII.
 */
export function hyperlink(text: string, url: string): string {
  return `\u001B]8;id=${idOf(url)};${url}\u0007${text}\u001B]8;;\u0007`;
}

function idOf(url: string): string {
  let hash = 0;
  for (const character of url) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(36);
}
