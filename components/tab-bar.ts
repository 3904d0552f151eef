import type { Mark } from '#presentation/blocks.ts';
import { fitLine, type Line, lineWidth, span } from './line.ts';
import type { Symbols } from './symbols.ts';

export interface Tab {
  readonly number: number;
  readonly word: string;
  readonly mark: Mark;
}

/** The active tab stands in brackets, so that it is seen without colour; the other words go when room is short. */
export function tabLine(tabs: readonly Tab[], active: number, width: number, symbols: Symbols): Line {
  const full = tabs.flatMap((tab, index) => tabSpans(tab, index === active, true, symbols));
  if (lineWidth(full) <= width) return full;
  const short = tabs.flatMap((tab, index) => tabSpans(tab, index === active, index === active, symbols));
  return fitLine(short, width, symbols.ellipsis);
}

function tabSpans(tab: Tab, isActive: boolean, withWord: boolean, symbols: Symbols): Line {
  const style = isActive ? 'strong' : 'plain';
  return [
    span(`${isActive ? '[' : ' '}${tab.number} ${withWord ? `${tab.word} ` : ''}`, style),
    span(symbols.marks[tab.mark], tab.mark),
    span(isActive ? ']' : ' ', style),
  ];
}
