import type { RawLine } from '#snapshot/log-summary.ts';
import { bounds } from './bounds.ts';
import { clippedText } from './clip.ts';
import { ownTime } from './line-time.ts';

/**
 * The lines of the bytes now being scanned, as offsets: a line costs three numbers until somebody wants its text.
 * Numbers count from 1 over the whole log, indexes from 0 in this table.
 */
export class LineTable {
  bytes: Buffer = Buffer.alloc(0);
  count = 0;
  /** Number of the line at index 0. */
  firstNumber = 1;
  #starts = new Int32Array(1024);
  #bodies = new Int32Array(1024);
  #ends = new Int32Array(1024);
  #raw: (RawLine | undefined)[] = [];

  /** Begins with new bytes; the numbers go on. */
  restart(bytes: Buffer): void {
    this.firstNumber += this.count;
    this.bytes = bytes;
    this.count = 0;
    this.#raw = [];
  }

  /** `body`: where the text begins behind the kubelet's time stamp; `end` excludes the line end. Answers the index. */
  push(start: number, body: number, end: number): number {
    if (this.count === this.#starts.length) this.#grow();
    this.#starts[this.count] = start;
    this.#bodies[this.count] = body;
    this.#ends[this.count] = end;
    return this.count++;
  }

  body(index: number): number {
    return this.#bodies[index]!;
  }

  end(index: number): number {
    return this.#ends[index]!;
  }

  /** Bounds of the kubelet's time stamp in `bytes`; empty when there is none. */
  stamp(index: number): { readonly start: number; readonly end: number } {
    const start = this.#starts[index]!;
    return { start, end: Math.max(start, this.#bodies[index]! - 1) };
  }

  /** When the line was written: the kubelet's time stamp as sent, else the record's own time. */
  at(index: number): string | undefined {
    const { start, end } = this.stamp(index);
    return end > start
      ? this.bytes.toString('latin1', start, end)
      : ownTime(this.text(index, bounds.rawLineBytes));
  }

  text(index: number, limit: number): string {
    return clippedText(this.bytes, this.#bodies[index]!, this.#ends[index]!, limit);
  }

  rawLine(index: number): RawLine {
    return (this.#raw[index] ??= this.#read(index));
  }

  #read(index: number): RawLine {
    const at = this.at(index);
    const text = this.text(index, bounds.rawLineBytes);
    return { number: this.firstNumber + index, ...(at === undefined ? {} : { at }), text };
  }

  #grow(): void {
    this.#starts = doubled(this.#starts);
    this.#bodies = doubled(this.#bodies);
    this.#ends = doubled(this.#ends);
  }
}

function doubled(from: Int32Array): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}
