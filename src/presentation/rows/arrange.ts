import type { ListRow } from '../blocks.ts';
import { markOrder } from '../marks.ts';

/**
 * Rows as a screen lists them: worst first, then what passed, then what is only said; the given order holds among
 * equals; at the end the rows of what is gone. Keys are made distinct, since a selection stays with its key when rows
 * come and go.
 */
export function arrangeRows(rows: readonly ListRow[], gone: readonly ListRow[]): readonly ListRow[] {
  // There are few marks, and may be very many rows: to put them into groups is less work than to sort.
  const groups = new Map(markOrder.map((mark) => [mark, [] as ListRow[]]));
  for (const row of rows) groups.get(row.mark)?.push(row);
  return distinctKeys([...groups.values(), gone].flat());
}

/** The same rows in their order; the second of one key becomes `key#2`. */
export function distinctKeys(rows: readonly ListRow[]): readonly ListRow[] {
  if (new Set(rows.map(({ key }) => key)).size === rows.length) return rows;
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const times = (seen.get(row.key) ?? 0) + 1;
    seen.set(row.key, times);
    return times === 1 ? row : withKey(row, `${row.key}#${times}`);
  });
}

/** The same row under another key: whatever it makes only when asked for is still made only then. */
function withKey(row: ListRow, key: string): ListRow {
  return Object.create(row, { key: { value: key, enumerable: true } }) as ListRow;
}
