import type { LogExample, RawLine } from '#snapshot/log-summary.ts';
import { bounds } from './bounds.ts';
import { clipped } from './clip.ts';
import type { KeptLine } from './kept-line.ts';
import type { LineTable } from './line-table.ts';

/** The text of one record, of one line or several; it grows while a panic's stack goes on. */
export class RecordText {
  readonly number: number;
  endNumber: number;
  readonly #line: KeptLine;
  #more = '';

  constructor(table: LineTable, index: number) {
    this.#line = table.kept(index, bounds.exampleBytes);
    this.number = this.#line.number;
    this.endNumber = this.number;
  }

  get at(): string | undefined {
    return this.#line.at;
  }

  get text(): string {
    return clipped(`${this.#line.text}${this.#more}`, bounds.exampleBytes);
  }

  /** Appends the next line, redacted, up to the limit of bytes. */
  append(line: string): void {
    this.endNumber += 1;
    if (this.#more.length < bounds.exampleBytes) this.#more += `\n${line}`;
  }
}

/** A record with its context; the lines after it are added later. */
export class Example {
  readonly record: RecordText;
  readonly before: readonly KeptLine[];
  readonly after: KeptLine[] = [];

  constructor(record: RecordText, before: readonly KeptLine[]) {
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
      before: this.before.map((line) => line.toJSON()),
      after: this.after.map((line) => line.toJSON()),
    };
  }
}

/** Collects the context of examples across windows, and keeps the last lines of the log. */
export class ExampleKeeper {
  /** The last lines before the table's first: as many as a tail or a context needs. */
  #recent: KeptLine[] = [];
  readonly #waiting = new Set<Example>();

  tail(): RawLine[] {
    return this.#recent.map((line) => line.toJSON());
  }

  /** Stops the collection for an example that was replaced. */
  drop(example: Example | undefined): void {
    if (example !== undefined) this.#waiting.delete(example);
  }

  /** An example of a record that begins in the table; its later lines follow by themselves. */
  example(record: RecordText, table: LineTable): Example {
    const before: KeptLine[] = [];
    for (let number = record.number - bounds.contextLines; number < record.number; number++) {
      const line = this.#line(number, table);
      if (line !== undefined) before.push(line);
    }
    const example = new Example(record, before);
    this.#fill(example, table);
    if (!example.complete) this.#waiting.add(example);
    return example;
  }

  /** Adds the lines of the table to the examples that are still collecting. */
  feed(table: LineTable): void {
    for (const example of this.#waiting) {
      this.#fill(example, table);
      if (example.complete) this.#waiting.delete(example);
    }
  }

  /** Keeps the last lines of the table before its bytes are overwritten. */
  advance(table: LineTable): void {
    for (let index = Math.max(0, table.count - bounds.tailLines); index < table.count; index++) {
      this.#recent.push(table.context(index));
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

  #line(number: number, table: LineTable): KeptLine | undefined {
    const index = number - table.firstNumber;
    if (index >= table.count) return undefined;
    return index >= 0 ? table.context(index) : this.#recent.at(index);
  }
}
