const newline = 0x0a;
const stamped = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[-+]\d\d:\d\d)(?: |$)/;
/** The longest time stamp there is, with the space behind it. */
const longest = 36;

/** What the kubelet writes before each line; zone and number of digits are the node's. */
export interface LogStamp {
  /** Seconds since the epoch. */
  readonly second: number;
  readonly nanoseconds: number;
  /** As it was written, without the space. */
  readonly text: string;
}

/** The time stamp of the line that begins at `start`; undefined for what is no line of a log. */
export function stampAt(bytes: Buffer, start: number): LogStamp | undefined {
  const match = stamped.exec(bytes.toString('latin1', start, start + longest));
  if (match === null) return undefined;
  const [whole, time = '', fraction = '', zone = ''] = match;
  const second = Date.parse(`${time}${zone}`) / 1000;
  if (Number.isNaN(second)) return undefined;
  return { second, nanoseconds: Number(fraction.padEnd(9, '0')), text: whole.trimEnd() };
}

/** Negative when `a` is earlier. */
export function compareStamps(a: LogStamp, b: LogStamp): number {
  return a.second - b.second || a.nanoseconds - b.nanoseconds;
}

/** Where the last line begins, whether or not it has its end. */
export function lastLineStart(lines: Buffer): number {
  return lines.length < 2 ? 0 : lines.lastIndexOf(newline, lines.length - 2) + 1;
}

/** Each line with its end; the last one may lack it. */
export function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length;) {
    const at = bytes.indexOf(newline, start);
    const end = at === -1 ? bytes.length : at + 1;
    yield bytes.subarray(start, end);
    start = end;
  }
}
