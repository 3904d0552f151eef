import type { ListRow } from '../blocks.ts';
import { byMark } from '../marks.ts';

/**
 * Rows as a screen lists them: worst first, then what passed, then what is only said; the given order holds among
 * equals; at the end the rows of what is gone. Keys are made distinct, since a selection stays with its key when rows
 * come and go.
 */
export function arrangeRows(rows: readonly ListRow[], gone: readonly ListRow[]): readonly ListRow[] {
  return distinctKeys([...rows.toSorted((a, b) => byMark(a.mark, b.mark)), ...gone]);
}

/** The same rows in their order; the second of one key becomes `key#2`. */
export function distinctKeys(rows: readonly ListRow[]): readonly ListRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const times = (seen.get(row.key) ?? 0) + 1;
    seen.set(row.key, times);
    return times === 1 ? row : { ...row, key: `${row.key}#${times}` };
  });
}
