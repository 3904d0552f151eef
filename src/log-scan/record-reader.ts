import type { LogLevel, LogSignature, RawLine } from '#snapshot/log-summary.ts';
import { bounds } from './bounds.ts';
import { ExampleKeeper, RecordText } from './examples.ts';
import { continuesPanic, type PanicProgress } from './go-panic.ts';
import { makesSignature } from './level.ts';
import type { LineTable } from './line-table.ts';
import { minuteOf, minuteReader } from './line-time.ts';
import { cleaned, recognise } from './recognise.ts';
import type { LogFormat } from './record.ts';
import { shapeOf } from './shape.ts';
import { ShapeMemo } from './shape-memo.ts';
import type { SignatureGroup } from './signature-group.ts';
import { SignatureStore } from './signature-store.ts';

interface OpenPanic extends PanicProgress {
  /** Undefined when its signature found no room: the stack is still its own. */
  readonly text: RecordText | undefined;
}

/** Reads the lines that must be parsed: records into signatures, with their examples, a panic's stack into its record. */
export class RecordReader {
  readonly #format: LogFormat | undefined;
  readonly #store: SignatureStore;
  readonly #keeper = new ExampleKeeper();
  readonly #memo = new ShapeMemo();
  readonly #counts = new Map<LogLevel, number>();
  readonly #changed = new Set<SignatureGroup>();
  readonly #minute = minuteReader();
  #open: OpenPanic | undefined;

  constructor(format: LogFormat | undefined, maxSignatures: number) {
    this.#format = format;
    this.#store = new SignatureStore(maxSignatures, (group) => this.#forget(group));
  }

  /** Whether a panic's stack may go on in the next line, so that every line must be shown to `read`. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  get others(): number {
    return this.#store.others;
  }

  count(level: LogLevel): number {
    return this.#counts.get(level) ?? 0;
  }

  signatures(): LogSignature[] {
    return this.#store.list();
  }

  tail(): RawLine[] {
    return this.#keeper.tail();
  }

  read(table: LineTable, index: number, isCut: boolean): void {
    const { bytes } = table;
    const body = table.body(index);
    const end = table.end(index);
    const isObject = bytes[body] === 0x7b && end > body && this.#format !== 'pipy';
    if (this.#open !== undefined) {
      if (!isObject && this.#continues(table, index)) return;
      this.#open = undefined;
    }
    const shape = isObject && !isCut ? shapeOf(bytes, body, end) : undefined;
    if (shape !== undefined) {
      const known = this.#memo.get(shape);
      if (known !== undefined && (known.group === undefined || !isSampled(known.group))) {
        this.#count(known.level, known.group, table, index);
        return;
      }
    }
    const text = cleaned(bytes.toString('utf8', body, end));
    const record = recognise(text, this.#format, isCut);
    if (record === undefined) return;
    const group = makesSignature(record.level) ? this.#store.place(record) : undefined;
    if (shape !== undefined) this.#memo.remember(shape, record, group);
    this.#count(record.level, group, table, index);
    if (record.form === 'go-panic' || record.form === 'http-panic') this.#openPanic(group, table, index);
  }

  /** Reads the texts that the examples need, before the table's bytes go. */
  settle(table: LineTable): void {
    for (const group of this.#changed) if (group.last !== group.first) this.#keeper.drop(group.last);
    this.#keeper.feed(table);
    for (const group of this.#changed) {
      const last = group.lastText ?? new RecordText(table, group.lastNumber - table.firstNumber);
      group.first ??= this.#keeper.example(group.firstText ?? last, table);
      group.last = group.first.record === last ? group.first : this.#keeper.example(last, table);
      group.firstText = undefined;
      group.lastText = undefined;
    }
    this.#changed.clear();
    this.#keeper.advance(table);
  }

  #count(level: LogLevel, group: SignatureGroup | undefined, table: LineTable, index: number): void {
    this.#counts.set(level, this.count(level) + 1);
    if (group === undefined) {
      if (makesSignature(level)) this.#store.others += 1;
      return;
    }
    group.count += 1;
    group.lastNumber = table.firstNumber + index;
    group.lastText = undefined;
    this.#changed.add(group);
    // The first example must outlive the lines in between; the last is read when they are settled.
    if (group.count === 1) group.firstText = group.lastText = new RecordText(table, index);
    const minute = this.#minuteAt(table, index);
    if (minute !== undefined) group.histogram.add(minute);
  }

  #minuteAt(table: LineTable, index: number): number | undefined {
    const { start, end } = table.stamp(index);
    if (end > start) return this.#minute(table.bytes, start, end);
    const at = table.at(index);
    return at === undefined ? undefined : minuteOf(at);
  }

  #openPanic(group: SignatureGroup | undefined, table: LineTable, index: number): void {
    if (group !== undefined) group.lastText ??= new RecordText(table, index);
    this.#open = { text: group?.lastText, sawStack: false, messageLines: 0 };
  }

  #continues(table: LineTable, index: number): boolean {
    const open = this.#open!;
    const line = cleaned(table.text(index, bounds.rawLineBytes));
    const isHead = () => recognise(line, this.#format, false) !== undefined;
    if (!continuesPanic(open, line, isHead)) return false;
    open.text?.append(line);
    return true;
  }

  #forget(group: SignatureGroup): void {
    this.#changed.delete(group);
    this.#keeper.drop(group.first);
    this.#keeper.drop(group.last);
  }
}

/** Values are sampled from the first records of a group and from every 1024th after: those are parsed in full. */
function isSampled(group: SignatureGroup): boolean {
  return group.count < 64 || group.count % 1024 === 0;
}
