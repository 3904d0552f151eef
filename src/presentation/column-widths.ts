/**
 * Widths of columns that fit into `room` together: a column at a time is taken away from the one with the most to spare
 * above its least width. Undefined when their least widths do not fit.
 */
export function fitColumns(
  natural: readonly number[],
  least: readonly number[],
  room: number,
): readonly number[] | undefined {
  const leastOf = (index: number): number => least[index] ?? 0;
  // No column can have more than all the room; without this, a cell of a whole log line would take long.
  const widths = natural.map((width, index) => Math.min(width, Math.max(room, leastOf(index))));
  let excess = widths.reduce((total, width) => total + width, 0) - room;
  for (; excess > 0; excess -= 1) {
    const spare = widths.map((width, index) => width - leastOf(index));
    const most = Math.max(...spare);
    if (most <= 0) return undefined;
    widths[spare.indexOf(most)]! -= 1;
  }
  return widths;
}
