import { type Line, plainLine, span } from './line.ts';
import { windowTop } from './scroll.ts';
import type { Symbols } from './symbols.ts';

/** Numbered choices with a pointer, at most `height` lines; each choice is one clean line. */
export function pickerLines(
  choices: readonly string[],
  selected: number,
  height: number,
  symbols: Symbols,
): readonly Line[] {
  const top = windowTop(0, selected, Math.max(1, height), choices.length);
  return choices.slice(top, top + height).map((choice, offset) => {
    const index = top + offset;
    const isSelected = index === selected;
    const number = index < 9 ? `${index + 1}` : ' ';
    if (!isSelected) return plainLine(`  ${number} ${choice}`);
    return [span(`${symbols.pointer} ${number} `, 'strong'), span(choice, 'strong')];
  });
}
