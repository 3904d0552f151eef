import { compareStamps, lastLineStart, linesOf, stampAt } from './log-stamp.ts';
import type { LogStamp } from './log-stamp.ts';

/** What is kept of the last two seconds, to know it again; of what a busy second holds beyond that only the size. */
const keptBytes = 256 * 1024;

/** Bytes of the last line that are kept, to compare it with what the log ends with later. */
export const maxLastLine = 64 * 1024;

/** What comes again when a log is taken up from `sinceTime`: so many bytes, then exactly these. */
export interface SeenBytes {
  readonly skipped: number;
  readonly kept: Buffer;
}

interface Piece {
  readonly bytes: Buffer;
  /** Of its last line. */
  readonly second: number;
}

/**
 * How far a log was taken, so that it can be taken up again. `sinceTime` knows whole seconds only, and a container's two
 * streams may be written a little out of order: so a log is asked for from the second before its last one, and what was
 * taken of these two seconds is known again by its bytes (kubernetes-api-facts).
 */
export class LogCursor {
  #pieces: Piece[] = [];
  #keptBytes = 0;
  /** Bytes that were taken and are not kept, by second. */
  readonly #skipped = new Map<number, number>();
  #last: LogStamp | undefined;
  #lastLine: Buffer = Buffer.alloc(0);
  #endsLine = true;

  /** Remembers bytes that were taken: whole lines, or a piece of a very long one. Looks at the ends of them only. */
  note(bytes: Buffer): void {
    if (bytes.length === 0) return;
    const start = lastLineStart(bytes);
    // Without a line end in it, a piece belongs to the line that had begun.
    const isNewLine = start > 0 || this.#endsLine;
    const stamp = isNewLine ? lastStamp(bytes, start) : undefined;
    if (isNewLine) this.#lastLine = bytes.subarray(start, start + maxLastLine);
    if (stamp !== undefined) {
      this.#last = stamp;
      this.#forget(stamp.second - 2);
    }
    this.#endsLine = bytes.at(-1) === 0x0a;
    if (this.#last === undefined) return;
    this.#pieces.push({ bytes, second: this.#last.second });
    this.#keptBytes += bytes.length;
    while (this.#keptBytes > keptBytes && this.#pieces.length > 1) this.#skipFirst();
  }

  /** For `sinceTime`; undefined while no line was taken. */
  get sinceTime(): string | undefined {
    return this.#last && new Date((this.#last.second - 1) * 1000).toISOString().replace('.000', '');
  }

  /** The time stamp of the last line. */
  get last(): LogStamp | undefined {
    return this.#last;
  }

  /** Whether what was taken ends with a line end. */
  get endsLine(): boolean {
    return this.#endsLine;
  }

  /** The beginning of the last line, its end included when it is short; empty when nothing was taken. */
  get lastLine(): Buffer {
    return this.#lastLine;
  }

  /** Whether that line came from the log, and not from the kubelet in its own words. */
  get endsWithLogLine(): boolean {
    return this.#lastLine.length === 0 || stampAt(this.#lastLine, 0) !== undefined;
  }

  /** Of the last lines, for a guess at how many fit into some bytes. */
  get meanLineBytes(): number {
    let lines = 0;
    for (const { bytes } of this.#pieces) for (const _ of linesOf(bytes)) lines += 1;
    return Math.max(1, this.#keptBytes / Math.max(1, lines));
  }

  /** Whether a line was written before the last one that was taken: then the log is the same. */
  isBehind(line: Buffer): boolean {
    const stamp = stampAt(line, 0);
    return stamp !== undefined && this.#last !== undefined && compareStamps(stamp, this.#last) < 0;
  }

  hasReached(stamp: LogStamp): boolean {
    return this.#last !== undefined && compareStamps(this.#last, stamp) >= 0;
  }

  /** What the answer to `sinceTime` begins with, if it is the same log. */
  seen(): SeenBytes {
    if (this.#last === undefined) return { skipped: 0, kept: Buffer.alloc(0) };
    const from = this.#last.second - 1;
    let skipped = 0;
    for (const [second, bytes] of this.#skipped) if (second >= from) skipped += bytes;
    const kept: Buffer[] = [];
    eachLine(this.#pieces, (line, second) => {
      if (second >= from) kept.push(line);
    });
    return { skipped, kept: Buffer.concat(kept) };
  }

  /** Nobody asks for what is older. One second more is kept than is needed: lines may stand out of order. */
  #forget(before: number): void {
    while (this.#pieces[0] !== undefined && this.#pieces[0].second < before) {
      this.#keptBytes -= this.#pieces.shift()!.bytes.length;
    }
    for (const second of this.#skipped.keys()) if (second < before) this.#skipped.delete(second);
  }

  #skipFirst(): void {
    const [piece, next] = this.#pieces;
    if (piece === undefined || next === undefined) return;
    this.#pieces.shift();
    this.#keptBytes -= piece.bytes.length;
    const first = stampAt(piece.bytes, 0)?.second;
    if (first === piece.second) return this.#skip(first, piece.bytes.length);
    eachLine([piece], (line, second) => this.#skip(second, line.length));
  }

  #skip(second: number, bytes: number): void {
    this.#skipped.set(second, (this.#skipped.get(second) ?? 0) + bytes);
  }
}

/** Of the last line that has one: the kubelet's own words have none. */
function lastStamp(bytes: Buffer, lastLine: number): LogStamp | undefined {
  for (let start = lastLine; ; start = lastLineStart(bytes.subarray(0, start))) {
    const stamp = stampAt(bytes, start);
    if (stamp !== undefined || start === 0) return stamp;
  }
}

/** Lines with their second; what has no time stamp goes with the line before it. */
function eachLine(pieces: readonly Piece[], take: (line: Buffer, second: number) => void): void {
  const [first] = pieces;
  if (first === undefined) return;
  let second = first.second;
  let isLineStart = true;
  for (const { bytes } of pieces) {
    for (const line of linesOf(bytes)) {
      second = (isLineStart ? stampAt(line, 0)?.second : undefined) ?? second;
      take(line, second);
      isLineStart = line.at(-1) === 0x0a;
    }
  }
}
