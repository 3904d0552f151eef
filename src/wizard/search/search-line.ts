import { justify, type Line, plainLine, span } from '#components/line.ts';
import type { Symbols } from '#components/symbols.ts';
import { textFieldLine } from '../text-field/text-field.ts';
import { textWidth } from '#presentation/text-width.ts';
import type { Texts } from '#i18n/texts.ts';
import type { Found } from '../layout/found.ts';
import type { WizardState } from '../state/state.ts';

/** The words of a search while they are typed, in the status line; undefined when none are. */
export function searchLine(
  { search }: WizardState,
  { ui }: Texts,
  symbols: Symbols,
  width: number,
  found: Found | undefined,
): { readonly line: Line; readonly caretColumn: number } | undefined {
  if (search?.kind !== 'typing') return undefined;
  const isEmpty = search.field.value === '' || found === undefined;
  const said = `  ${isEmpty ? ui.search.hint : countWords(found, ui)}`;
  const room = width - 1 - textWidth(said);
  const field = textFieldLine(search.field, room);
  return {
    line: justify(
      [span('/', 'strong'), ...field.line],
      plainLine(said, isEmpty ? 'dim' : found.count === 0 && found.isWhole ? 'warning' : 'plain'),
      width,
      symbols.ellipsis,
    ),
    caretColumn: 1 + field.caretColumn,
  };
}

function countWords({ count, isWhole, number }: Found, { search }: Texts['ui']): string {
  return isWhole ? search.typed(number, count) : search.searching(number, count);
}
