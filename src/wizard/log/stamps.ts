const stamp = /^(.*?T\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[-+]\d\d:\d\d)$/;

/**
 * Compares two time stamps of a kubelet (RFC 3339 with up to nine decimals, trailing zeros left out); negative when
 * `a` is earlier. Date alone knows milliseconds only, and lines of one millisecond are many.
 */
export function compareStamps(a: string, b: string): number {
  if (a === b) return 0;
  const [secondsA, fractionA] = parts(a);
  const [secondsB, fractionB] = parts(b);
  return secondsA - secondsB || (fractionA < fractionB ? -1 : Number(fractionA > fractionB));
}

function parts(at: string): readonly [seconds: number, fraction: string] {
  const [, second = at, fraction = '', zone = ''] = stamp.exec(at) ?? [];
  return [Date.parse(second + zone), fraction.padEnd(9, '0')];
}

/** The stamp `seconds` before another; undefined for what is no time. */
export function secondsBefore(at: string, seconds: number): string | undefined {
  const milliseconds = Date.parse(at);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds - seconds * 1000).toISOString();
}
