const newline = 0x0a;
const stampedLine = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[-+]\d\d:\d\d) /;

/**
 * The end of a log as far as it was read, so that a broken connection can be taken up again. `sinceTime` knows whole seconds
 * only: lines of the last second come again, and are dropped by their time stamp and text (kubernetes-api-facts).
 */
export class LogTail {
  #second = '';
  #zone = '';
  #chunks: Buffer[] = [];

  /** Remembers whole lines that were taken. Only the ends of a chunk are looked at. */
  note(lines: Buffer): void {
    const stamp = stampOf(lines, lastLineStart(lines));
    if (!stamp) return;
    if (stamp.second !== this.#second) this.#chunks = [];
    this.#second = stamp.second;
    this.#zone = stamp.zone;
    this.#chunks.push(lines);
  }

  /** For `sinceTime`; undefined while no line was read. */
  get sinceTime(): string | undefined {
    return this.#second === '' ? undefined : `${this.#second}${this.#zone}`;
  }

  /** Takes away what was seen before, until a later second begins. */
  dropSeen(): (lines: Buffer) => Buffer {
    const second = this.#second;
    const seen = this.#linesOfLastSecond();
    let isDone = second === '';
    return (lines) => {
      if (isDone) return lines;
      const kept: Buffer[] = [];
      for (const line of linesOf(lines)) {
        const at = stampOf(line, 0)?.second;
        isDone ||= at !== undefined && at > second;
        const key = line.toString('latin1');
        const count = seen.get(key) ?? 0;
        if (isDone || (count === 0 && (at === undefined || at === second))) kept.push(line);
        else if (count > 0) seen.set(key, count - 1);
      }
      return Buffer.concat(kept);
    };
  }

  #linesOfLastSecond(): Map<string, number> {
    const seen = new Map<string, number>();
    for (const chunk of this.#chunks) {
      for (const line of linesOf(chunk)) {
        if (stampOf(line, 0)?.second !== this.#second) continue;
        const key = line.toString('latin1');
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
    }
    return seen;
  }
}

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

function lastLineStart(lines: Buffer): number {
  return lines.length < 2 ? 0 : lines.lastIndexOf(newline, lines.length - 2) + 1;
}

function stampOf(
  bytes: Buffer,
  start: number,
): { readonly second: string; readonly zone: string } | undefined {
  const [, second, zone] = stampedLine.exec(bytes.toString('latin1', start, start + 40)) ?? [];
  return second !== undefined && zone !== undefined ? { second, zone } : undefined;
}

function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length;) {
    const at = bytes.indexOf(newline, start);
    const end = at === -1 ? bytes.length : at + 1;
    yield bytes.subarray(start, end);
    start = end;
  }
}
