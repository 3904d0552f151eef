import { clamp } from '#components/scroll.ts';

/** Where a list of rows of different heights stands: its cursor, its first row, and how much of that is above the edge. */
export interface ScrollPosition {
  readonly cursor: number;
  readonly top: number;
  readonly skip: number;
}

export interface Viewport {
  /** Rows in all; at least one. */
  readonly total: number;
  /** Lines of the screen. */
  readonly height: number;
  readonly heightOf: (index: number) => number;
}

/** The nearest standing that has the cursor's row on the screen, and no empty lines below the last row. */
export function fitted({ cursor, top, skip }: ScrollPosition, viewport: Viewport): ScrollPosition {
  const at = clamp(cursor, 0, viewport.total - 1);
  const lowest = firstBack(viewport.total - 1, viewport);
  const highest = firstBack(at, viewport);
  const wanted = clamp(top, highest, Math.min(at, Math.max(highest, lowest)));
  const keeps = wanted === top && skip > 0;
  const most = Math.max(0, viewport.heightOf(wanted) - 1);
  const kept = keeps ? Math.min(skip, most) : 0;
  // Above a last row with none that fits whole, the end of the one before: an empty screen would look like an empty log.
  const over = wanted === at && at > 0 && at === viewport.total - 1 ? viewport.heightOf(at) : viewport.height;
  if (over < viewport.height) {
    return { cursor: at, top: at - 1, skip: viewport.heightOf(at - 1) + over - viewport.height };
  }
  // Else only a row that is higher than the screen is ever shown from its middle.
  return {
    cursor: at,
    top: wanted,
    skip: wanted === at && viewport.heightOf(at) > viewport.height ? kept : 0,
  };
}

/** The first row such that all from it to `last` fit on the screen; `last` itself when even that does not. */
function firstBack(last: number, { height, heightOf }: Viewport): number {
  let first = last;
  let used = heightOf(last);
  while (first > 0) {
    used += heightOf(first - 1);
    if (used > height) break;
    first -= 1;
  }
  return first;
}

/** One row down; a row higher than the screen is read to its end first. */
export function down(standing: ScrollPosition, viewport: Viewport): ScrollPosition {
  const { cursor, top, skip } = standing;
  const isCut = cursor === top && viewport.heightOf(cursor) - skip > viewport.height;
  return fitted(isCut ? { ...standing, skip: skip + 1 } : { ...standing, cursor: cursor + 1 }, viewport);
}

export function up(standing: ScrollPosition, viewport: Viewport): ScrollPosition {
  const { cursor, top, skip } = standing;
  const isCut = cursor === top && skip > 0;
  return fitted(isCut ? { ...standing, skip: skip - 1 } : { ...standing, cursor: cursor - 1 }, viewport);
}

/** A page leaves the last line of what was seen. */
export function pageDown(standing: ScrollPosition, viewport: Viewport): ScrollPosition {
  const { top, skip } = standing;
  const rest = viewport.heightOf(top) - skip;
  if (rest > viewport.height) {
    return fitted(
      { cursor: top, top, skip: skip + Math.min(viewport.height - 1, rest - viewport.height) },
      viewport,
    );
  }
  let last = top;
  for (let used = rest; last + 1 < viewport.total; last += 1) {
    used += viewport.heightOf(last + 1);
    if (used > viewport.height) break;
  }
  const next = Math.max(last, top + 1, standing.cursor);
  return fitted({ cursor: next, top: next, skip: 0 }, viewport);
}

export function pageUp(standing: ScrollPosition, viewport: Viewport): ScrollPosition {
  const { top, skip } = standing;
  if (skip > 0) return fitted({ cursor: top, top, skip: Math.max(0, skip - viewport.height + 1) }, viewport);
  const first = Math.min(firstBack(top, viewport), Math.max(0, top - 1));
  return fitted({ cursor: first, top: first, skip: 0 }, viewport);
}
