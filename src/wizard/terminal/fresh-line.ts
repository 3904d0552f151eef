/**
 * Brings the terminal to the start of a line, an own one if something stands there already (keys typed ahead, output
 * without an end of line): the full screen keeps the column of the cursor, and would begin its first line there.
 * As many blanks as there are columns wrap only when the line was begun; on an empty one the return takes them back.
 */
export function freshLine(columns: number): string {
  return `${' '.repeat(columns)}\r\u001B[K`;
}
