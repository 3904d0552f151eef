import { textWidth } from '#presentation/text-width.ts';
import { cut, type Line, span, type Style } from './line.ts';
import type { Symbols } from './symbols.ts';

export interface HeaderProps {
  readonly title: string;
  /** Cleaned facts about where we are, the most important first: those at the end give way. */
  readonly parts: readonly string[];
  /** Must be seen whatever the width: the first of these forms that leaves room for the parts, else the last. */
  readonly badges?: readonly string[];
}

/** Fewest columns that a part is cut to. */
const fewest = 12;

export function headerLine(
  { title, parts, badges = [] }: HeaderProps,
  width: number,
  symbols: Symbols,
): Line {
  const least = parts.reduce((sum, part) => sum + 2 + textWidth(part), textWidth(title));
  const badge = badges.find((form) => least + textWidth(form) + 4 <= width) ?? badges.at(-1);
  const shownBadge = badge === undefined ? '' : ` ${cut(badge, width - 2, symbols.ellipsis)} `;
  let room = width - textWidth(shownBadge) - (shownBadge === '' ? 0 : 2);
  const spans = [piece(title, 'strong')];
  for (const gap of ['   ', '  ']) {
    const whole = parts.reduce((sum, part) => sum + textWidth(gap) + textWidth(part), textWidth(title));
    if (whole <= room || gap === '  ') {
      for (const part of parts) spans.push(piece(gap + part, 'plain'));
      break;
    }
  }
  const rest = ' '.repeat(Math.max(0, room));
  return [...spans, span(shownBadge === '' ? '' : `${rest}  `), span(shownBadge, 'inverse')];

  function piece(text: string, style: Style) {
    // A few letters of a name tell nothing.
    const isTooLong = textWidth(text) > room;
    const shown = isTooLong && room < fewest ? '' : cut(text, room, symbols.ellipsis);
    if (isTooLong) room = textWidth(shown);
    room -= textWidth(shown);
    return span(shown, style);
  }
}
