import { sanitizeLine } from '#presentation/sanitize.ts';
import { hardBreak } from '#presentation/wrap.ts';

/** One row of the screen with text that is to be selected by hand. */
export interface SelectableRow {
  readonly text: string;
  /** It goes on from the row above: the terminal would have wrapped it there. */
  readonly continues: boolean;
}

/** A text on rows of `columns` without any margin, broken where a terminal wraps: between characters, at the edge. */
export function selectableRows(text: string, columns: number): readonly SelectableRow[] {
  return text
    .split('\n')
    .flatMap((line) =>
      hardBreak(sanitizeLine(line), columns).map((part, index) => ({ text: part, continues: index > 0 })),
    );
}

/**
 * Writes rows that are on the screen already once more, each broken line in one piece: the terminal itself wraps it,
 * and so knows that it is one line when it is selected. Nothing looks different, and the cursor stays where it was.
 * `top` is the screen's line, counted from 1, of the first row.
 */
export function wrapSequence(rows: readonly SelectableRow[], top: number): string {
  const lines: { readonly at: number; text: string; rows: number }[] = [];
  for (const [index, { continues, text }] of rows.entries()) {
    const last = lines.at(-1);
    if (continues && last !== undefined) {
      last.text += text;
      last.rows += 1;
    } else lines.push({ at: top + index, text, rows: 1 });
  }
  const broken = lines.filter((line) => line.rows > 1);
  if (broken.length === 0) return '';
  return `\u001B7${broken.map(({ at, text }) => `\u001B[${at};1H${text}`).join('')}\u001B8`;
}
