import type { SeenBytes } from './log-cursor.ts';

const newline = 0x0a;
/** Enough of a first line to know it by. */
const firstLineBytes = 4096;

/**
 * - `again`: all of it was taken before; there may be more of that.
 * - `new`: from here on it is new.
 * - `other`: it does not go on where the log was left. `lines` are then the bytes so far; undefined when some of them
 *   were passed over already, so that they have to be asked for again.
 */
export type Met =
  | { readonly kind: 'again' }
  | { readonly kind: 'new'; readonly bytes: Buffer }
  | { readonly kind: 'other'; readonly bytes: Buffer | undefined };

/**
 * Finds where a log that was taken up again becomes new. It begins with what was seen; or, when the log was rotated while
 * it was followed, with the later part of that.
 */
export class LogOverlap {
  readonly #kept: Buffer;
  readonly #hasSkipped: boolean;
  #toSkip: number;
  #received = 0;
  #collected: Buffer = Buffer.alloc(0);
  /** Where in `kept` the answer is thought to begin: always at the beginning of a line. */
  #at = 0;

  constructor({ skipped, kept }: SeenBytes) {
    this.#kept = kept;
    this.#toSkip = skipped;
    this.#hasSkipped = skipped > 0;
  }

  meet(received: Buffer): Met {
    this.#received += received.length;
    const passed = Math.min(this.#toSkip, received.length);
    this.#toSkip -= passed;
    const bytes = received.subarray(passed);
    if (this.#toSkip > 0) return { kind: 'again' };
    this.#collected = this.#collected.length === 0 ? bytes : Buffer.concat([this.#collected, bytes]);
    while (this.#at < this.#kept.length) {
      const expected = this.#kept.length - this.#at;
      const known = Math.min(expected, this.#collected.length);
      if (this.#collected.compare(this.#kept, this.#at, this.#at + known, 0, known) === 0) {
        if (this.#collected.length < expected) return { kind: 'again' };
        return { kind: 'new', bytes: this.#collected.subarray(expected) };
      }
      if (this.#hasSkipped) return { kind: 'other', bytes: undefined };
      const end = this.#kept.indexOf(newline, this.#at);
      this.#at = end === -1 ? this.#kept.length : end + 1;
    }
    // Who decides what it is wants to see its first line.
    const isEnough = this.#collected.length >= firstLineBytes || this.#collected.includes(newline);
    return isEnough ? { kind: 'other', bytes: this.#collected } : { kind: 'again' };
  }

  /** The answer is over; undefined when there is nothing to decide. */
  end(): Met | undefined {
    if (this.#toSkip > 0 && this.#received > 0) return { kind: 'other', bytes: undefined };
    const isOther = this.#at >= this.#kept.length || (this.#received === 0 && this.#kept.length > 0);
    return isOther ? { kind: 'other', bytes: this.#collected } : undefined;
  }
}
