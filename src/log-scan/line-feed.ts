import { bounds } from './bounds.ts';
import * as layout from './kernel/assembly/layout.ts';
import type { Kernel } from './kernel/kernel.ts';

/** The receiver of the lines that the kernel found. */
export interface LineSink {
  /** The window is about to be overwritten: whatever is needed of its lines must be read now. */
  settle(): void;
  /** The next table begins at this place of the window. */
  restart(start: number): void;
  /** The part of the next line that is not kept contains the header of a private key. */
  warnOfKey(): void;
}

const newline = 0x0a;
const windowEnd = layout.window + layout.windowBytes;
/** Bytes copied and scanned at a time: few enough to be in the processor's cache when the kernel reads them. */
const pieceBytes = 128 * 1024;
const keyName = 'PRIVATE KEY';

/**
 * Copies a stream of chunks into the kernel's window and scans its complete lines. The caller may reuse the chunks. Of a
 * line longer than the cap only the beginning is kept.
 */
export class LineFeed {
  readonly #kernel: Kernel;
  readonly #sink: LineSink;
  /** Bytes kept of a line without end. */
  readonly #held: number;
  /** Where the next byte goes. */
  #filled: number = layout.window;
  /** The last skipped bytes of a line that is too long; undefined when no line is being skipped. */
  #skipped: string | undefined;

  constructor(kernel: Kernel, sink: LineSink, cap: number) {
    this.#kernel = kernel;
    this.#sink = sink;
    this.#held = cap + bounds.redactedBytes;
  }

  write(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let at = 0; at < bytes.length;) {
      at = this.#skipped === undefined ? this.#take(bytes, at) : this.#skip(bytes, at);
    }
  }

  /** The last line, when no line end came. */
  end(): void {
    if (this.#hasRest) this.#endLine();
  }

  get #hasRest(): boolean {
    return this.#skipped !== undefined || this.#filled > this.#kernel.run.next();
  }

  #take(bytes: Buffer, at: number): number {
    const taken = Math.min(bytes.length - at, windowEnd - this.#filled, pieceBytes);
    const from = this.#filled;
    this.#kernel.bytes.set(bytes.subarray(at, at + taken), from);
    this.#filled += taken;
    this.#scan(from);
    if (this.#filled === windowEnd) this.#makeRoom();
    return at + taken;
  }

  /** Scans the whole lines, of which the last ends behind `from`. */
  #scan(from: number): void {
    const { run, bytes } = this.#kernel;
    const last = bytes.subarray(from, this.#filled).lastIndexOf(newline);
    if (last < 0) return;
    const to = from + last + 1;
    run.scan(to);
    while (run.next() < to) {
      this.#sink.settle();
      this.#sink.restart(run.next());
      run.scan(to);
    }
  }

  /** Moves the kept part of the incomplete line to the start of the window. */
  #makeRoom(): void {
    this.#sink.settle();
    const { run, bytes } = this.#kernel;
    const start = run.next();
    const length = this.#filled - start;
    const kept = Math.min(length, this.#held);
    if (length >= this.#held) {
      this.#skipped = bytes.toString('latin1', start + kept - keyName.length, start + kept);
      this.#pass(bytes.subarray(start + kept, start + length));
    }
    bytes.copyWithin(layout.window, start, start + kept);
    this.#filled = layout.window + kept;
    this.#sink.restart(layout.window);
  }

  #skip(bytes: Buffer, at: number): number {
    const found = bytes.indexOf(newline, at);
    const end = found < 0 ? bytes.length : found;
    this.#pass(bytes.subarray(at, end));
    if (found < 0) return end;
    this.#endLine();
    return end + 1;
  }

  #pass(bytes: Buffer): void {
    const border = (this.#skipped ?? '') + bytes.toString('latin1', 0, keyName.length);
    if (border.includes(keyName) || bytes.includes(keyName)) this.#sink.warnOfKey();
    const last = bytes.toString('latin1', Math.max(0, bytes.length - keyName.length));
    this.#skipped = ((this.#skipped ?? '') + last).slice(-keyName.length);
  }

  #endLine(): void {
    this.#skipped = undefined;
    const from = this.#filled;
    this.#kernel.bytes[from] = newline;
    this.#filled = from + 1;
    this.#scan(from);
  }
}
