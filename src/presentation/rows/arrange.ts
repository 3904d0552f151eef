import type { ListRow } from '../blocks.ts';
import { markOrder } from '../marks.ts';

/**
 * Rows as a screen lists them: worst first, then what passed, then what is only said; the given order holds among
 * equals; at the end the rows of what is gone.
 */
export function arrangeRows(rows: readonly ListRow[], gone: readonly ListRow[]): readonly ListRow[] {
  // There are few marks, and may be very many rows: to put them into groups is less work than to sort.
  const groups = new Map(markOrder.map((mark) => [mark, [] as ListRow[]]));
  for (const row of rows) groups.get(row.mark)?.push(row);
  return [...groups.values(), gone].flat();
}
