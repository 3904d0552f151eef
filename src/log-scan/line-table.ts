import { redactText } from '#snapshot/redact-text.ts';
import { placeholder } from '#snapshot/secret-names.ts';
import { bounds } from './bounds.ts';
import { clipped, detached } from './clip.ts';
import { KeptLine } from './kept-line.ts';
import type { Kernel } from './kernel/kernel.ts';
import { ownTime } from './line-time.ts';

/**
 * The lines in the kernel's window, as offsets; the text of a line is decoded only on request. It is redacted before it is
 * cut, because a cut may remove the part by which a secret is recognised. Numbers count from 1 over the whole log, indexes
 * from 0 in this table.
 */
export class LineTable {
  /** Number of the line at index 0. */
  firstNumber = 1;
  readonly #kernel: Kernel;
  readonly #cap: number;
  readonly #hidden = new Set<number>();
  #kept: (KeptLine | undefined)[] = [];

  /** `cap`: bytes of a line that are kept, time stamp included. */
  constructor(kernel: Kernel, cap: number) {
    this.#kernel = kernel;
    this.#cap = cap;
  }

  get count(): number {
    return this.#kernel.run.count();
  }

  /** Empties the table; its next line is at `start` in the window. The numbers continue. */
  restart(start: number): void {
    this.firstNumber += this.count;
    this.#kernel.run.restart(start);
    this.#hidden.clear();
    this.#kept = [];
  }

  /** The line is part of a private key. */
  hide(index: number): void {
    this.#hidden.add(index);
  }

  /** When the line was written: the kubelet's time stamp as sent, else the record's own time. */
  at(index: number): string | undefined {
    const { start, body } = this.#place(index);
    return body > start
      ? this.#kernel.bytes.toString('latin1', start, body - 1)
      : ownTime(this.text(index).slice(0, bounds.rawLineBytes));
  }

  /** The kept text of the line, without time stamp. Invalid UTF-8 becomes U+FFFD. */
  text(index: number): string {
    if (this.#hidden.has(index)) return placeholder('private key');
    const raw = this.raw(index);
    return this.#place(index).isCut ? redactText(wholeWords(raw)).slice(0, this.#cap) : redactText(raw);
  }

  /** The text before redaction; only for the redactor. */
  raw(index: number): string {
    const { start, body, end } = this.#place(index);
    const there = Math.min(end, start + this.#cap + bounds.redactedBytes);
    return this.#kernel.bytes.toString('utf8', body, there);
  }

  /** The line for a context, the tail or a marker; the same object on each call. */
  context(index: number): KeptLine {
    return (this.#kept[index] ??= this.kept(index, bounds.rawLineBytes));
  }

  /** The line as it is shown: at most `limit` characters, and an `…` where something is missing. */
  kept(index: number, limit: number): KeptLine {
    const number = this.firstNumber + index;
    const { start, body, end, isCut } = this.#place(index);
    const stamp = body > start ? this.#kernel.bytes.toString('latin1', start, body - 1) : undefined;
    const isShort = !isCut && end - body <= limit && !this.#hidden.has(index);
    // A long line is cut at once; redacting again changes nothing.
    const text = isShort ? this.raw(index) : `${clipped(this.text(index), limit)}${isCut ? '…' : ''}`;
    return new KeptLine(number, stamp, isShort ? text : detached(text), limit + 2);
  }

  #place(index: number) {
    const { run, starts, bytes } = this.#kernel;
    const start = starts[index]!;
    const newline = (index + 1 < run.count() ? starts[index + 1]! : run.next()) - 1;
    const isCut = newline - start > this.#cap;
    const end = !isCut && newline > start && bytes[newline - 1] === 0x0d ? newline - 1 : newline;
    return { start, body: run.lineBodyOf(start, newline), end, isCut };
  }
}

/** Removes the last word, which was cut: the first part of a secret may not be recognisable. */
function wholeWords(text: string): string {
  let end = text.length;
  while (end > 0 && !/[\s"'\\]/.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}
