/** A time as it stands in reports, to the second, UTC; what is no time stays as it is. */
export function instant(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : `${new Date(time).toISOString().slice(0, 19)}Z`;
}
