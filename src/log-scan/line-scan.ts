import type { LogSummary } from '#snapshot/log-summary.ts';
import { RecordReader } from './record-reader.ts';
import { levelNames } from './level.ts';
import type { LineSink } from './line-feed.ts';
import { LineTable } from './line-table.ts';
import { skipStamp } from './line-time.ts';
import { MarkerCounter } from './marker-counter.ts';
import type { Marker } from './markers.ts';
import { quickLevel, unknownLevel } from './quick-level.ts';
import type { LogFormat } from './record.ts';

export interface LineScanOptions {
  readonly timestamps: boolean;
  readonly format: LogFormat | undefined;
  readonly markers: readonly Marker[];
  readonly maxSignatures: number;
  readonly maxLineBytes: number;
}

/** Goes over whole lines: most are told by their first bytes and only counted, the others go to the record reader. */
export class LineScan implements LineSink {
  readonly #options: LineScanOptions;
  readonly #table = new LineTable();
  readonly #records: RecordReader;
  readonly #markers: MarkerCounter;
  /** Lines by `levelRank` that were only counted. */
  readonly #quick = new Float64Array(levelNames.length);
  #oversized = 0;
  #firstAt: string | undefined;
  #lastAt: string | undefined;

  constructor(options: LineScanOptions) {
    this.#options = options;
    this.#records = new RecordReader(options.format, options.maxSignatures);
    this.#markers = new MarkerCounter(options.markers);
  }

  lines(bytes: Buffer, from: number, to: number): void {
    this.#table.restart(bytes);
    let nextMarker = this.#markers.scan(bytes, from, to);
    for (let start = from; start < to;) {
      const end = bytes.indexOf(0x0a, start);
      const index = this.#line(bytes, start, end, end - start);
      if (nextMarker < end) nextMarker = this.#markers.count(this.#table, index, end);
      start = end + 1;
    }
    this.#settle();
  }

  line(bytes: Buffer, length: number): void {
    this.#table.restart(bytes);
    const marker = this.#markers.scan(bytes, 0, bytes.length);
    const index = this.#line(bytes, 0, bytes.length, length);
    if (marker < bytes.length) this.#markers.count(this.#table, index, bytes.length);
    this.#settle();
  }

  #line(bytes: Buffer, start: number, rawEnd: number, length: number): number {
    const table = this.#table;
    let end = rawEnd;
    const isCut = length > this.#options.maxLineBytes;
    if (isCut) {
      this.#oversized += 1;
      end = Math.min(end, start + this.#options.maxLineBytes);
    } else if (end > start && bytes[end - 1] === 0x0d) {
      end -= 1;
    }
    const body = this.#options.timestamps ? skipStamp(bytes, start, end) : start;
    const index = table.push(start, body, end);
    const quick = this.#records.isOpen || isCut ? unknownLevel : quickLevel(bytes, body, end);
    if (quick === unknownLevel || this.#options.format === 'pipy') this.#records.read(table, index, isCut);
    else this.#quick[quick]! += 1;
    return index;
  }

  #settle(): void {
    const table = this.#table;
    this.#records.settle(table);
    this.#markers.settle(table);
    for (let i = 0; i < table.count && this.#firstAt === undefined; i++) this.#firstAt = table.at(i);
    for (let i = table.count - 1; i >= 0; i--) {
      const at = table.at(i);
      if (at === undefined) continue;
      this.#lastAt = at;
      break;
    }
  }

  /** `bytes`: all that was received. */
  summary(bytes: number): LogSummary {
    const levels: LogSummary['levels'] = {};
    levelNames.forEach((level, rank) => {
      const count = (this.#quick[rank] ?? 0) + this.#records.count(level);
      if (count > 0) levels[level] = count;
    });
    return {
      lines: this.#table.firstNumber - 1 + this.#table.count,
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
}
