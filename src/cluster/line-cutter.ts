const newline = 0x0a;

/** Cuts a stream of chunks behind line ends. A line longer than `maxHeld` goes on in pieces. */
export class LineCutter {
  readonly #maxHeld: number;
  #held: Buffer[] = [];
  #heldBytes = 0;

  constructor(maxHeld: number) {
    this.#maxHeld = maxHeld;
  }

  /** The whole lines there are now, in one piece or two: only the line that spans chunks is copied. */
  push(chunk: Buffer): readonly Buffer[] {
    const end = chunk.lastIndexOf(newline) + 1;
    if (end === 0) {
      this.#hold(chunk);
      return this.#heldBytes > this.#maxHeld ? [this.rest()] : [];
    }
    const pieces: Buffer[] = [];
    let start = 0;
    if (this.#heldBytes > 0) {
      start = chunk.indexOf(newline) + 1;
      pieces.push(Buffer.concat([...this.#held, chunk.subarray(0, start)]));
      this.drop();
    }
    if (start < end) pieces.push(chunk.subarray(start, end));
    if (end < chunk.length) this.#hold(chunk.subarray(end));
    return pieces;
  }

  /** Bytes of the line that has begun. */
  get heldBytes(): number {
    return this.#heldBytes;
  }

  /** What stands after the last line end. */
  get held(): Buffer {
    return Buffer.concat(this.#held);
  }

  /** What stands after the last line end, and forgets it. */
  rest(): Buffer {
    const rest = Buffer.concat(this.#held);
    this.drop();
    return rest;
  }

  /** Forgets the line that had begun. */
  drop(): void {
    this.#held = [];
    this.#heldBytes = 0;
  }

  #hold(bytes: Buffer): void {
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
  }
}
