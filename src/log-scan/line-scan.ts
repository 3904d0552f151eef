import type { LogSummary } from '#snapshot/log-summary.ts';
import { KeyBlock, mayBelong } from '#snapshot/redact-lines.ts';
import { keyFlag, levelFlag, maxMarkers, noMinute, tooLong } from './kernel/assembly/layout.ts';
import type { Needle } from './kernel/fingerprints.ts';
import type { Kernel, KernelHost } from './kernel/kernel.ts';
import { levelNames } from './level.ts';
import type { LineSink } from './line-feed.ts';
import { LineTable } from './line-table.ts';
import { minuteOf } from './line-time.ts';
import { MarkerCounter } from './marker-counter.ts';
import type { Marker } from './markers.ts';
import type { LogFormat } from './record.ts';
import { RecordReader } from './record-reader.ts';

export interface LineScanOptions {
  readonly timestamps: boolean;
  readonly format: LogFormat | undefined;
  readonly markers: readonly Marker[];
  readonly maxSignatures: number;
  readonly maxLineBytes: number;
}

/** Bytes; lines of PEM files are shorter. */
const pemLine = 128;

/** Further phrases for the kernel: a second level, an escaped key that may be a level (`"le\u0076el"`), private keys. */
const ownNeedles: readonly Needle[] = [
  { phrase: '"level"', bit: Math.log2(levelFlag) },
  { phrase: String.raw`\u006`, bit: 30 },
  { phrase: String.raw`\u007`, bit: 31 },
  { phrase: 'PRIVATE KEY', bit: Math.log2(keyFlag) },
];

/** Handles the lines that the kernel reports. It has counted most lines itself; the others go to the record reader. */
export class LineScan implements LineSink, KernelHost {
  readonly #kernel: Kernel;
  readonly #isPipy: boolean;
  readonly #table: LineTable;
  readonly #records: RecordReader;
  readonly #markers: MarkerCounter;
  readonly #key = new KeyBlock();
  #hasKeyAhead = false;
  #oversized = 0;
  #firstAt: string | undefined;
  #lastAt: string | undefined;

  constructor(kernel: Kernel, options: LineScanOptions) {
    const { markers, maxLineBytes } = options;
    if (markers.length > maxMarkers) throw new RangeError(`at most ${maxMarkers} phrases can be watched`);
    this.#kernel = kernel;
    const needles = markers.map(({ phrase }, bit) => ({ phrase, bit }));
    kernel.begin(this, [...needles, ...ownNeedles], maxLineBytes, options.timestamps);
    this.#isPipy = options.format === 'pipy';
    kernel.run.attend(this.#isPipy);
    this.#table = new LineTable(kernel, maxLineBytes);
    this.#records = new RecordReader(kernel, this.#table, options.format, options.maxSignatures);
    this.#markers = new MarkerCounter(markers);
  }

  line(index: number, start: number, body: number, end: number, slot: number, flags: number): void {
    const isCut = slot === tooLong;
    if (isCut) this.#oversized += 1;
    const isOfKey = this.#key.isOpen || (flags & keyFlag) !== 0 || (isCut && this.#hasKeyAhead);
    if (isOfKey || this.#mayBelong(body, end)) this.#readKey(index, isCut);
    this.#records.read(index, start, body, end, slot);
  }

  marked(index: number, phrases: number): void {
    this.#markers.count(this.#table, index, phrases);
  }

  minute(start: number, end: number): number {
    return minuteOf(this.#kernel.bytes.toString('latin1', start, end)) ?? noMinute;
  }

  tick(group: number, before: number): void {
    this.#records.tick(group, before);
  }

  settle(): void {
    const table = this.#table;
    const { count } = table;
    this.#records.settle();
    this.#markers.settle(table);
    for (let i = 0; i < count && this.#firstAt === undefined; i++) this.#firstAt = table.at(i);
    for (let i = count - 1; i >= 0; i--) {
      const at = table.at(i);
      if (at === undefined) continue;
      this.#lastAt = at;
      break;
    }
  }

  restart(start: number): void {
    this.#table.restart(start);
  }

  warnOfKey(): void {
    this.#hasKeyAhead = true;
  }

  /** The summary of all complete lines so far. `bytes`: the bytes received. */
  summary(bytes: number): LogSummary {
    this.settle();
    this.restart(this.#kernel.run.next());
    const levels: LogSummary['levels'] = {};
    levelNames.forEach((level, rank) => {
      const count = this.#kernel.levels[rank]!;
      if (count > 0) levels[level] = count;
    });
    return {
      lines: this.#table.firstNumber - 1,
      bytes,
      oversizedLines: this.#oversized,
      ...(this.#firstAt === undefined ? {} : { firstAt: this.#firstAt }),
      ...(this.#lastAt === undefined ? {} : { lastAt: this.#lastAt }),
      levels,
      signatures: this.#records.signatures(),
      others: this.#records.others,
      markers: this.#markers.toJSON(),
      tail: this.#records.tail(),
    };
  }

  /** A line of base64 may belong to a private key whose beginning is missing, before the log or in a gap. */
  #mayBelong(body: number, end: number): boolean {
    if (end - body < 11 || end - body > pemLine) return false;
    const first = this.#kernel.bytes[body];
    return first !== 0x7b && mayBelong(this.#kernel.bytes.toString('latin1', body, end));
  }

  /** A private key has many lines: until it ends, the kernel reports every line. */
  #readKey(index: number, isCut: boolean): void {
    if (this.#key.hides(this.#table.raw(index))) this.#table.hide(index);
    // The key begins at the cut of the line or after it.
    if (isCut) this.#key.open();
    if (isCut) this.#hasKeyAhead = false;
    this.#kernel.run.attend(this.#isPipy || this.#key.isOpen);
  }
}
