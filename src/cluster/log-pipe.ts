import { LineCutter } from './line-cutter.ts';
import { LogCursor } from './log-cursor.ts';
import type { SeenBytes } from './log-cursor.ts';
import { compareStamps, linesOf, stampAt } from './log-stamp.ts';
import type { LogStamp } from './log-stamp.ts';
import { LogOverlap } from './log-overlap.ts';
import type { Met } from './log-overlap.ts';

/** Longer lines are handed on in pieces. */
const maxHeldLine = 1024 * 1024;

/** Takes bytes of a log: whole lines, or a piece of a very long one. */
export type TakeLines = (lines: Buffer) => void | Promise<void>;

export interface PipeEnds {
  readonly take: TakeLines;
  /**
   * Asked about the first line of a log's first answer, and of an answer that does not go on where the log was left; it
   * may be empty. @returns whether to go on with it
   */
  readonly accept: (firstLine: Buffer, isLeft: boolean) => boolean | Promise<boolean>;
}

/** Makes one stream of whole lines of the answers to several requests for the same log: no line is lost, none comes twice. */
export class LogPipe {
  readonly place = new LogCursor();
  readonly #ends: PipeEnds;
  readonly #cutter = new LineCutter(maxHeldLine);
  #reunion: LogOverlap | undefined;
  #isFirst = true;
  /** When the answer began. */
  #takenBefore = 0;
  /** Where the log was left, when it is not known by its bytes: lines up to here came before, or may have. */
  #leftAt: LogStamp | undefined;
  /** Bytes of the log so far, each counted once. */
  taken = 0;
  /** The last answer did not go on where the log was left, and has to be asked for again to be taken. */
  mustSearch = false;

  constructor(ends: PipeEnds) {
    this.#ends = ends;
  }

  /** A new answer begins: the line that had begun comes again, whole. @returns how many bytes come again at most */
  begin(): number {
    this.taken -= this.#cutter.heldBytes;
    this.#cutter.drop();
    this.#takenBefore = this.taken;
    this.#isFirst = this.place.last === undefined;
    const seen = this.#seen();
    this.mustSearch = false;
    this.#reunion = this.#isFirst ? undefined : new LogOverlap(seen);
    return seen.skipped + seen.kept.length;
  }

  /** @returns false when no more is wanted */
  async write(bytes: Buffer): Promise<boolean> {
    if (this.#reunion === undefined) return this.#takeNew(bytes);
    return this.#takeMet(this.#reunion.meet(bytes));
  }

  /** The answer is over. @returns false when it does not go on where the log was left, and is not wanted */
  async endAnswer(): Promise<boolean> {
    const met = this.#reunion?.end();
    return met === undefined || this.#takeMet(met);
  }

  /** What stands behind the last line end; a line that is still being written, or the end of the log. */
  get unfinished(): Buffer {
    return this.#cutter.held;
  }

  /** Nothing more comes. @param isWhole whether what stands behind the last line end is the end of the log. */
  async finish(isWhole: boolean): Promise<void> {
    const rest = isWhole ? this.#cutter.rest() : Buffer.alloc(0);
    await this.#pass(rest);
  }

  /** What busy seconds hold beyond the kept bytes can be passed over only where the log begins as expected. */
  #seen(): SeenBytes {
    const seen = this.place.seen();
    return this.mustSearch ? { skipped: 0, kept: seen.kept } : seen;
  }

  async #takeMet(met: Met): Promise<boolean> {
    if (met.kind === 'again') return true;
    this.#reunion = undefined;
    if (met.kind === 'new') return this.#takeNew(met.bytes);
    if (met.bytes === undefined) {
      this.mustSearch = true;
      return false;
    }
    const firstLine = firstLineOf(met.bytes);
    if (!(await this.#ends.accept(firstLine, true))) return false;
    if (!this.place.endsLine) await this.#pass(Buffer.from('\n'));
    if (this.place.isBehind(firstLine)) this.#leftAt = this.place.last;
    return this.#takeNew(met.bytes);
  }

  async #takeNew(bytes: Buffer): Promise<boolean> {
    this.taken += bytes.length;
    for (const lines of this.#cutter.push(bytes)) {
      if (await this.#pass(lines)) continue;
      // Only what begins a log is refused.
      this.taken = this.#takenBefore;
      this.#cutter.drop();
      return false;
    }
    return true;
  }

  async #pass(received: Buffer): Promise<boolean> {
    const lines = this.#leftAt === undefined ? received : this.#behind(received, this.#leftAt);
    if (lines.length === 0) return true;
    if (this.#isFirst) {
      this.#isFirst = false;
      if (!(await this.#ends.accept(firstLineOf(lines), false))) return false;
    }
    this.place.note(lines);
    await this.#ends.take(lines);
    return true;
  }

  #behind(lines: Buffer, last: LogStamp): Buffer {
    let start = 0;
    for (const line of linesOf(lines)) {
      const stamp = stampAt(line, 0);
      if (stamp !== undefined && compareStamps(stamp, last) > 0) {
        this.#leftAt = undefined;
        return lines.subarray(start);
      }
      start += line.length;
    }
    return Buffer.alloc(0);
  }
}

function firstLineOf(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0x0a);
  return bytes.subarray(0, Math.min(end === -1 ? bytes.length : end, 4096));
}
