import { type Next, same, say, withPlace } from './change.ts';
import { nearestShown, rowsShown } from '../layout/row-filter.ts';
import { placeOf, severityFilters, type WizardState } from '../state/state.ts';
import type { View } from '../view/view.ts';

/** f: all rows, then warnings and worse, then only what is critical; the row stays, or the suggest one takes over. */
export function nextFilter(state: WizardState, view: View): Next {
  const place = placeOf(state);
  const rows = view.model?.rows ?? [];
  if (rows.length === 0) return say(state, 'nothingToFilter', {});
  const filter =
    severityFilters[(severityFilters.indexOf(place.filter) + 1) % severityFilters.length] ?? 'all';
  const now = rows.findIndex(({ key }) => key === (view.selected?.key ?? place.key));
  const row = rows[nearestShown(rows, Math.max(0, now), filter)];
  const shown = rowsShown(rows, filter);
  const isSameRow = row !== undefined && row.key === view.selected?.key;
  return same(
    withPlace(state, {
      filter,
      ...(row === undefined ? {} : { key: row.key, index: shown.indexOf(row) }),
      // Without its row, an open one has nothing to show.
      ...(row === undefined
        ? { view: { kind: 'step', focus: 'list', scroll: 0 } }
        : place.view.kind === 'detail' && !isSameRow
          ? { view: { ...place.view, scroll: 0 } }
          : {}),
    }),
  );
}
