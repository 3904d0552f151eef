/** The time stamp the kubelet puts before each line when asked to: RFC 3339 with up to nine decimals, then a space. */

const longestStamp = 36; // 2026-11-23T09:15:35.559201822+09:00 and the space

/** Where the text of the line begins: behind the kubelet's time stamp, or at `start` when there is none. */
export function skipStamp(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 21 || bytes[start + 4] !== 0x2d || bytes[start + 10] !== 0x54) return start;
  if (bytes[start + 7] !== 0x2d || bytes[start + 13] !== 0x3a || bytes[start + 16] !== 0x3a) return start;
  const first = bytes[start]!;
  if (first < 0x30 || first > 0x39) return start;
  if (bytes[start + 30] === 0x20 && bytes[start + 29] === 0x5a) return start + 31; // the usual one, …123456789Z
  const limit = Math.min(end, start + longestStamp);
  for (let at = start + 19; at < limit; at++) if (bytes[at] === 0x20) return at + 1;
  return start;
}

/** The minute (since the epoch) of a time stamp, remembered while the minute stays the same. */
export function minuteReader(): (bytes: Buffer, start: number, end: number) => number | undefined {
  const known = new Uint8Array(16);
  let zone = '';
  let minute: number | undefined;
  return (bytes, start, end) => {
    let same = end - start > 16 && bytes[end - 1] === 0x5a && zone === 'Z';
    for (let i = 0; same && i < 16; i++) same = bytes[start + i] === known[i];
    if (same) return minute;
    known.set(bytes.subarray(start, Math.min(end, start + 16)));
    zone = bytes[end - 1] === 0x5a ? 'Z' : '';
    minute = minuteOf(bytes.toString('latin1', start, end));
    return minute;
  };
}

/** The minute since the epoch of an RFC 3339 time; undefined when it is none. */
export function minuteOf(time: string): number | undefined {
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 60_000);
}

const zerologTime = /"time"\s*:\s*"(\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))"/;
const plainTime = /^(\d{4})[-/](\d{2})[-/](\d{2}) (\d{2}:\d{2}:\d{2}(?:\.\d+)?) /;

/**
 * The time a record gives itself, as RFC 3339: zerolog's `time` (facts §5.1), Pipy's and Go's standard logger's head.
 * The last two name no zone; containers run in UTC. klog (no year) and the human mode (no date) give none.
 */
export function ownTime(text: string): string | undefined {
  if (text.startsWith('{')) return zerologTime.exec(text)?.[1];
  const match = plainTime.exec(text);
  return match === null ? undefined : `${match[1]}-${match[2]}-${match[3]}T${match[4]}Z`;
}
