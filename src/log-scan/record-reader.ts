import type { LogLevel } from '#snapshot/log-levels.ts';
import type { LogSignature, RawLine } from '#snapshot/log-summary.ts';
import { bounds } from './bounds.ts';
import { ExampleKeeper, RecordText } from './examples.ts';
import { continuesPanic, type PanicProgress } from './go-panic.ts';
import * as layout from './kernel/assembly/layout.ts';
import type { Kernel } from './kernel/kernel.ts';
import { levelRank, makesSignature } from './level.ts';
import type { LineTable } from './line-table.ts';
import { minuteOf } from './line-time.ts';
import { cleaned, recognise } from './recognise.ts';
import type { LogFormat, LogRecord } from './record.ts';
import type { SignatureGroup } from './signature-group.ts';
import { SignatureStore } from './signature-store.ts';
import { mask } from './tokens.ts';

interface OpenPanic extends PanicProgress {
  /** Undefined when the signature was not kept; the stack still belongs to the panic. */
  readonly text: RecordText | undefined;
  /** The number of the line that may continue the stack. */
  next: number;
}

/** Parses the lines that the kernel reports: groups records into signatures with examples, and adds stacks to panics. */
export class RecordReader {
  readonly #kernel: Kernel;
  readonly #table: LineTable;
  readonly #format: LogFormat | undefined;
  readonly #store: SignatureStore;
  readonly #keeper = new ExampleKeeper();
  #open: OpenPanic | undefined;

  constructor(kernel: Kernel, table: LineTable, format: LogFormat | undefined, maxSignatures: number) {
    this.#kernel = kernel;
    this.#table = table;
    this.#format = format;
    this.#store = new SignatureStore(kernel, maxSignatures, (group) => this.#forget(group));
  }

  get others(): number {
    return this.#store.others + this.#kernel.others;
  }

  signatures(): LogSignature[] {
    return this.#store.list();
  }

  tail(): RawLine[] {
    return this.#keeper.tail();
  }

  /** The signature of this number has no further records in the minute `before`. */
  tick(number: number, before: number): void {
    this.#store.group(number)?.takeMinute(before);
  }

  /** The arguments are those of `KernelHost.line`. */
  read(index: number, start: number, body: number, end: number, slot: number): void {
    const isObject = end > body && this.#kernel.bytes[body] === 0x7b && this.#format !== 'pipy';
    if (this.#open !== undefined) {
      // The lines that the kernel counted since then are objects, so the stack has ended.
      if (!isObject && this.#continues(this.#open, index)) return;
      this.#open = undefined;
    }
    const minute = body > start ? this.#kernel.run.minuteAt(start, body) : undefined;
    const known = slot >= 0 ? this.#store.group((this.#kernel.valueOf(slot) >> 8) - 1) : undefined;
    if (known !== undefined && !isSampled(known)) {
      this.#count(known.level, known, index, minute);
      return;
    }
    const record = recognise(cleaned(this.#table.text(index)), this.#format, slot === layout.tooLong);
    if (record === undefined) return;
    const group = makesSignature(record.level) ? this.#store.place(record) : undefined;
    if (slot >= 0 || slot === layout.unknownShape) this.#remember(record, group);
    this.#count(record.level, group, index, minute);
    if (record.form === 'go-panic' || record.form === 'http-panic') this.#openPanic(group, index);
  }

  /** Reads the texts that the examples need before the window is overwritten. */
  settle(): void {
    const table = this.#table;
    const { lasts } = this.#kernel;
    const changed = [...this.#store.groups].filter(({ number }) => lasts[number]! >= 0);
    for (const group of changed) if (group.last !== group.first) this.#keeper.drop(group.last);
    this.#keeper.feed(table);
    for (const group of changed) {
      const last = this.#lastText(group, lasts[group.number]!);
      group.first ??= this.#keeper.example(group.firstText ?? last, table);
      group.last = group.first.record === last ? group.first : this.#keeper.example(last, table);
      group.firstText = undefined;
      group.lastText = undefined;
      lasts[group.number] = -1;
    }
    this.#keeper.advance(table);
  }

  #lastText({ lastText }: SignatureGroup, index: number): RecordText {
    return lastText?.number === this.#table.firstNumber + index
      ? lastText
      : new RecordText(this.#table, index);
  }

  /**
   * Lines of one shape have the same masked message and error text, hence one signature, and the kernel may count them.
   * A shape ignores variable runs, but they distinguish component, code and reason.
   */
  #remember({ level, component, code, reason }: LogRecord, group: SignatureGroup | undefined): void {
    const exact = `${component ?? ''} ${code ?? ''} ${reason ?? ''}`;
    if (mask(exact) !== exact) return;
    this.#kernel.run.remember(levelRank[level] | ((group === undefined ? 0 : group.number + 1) << 8));
  }

  #count(
    level: LogLevel,
    group: SignatureGroup | undefined,
    index: number,
    stamped: number | undefined,
  ): void {
    this.#kernel.levels[levelRank[level]]! += 1;
    if (group === undefined) {
      if (makesSignature(level)) this.#store.others += 1;
      return;
    }
    this.#kernel.run.countRecord(group.number, index, stamped ?? this.#ownMinute(index));
    // The text of the first example is copied now, that of the last one when the window is overwritten.
    if (group.count === 1) group.firstText = group.lastText = new RecordText(this.#table, index);
  }

  #ownMinute(index: number): number {
    const at = this.#table.at(index);
    return (at === undefined ? undefined : minuteOf(at)) ?? layout.noMinute;
  }

  #openPanic(group: SignatureGroup | undefined, index: number): void {
    const next = this.#table.firstNumber + index + 1;
    if (group !== undefined) group.lastText = this.#lastText(group, index);
    this.#open = { text: group?.lastText, next, sawStack: false, messageLines: 0 };
  }

  #continues(open: OpenPanic, index: number): boolean {
    if (this.#table.firstNumber + index !== open.next) return false;
    const line = cleaned(this.#table.kept(index, bounds.rawLineBytes).text);
    const isHead = () => recognise(line, this.#format, false) !== undefined;
    if (!continuesPanic(open, line, isHead)) return false;
    open.text?.append(line);
    open.next += 1;
    return true;
  }

  #forget(group: SignatureGroup): void {
    this.#keeper.drop(group.first);
    this.#keeper.drop(group.last);
  }
}

/** Whether the record is parsed for its values: the first ones of a group, and a sample of the later ones. */
function isSampled({ count }: SignatureGroup): boolean {
  return count < layout.sampledFirst || count % layout.sampledEach === 0;
}
