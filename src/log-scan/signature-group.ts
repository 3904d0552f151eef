import type { LogSignature } from '#snapshot/log-summary.ts';
import { bounds } from './bounds.ts';
import { clipped } from './clip.ts';
import type { Example, RecordText } from './examples.ts';
import { Histogram } from './histogram.ts';
import { freshGroup } from './kernel/assembly/layout.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { LogRecord } from './record.ts';
import { stableHash } from './stable-hash.ts';
import { distance, generalised } from './template.ts';
import { wildcard, type Tokens } from './tokens.ts';
import { ValueSamples } from './value-samples.ts';

/** A signature while its log is scanned. */
export class SignatureGroup {
  readonly form: LogRecord['form'];
  readonly level: LogRecord['level'];
  /** Order of creation: breaks ties, so that the same log always gives the same summary. */
  readonly order: number;
  /** The number under which the kernel counts its records. */
  readonly number: number;

  /** Texts already read of records seen since the lines were last settled. */
  lastText: RecordText | undefined;
  firstText: RecordText | undefined;
  first: Example | undefined;
  last: Example | undefined;

  readonly #kernel: Kernel;
  readonly #histogram = new Histogram();
  readonly #record: LogRecord;
  #message: readonly string[];
  #error: readonly string[];
  readonly #values = new ValueSamples();
  readonly #firstRaw: readonly string[];

  constructor(
    kernel: Kernel,
    { number, order }: { readonly number: number; readonly order: number },
    record: LogRecord,
    message: Tokens,
    error: Tokens,
  ) {
    this.#kernel = kernel;
    this.number = number;
    this.form = record.form;
    this.level = record.level;
    this.order = order;
    this.#record = record;
    this.#message = message.masked;
    this.#error = error.masked;
    this.#firstRaw = message.raw;
  }

  get count(): number {
    return this.#kernel.counts[this.number]!;
  }

  /** Adds the records of this minute, which the kernel counted, to the histogram. */
  takeMinute(minute: number): void {
    const { inMinute } = this.#kernel;
    if (minute !== freshGroup) this.#histogram.add(minute, inMinute[this.number]!);
    inMinute[this.number] = 0;
  }

  /** The number of words in which a record differs from the template; -1 when it does not match. `isCrowd`: many similar ones exist. */
  distance(message: Tokens, error: Tokens, isCrowd: boolean): number {
    const ofMessage = distance(this.#message, message.masked, isCrowd ? 'crowd' : 'message');
    if (ofMessage < 0) return -1;
    const ofError = distance(this.#error, error.masked, 'error');
    return ofError < 0 ? -1 : ofMessage + ofError;
  }

  /** Widens the template so that it covers the record too. */
  widen(message: Tokens, error: Tokens): void {
    const wider = generalised(this.#message, message.masked);
    wider.forEach((word, i) => {
      if (word === wildcard && this.#message[i] !== wildcard) this.#values.forget(i);
    });
    this.#message = wider;
    this.#error = generalised(this.#error, error.masked);
    this.#values.add(this.#message, this.#firstRaw);
  }

  sample(message: Tokens): void {
    this.#values.add(this.#message, message.raw);
  }

  toJSON(): LogSignature | undefined {
    this.takeMinute(this.#kernel.minutes[this.number]!);
    if (this.first === undefined || this.last === undefined) return undefined;
    const { component, code, error, reason } = this.#record;
    const template = this.#message.join(' ');
    const firstAt = this.first.record.at;
    const lastAt = this.last.record.at;
    return {
      key: stableHash([this.form, this.level, component, code, reason, template, this.#error.join(' ')]),
      template,
      form: this.form,
      level: this.level,
      ...(component === undefined ? {} : { component }),
      ...(code === undefined ? {} : { code }),
      ...(error === undefined ? {} : { error: clipped(error, bounds.errorChars) }),
      ...(reason === undefined ? {} : { reason }),
      count: this.count,
      ...(firstAt === undefined ? {} : { firstAt }),
      ...(lastAt === undefined ? {} : { lastAt }),
      histogram: this.#histogram.toJSON(),
      values: this.#values.list(this.#message),
      first: this.first.toJSON(),
      last: this.last.toJSON(),
    };
  }
}
