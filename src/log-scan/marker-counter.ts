import type { LogSummary, RawLine } from '#snapshot/log-summary.ts';
import type { LineTable } from './line-table.ts';
import type { Marker } from './markers.ts';
import { phraseSearcher } from './phrase-search.ts';

interface Counter {
  count: number;
  firstAt: string | undefined;
  lastNumber: number;
  last: RawLine | undefined;
}

/** Counts the lines that hold a watched phrase. */
export class MarkerCounter {
  readonly #ids: readonly string[];
  readonly #lengths: readonly number[];
  readonly #search: ReturnType<typeof phraseSearcher>;
  readonly #counters = new Map<string, Counter>();
  readonly #changed = new Set<Counter>();
  #places: number[] = [];
  #phrases: number[] = [];
  #next = 0;

  constructor(markers: readonly Marker[]) {
    this.#ids = markers.map((marker) => marker.id);
    this.#lengths = markers.map((marker) => Buffer.byteLength(marker.phrase));
    this.#search = phraseSearcher(markers.map((marker) => marker.phrase));
  }

  /** Looks for the phrases in whole lines; answers the first place, `Infinity` if there is none. */
  scan(bytes: Uint8Array, from: number, to: number): number {
    this.#places = [];
    this.#phrases = [];
    this.#next = 0;
    this.#search(bytes, from, to, (at, phrase) => {
      this.#places.push(at);
      this.#phrases.push(phrase);
    });
    return this.#places[0] ?? Infinity;
  }

  /** Counts what was found up to the end of this line; answers the next place. */
  count(table: LineTable, index: number, rawEnd: number): number {
    const end = table.end(index);
    for (; (this.#places[this.#next] ?? Infinity) < rawEnd; this.#next++) {
      const at = this.#places[this.#next]!;
      const phrase = this.#phrases[this.#next]!;
      // What the length cap cuts off does not count, however the bytes came.
      const isInside = at >= table.body(index) && at + this.#lengths[phrase]! <= end;
      if (isInside) this.#countLine(this.#ids[phrase]!, table, index);
    }
    return this.#places[this.#next] ?? Infinity;
  }

  /** Keeps the last lines counted, before the table's bytes go. */
  settle(table: LineTable): void {
    for (const counter of this.#changed) counter.last = table.rawLine(counter.lastNumber - table.firstNumber);
    this.#changed.clear();
  }

  toJSON(): LogSummary['markers'] {
    const found: LogSummary['markers'] = {};
    for (const [id, { count, firstAt, last }] of this.#counters) {
      if (last !== undefined) found[id] = { count, ...(firstAt === undefined ? {} : { firstAt }), last };
    }
    return found;
  }

  #countLine(id: string, table: LineTable, index: number): void {
    const number = table.firstNumber + index;
    let counter = this.#counters.get(id);
    if (counter === undefined) {
      counter = { count: 0, firstAt: table.at(index), lastNumber: 0, last: undefined };
      this.#counters.set(id, counter);
    }
    if (counter.lastNumber === number) return;
    counter.count += 1;
    counter.lastNumber = number;
    this.#changed.add(counter);
  }
}
