import type { LogExample, RawLine } from '#snapshot/log-summary.ts';
import { bounds } from './bounds.ts';
import { clipped } from './clip.ts';
import type { LineTable } from './line-table.ts';

/** The text of one record, of one line or several; it grows while a panic's stack goes on. */
export class RecordText {
  readonly number: number;
  readonly at: string | undefined;
  endNumber: number;
  text: string;

  constructor(table: LineTable, index: number) {
    this.number = table.firstNumber + index;
    this.endNumber = this.number;
    this.at = table.at(index);
    this.text = table.text(index, bounds.exampleBytes);
  }

  /** Takes the next line in, as far as there is room. */
  append(line: string): void {
    this.endNumber += 1;
    if (this.text.length < bounds.exampleBytes)
      this.text = clipped(`${this.text}\n${line}`, bounds.exampleBytes);
  }
}

/** A record with the lines around it; those after it come later. */
export class Example {
  readonly record: RecordText;
  readonly before: readonly RawLine[];
  readonly after: RawLine[] = [];

  constructor(record: RecordText, before: readonly RawLine[]) {
    this.record = record;
    this.before = before;
  }

  get complete(): boolean {
    return this.after.length >= bounds.contextLines;
  }

  toJSON(): LogExample {
    const { number, at, text } = this.record;
    return {
      number,
      ...(at === undefined ? {} : { at }),
      text,
      before: [...this.before],
      after: [...this.after],
    };
  }
}

/** Gives examples their context, across the borders of what is scanned at a time, and keeps the last lines. */
export class ExampleKeeper {
  /** The last lines before the table's first: as many as a tail or a context needs. */
  #recent: RawLine[] = [];
  readonly #waiting = new Set<Example>();

  tail(): RawLine[] {
    return [...this.#recent];
  }

  /** Stops collecting for an example nobody holds any more. */
  drop(example: Example | undefined): void {
    if (example !== undefined) this.#waiting.delete(example);
  }

  /** An example of a record that begins in the table; its later lines follow by themselves. */
  example(record: RecordText, table: LineTable): Example {
    const before: RawLine[] = [];
    for (let number = record.number - bounds.contextLines; number < record.number; number++) {
      const line = this.#line(number, table);
      if (line !== undefined) before.push(line);
    }
    const example = new Example(record, before);
    this.#fill(example, table);
    if (!example.complete) this.#waiting.add(example);
    return example;
  }

  /** Hands the table's lines to the examples that wait for theirs. */
  feed(table: LineTable): void {
    for (const example of this.#waiting) {
      this.#fill(example, table);
      if (example.complete) this.#waiting.delete(example);
    }
  }

  /** Remembers the end of the table before its bytes go. */
  advance(table: LineTable): void {
    for (let index = Math.max(0, table.count - bounds.tailLines); index < table.count; index++) {
      this.#recent.push(table.rawLine(index));
    }
    this.#recent.splice(0, Math.max(0, this.#recent.length - bounds.tailLines));
  }

  #fill(example: Example, table: LineTable): void {
    while (!example.complete) {
      const line = this.#line(example.record.endNumber + 1 + example.after.length, table);
      if (line === undefined) return;
      example.after.push(line);
    }
  }

  #line(number: number, table: LineTable): RawLine | undefined {
    const index = number - table.firstNumber;
    if (index >= table.count) return undefined;
    return index >= 0 ? table.rawLine(index) : this.#recent.at(index);
  }
}
