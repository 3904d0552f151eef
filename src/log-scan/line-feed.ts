import { bounds } from './bounds.ts';

/** Takes bytes that end with a line end (`\n` included), or one line whose rest beyond the cap is already gone. */
export interface LineSink {
  lines(bytes: Buffer, from: number, to: number): void;
  /** `length` is the whole line's; `bytes` holds at most the cap of it. */
  line(bytes: Buffer, length: number): void;
}

const newline = 0x0a;

/**
 * Cuts a stream of chunks at line ends. Only a line that spans chunks is copied, and of it no more than `cap` bytes.
 * The chunk is not kept: the caller may reuse it.
 */
export class LineFeed {
  readonly #sink: LineSink;
  readonly #cap: number;
  #held: Buffer = Buffer.alloc(0);
  #heldBytes = 0;
  #wholeLength = 0;

  constructor(sink: LineSink, cap: number) {
    this.#sink = sink;
    this.#cap = cap;
  }

  write(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let at = 0; at < bytes.length; at += bounds.sliceBytes) {
      this.#slice(bytes.subarray(at, at + bounds.sliceBytes));
    }
  }

  /** The last line, when no line end came. */
  end(): void {
    if (this.#wholeLength > 0) this.#flush();
  }

  #slice(bytes: Buffer): void {
    let from = 0;
    if (this.#wholeLength > 0) {
      const first = bytes.indexOf(newline);
      this.#hold(bytes, 0, first < 0 ? bytes.length : first);
      if (first < 0) return;
      this.#flush();
      from = first + 1;
    }
    const to = bytes.lastIndexOf(newline) + 1;
    if (to > from) this.#sink.lines(bytes, from, to);
    this.#hold(bytes, Math.max(from, to), bytes.length);
  }

  #hold(bytes: Buffer, from: number, to: number): void {
    const kept = Math.min(to, from + this.#cap - this.#heldBytes);
    if (kept > from) {
      this.#reserve(this.#heldBytes + kept - from);
      bytes.copy(this.#held, this.#heldBytes, from, kept);
      this.#heldBytes += kept - from;
    }
    this.#wholeLength += to - from;
  }

  #reserve(size: number): void {
    if (size <= this.#held.length) return;
    const grown = Buffer.allocUnsafe(Math.min(this.#cap, Math.max(size, this.#held.length * 2, 1024)));
    this.#held.copy(grown, 0, 0, this.#heldBytes);
    this.#held = grown;
  }

  #flush(): void {
    const length = this.#wholeLength;
    const line = this.#held.subarray(0, this.#heldBytes);
    this.#wholeLength = 0;
    this.#heldBytes = 0;
    this.#sink.line(line, length);
  }
}
