const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

/** What kubectl prints for a time that is not known. */
const unknown = '<unknown>';

/** The time from `from` to `now` (both RFC 3339) as kubectl prints an age: `24s`, `3m20s`, `5h`, `2d4h`. */
export function age(from: string | undefined, now: string): string {
  const seconds = secondsBetween(from, now);
  return seconds === undefined ? unknown : duration(seconds);
}

/** The age of an event as `kubectl describe` prints it: `4s (x3 over 24s)`. */
export function eventAge(
  first: string | undefined,
  last: string | undefined,
  count: number,
  now: string,
): string {
  if (count <= 1) return age(last ?? first, now);
  const over = first === undefined ? `x${count}` : `x${count} over ${age(first, now)}`;
  return `${age(last ?? first, now)} (${over})`;
}

/** How long something lasted, e.g. `21s`; the same form as an age. */
export function span(from: string | undefined, to: string | undefined): string {
  return to === undefined ? unknown : age(from, to);
}

/** A time as everything shows it: RFC 3339 UTC in seconds. What is no time stays as it is. */
export function utc(time: string): string {
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds) ? time : new Date(milliseconds).toISOString().replace(/\.\d+Z$/u, 'Z');
}

function secondsBetween(from: string | undefined, to: string): number | undefined {
  if (from === undefined) return undefined;
  const milliseconds = Date.parse(to) - Date.parse(from);
  return Number.isNaN(milliseconds) ? undefined : Math.trunc(milliseconds / 1000);
}

/** Follows `duration.HumanDuration` of apimachinery; a clock that is a little ahead gives 0s, as there. */
function duration(seconds: number): string {
  if (seconds < -1) return '<invalid>';
  if (seconds < 0) return '0s';
  if (seconds < 2 * minute) return `${seconds}s`;
  if (seconds < 10 * minute) return two(seconds, minute, 'm', 1, 's');
  if (seconds < 3 * hour) return `${Math.trunc(seconds / minute)}m`;
  if (seconds < 8 * hour) return two(seconds, hour, 'h', minute, 'm');
  if (seconds < 2 * day) return `${Math.trunc(seconds / hour)}h`;
  if (seconds < 8 * day) return two(seconds, day, 'd', hour, 'h');
  if (seconds < 2 * year) return `${Math.trunc(seconds / day)}d`;
  if (seconds < 8 * year) return two(seconds, year, 'y', day, 'd');
  return `${Math.trunc(seconds / year)}y`;
}

function two(seconds: number, large: number, largeName: string, small: number, smallName: string): string {
  const rest = Math.trunc((seconds % large) / small);
  return `${Math.trunc(seconds / large)}${largeName}${rest === 0 ? '' : `${rest}${smallName}`}`;
}
