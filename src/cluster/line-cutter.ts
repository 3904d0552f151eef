const newline = 0x0a;

/** Cuts a stream of chunks behind line ends. A line longer than `maxHeld` goes on in pieces. */
export class LineCutter {
  readonly #maxHeld: number;
  #held: Buffer[] = [];
  #heldBytes = 0;

  constructor(maxHeld: number) {
    this.#maxHeld = maxHeld;
  }

  /** The whole lines there are now; empty when none ended. */
  push(chunk: Buffer): Buffer {
    const end = chunk.lastIndexOf(newline) + 1;
    if (end === 0) {
      this.#hold(chunk);
      return this.#heldBytes > this.#maxHeld ? this.rest() : Buffer.alloc(0);
    }
    const whole =
      this.#heldBytes === 0 ? chunk.subarray(0, end) : Buffer.concat([...this.#held, chunk.subarray(0, end)]);
    this.drop();
    if (end < chunk.length) this.#hold(chunk.subarray(end));
    return whole;
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
