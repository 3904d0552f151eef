import type { ListRow, Mark } from '#presentation/blocks.ts';
import type { SeverityFilter } from '../state/state.ts';

const shown: Readonly<Record<SeverityFilter, ReadonlySet<Mark>>> = {
  all: new Set(['critical', 'warning', 'ok', 'unknown', 'info', 'pending']),
  // What was not checked, or not yet, may be anything: to hide it would read as if it were fine.
  warning: new Set(['critical', 'warning', 'unknown', 'pending']),
  critical: new Set(['critical']),
};

export function isShown({ mark }: Pick<ListRow, 'mark'>, filter: SeverityFilter): boolean {
  return shown[filter].has(mark);
}

const filtered = new WeakMap<readonly ListRow[], Map<SeverityFilter, readonly ListRow[]>>();

/** The rows that pass; the same array for the same rows, so that what is remembered of it stays. */
export function rowsShown(rows: readonly ListRow[], filter: SeverityFilter): readonly ListRow[] {
  if (filter === 'all') return rows;
  const known = filtered.get(rows) ?? new Map<SeverityFilter, readonly ListRow[]>();
  filtered.set(rows, known);
  const passed = known.get(filter) ?? rows.filter((row) => isShown(row, filter));
  known.set(filter, passed);
  return passed;
}

/** The index in `rows` of the row that passes and is nearest to `index`, the one below first; -1 when none does. */
export function nearestShown(rows: readonly ListRow[], index: number, filter: SeverityFilter): number {
  const passes = (at: number): boolean => {
    const row = rows[at];
    return row !== undefined && isShown(row, filter);
  };
  for (let distance = 0; distance < rows.length; distance += 1) {
    if (passes(index + distance)) return index + distance;
    if (passes(index - distance)) return index - distance;
  }
  return -1;
}
