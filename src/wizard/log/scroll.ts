import { clamp } from '#components/scroll.ts';

/** Where a list of rows of different heights stands: its cursor, its first row, and how much of that is above the edge. */
export interface Standing {
  readonly cursor: number;
  readonly top: number;
  readonly skip: number;
}

export interface Room {
  /** Rows in all; at least one. */
  readonly total: number;
  /** Lines of the screen. */
  readonly height: number;
  readonly heightOf: (index: number) => number;
}

/** The suggest standing that has the cursor's row on the screen, and no empty lines below the last row. */
export function fitted({ cursor, top, skip }: Standing, room: Room): Standing {
  const at = clamp(cursor, 0, room.total - 1);
  const lowest = firstBack(room.total - 1, room);
  const highest = firstBack(at, room);
  const wanted = clamp(top, highest, Math.min(at, Math.max(highest, lowest)));
  const keeps = wanted === top && skip > 0;
  const most = Math.max(0, room.heightOf(wanted) - 1);
  const kept = keeps ? Math.min(skip, most) : 0;
  // Above a last row with none that fits whole, the end of the one before: an empty screen would look like an empty log.
  const over = wanted === at && at > 0 && at === room.total - 1 ? room.heightOf(at) : room.height;
  if (over < room.height) {
    return { cursor: at, top: at - 1, skip: room.heightOf(at - 1) + over - room.height };
  }
  // Else only a row that is higher than the screen is ever shown from its middle.
  return { cursor: at, top: wanted, skip: wanted === at && room.heightOf(at) > room.height ? kept : 0 };
}

/** The first row such that all from it to `last` fit on the screen; `last` itself when even that does not. */
function firstBack(last: number, { height, heightOf }: Room): number {
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
export function down(standing: Standing, room: Room): Standing {
  const { cursor, top, skip } = standing;
  const isCut = cursor === top && room.heightOf(cursor) - skip > room.height;
  return fitted(isCut ? { ...standing, skip: skip + 1 } : { ...standing, cursor: cursor + 1 }, room);
}

export function up(standing: Standing, room: Room): Standing {
  const { cursor, top, skip } = standing;
  const isCut = cursor === top && skip > 0;
  return fitted(isCut ? { ...standing, skip: skip - 1 } : { ...standing, cursor: cursor - 1 }, room);
}

/** A page leaves the last line of what was seen. */
export function pageDown(standing: Standing, room: Room): Standing {
  const { top, skip } = standing;
  const rest = room.heightOf(top) - skip;
  if (rest > room.height) {
    return fitted({ cursor: top, top, skip: skip + Math.min(room.height - 1, rest - room.height) }, room);
  }
  let last = top;
  for (let used = rest; last + 1 < room.total; last += 1) {
    used += room.heightOf(last + 1);
    if (used > room.height) break;
  }
  const next = Math.max(last, top + 1, standing.cursor);
  return fitted({ cursor: next, top: next, skip: 0 }, room);
}

export function pageUp(standing: Standing, room: Room): Standing {
  const { top, skip } = standing;
  if (skip > 0) return fitted({ cursor: top, top, skip: Math.max(0, skip - room.height + 1) }, room);
  const first = Math.min(firstBack(top, room), Math.max(0, top - 1));
  return fitted({ cursor: first, top: first, skip: 0 }, room);
}
