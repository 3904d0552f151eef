import { justify, type Line, plainLine, span } from '#components/line.ts';
import type { Symbols } from '#components/symbols.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import { textWidth } from '#presentation/text-width.ts';
import type { Texts } from '#i18n/texts.ts';
import { type TextField, textFieldLine } from '../text-field/text-field.ts';
import type { SearchStatus } from './status.ts';

/** The words of a search while they are typed, in the status line. */
export interface SearchLine {
  readonly line: Line;
  readonly caretColumn: number;
}

export function searchLine(
  field: TextField,
  { ui }: Texts,
  symbols: Symbols,
  width: number,
  status: SearchStatus | undefined,
): SearchLine {
  const isEmpty = field.value === '' || status === undefined;
  const said = `  ${isEmpty ? ui.search.hint : countWords(status, ui)}`;
  const typed = textFieldLine(field, width - 1 - textWidth(said));
  return {
    line: justify(
      [span('/', 'strong'), ...typed.line],
      plainLine(said, isEmpty ? 'dim' : status.count === 0 && status.isWhole ? 'warning' : 'plain'),
      width,
      symbols.ellipsis,
    ),
    caretColumn: 1 + typed.caretColumn,
  };
}

function countWords({ count, isWhole, number }: SearchStatus, { search }: Texts['ui']): string {
  return isWhole ? search.typed(number, count) : search.searching(number, count);
}

/** What a kept search says in the status line. */
export function searchWords(
  { count, isWhole, number, query }: SearchStatus,
  { ui: { search } }: Texts,
): string {
  return sanitizeLine(
    isWhole ? search.found(query, number, count) : `/${query}: ${search.searching(number, count)}`,
  );
}
