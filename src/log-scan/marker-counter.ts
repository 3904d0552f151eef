import type { LogSummary } from '#snapshot/log-summary.ts';
import type { KeptLine } from './kept-line.ts';
import type { LineTable } from './line-table.ts';
import type { Marker } from './markers.ts';

interface Counter {
  count: number;
  firstAt: string | undefined;
  lastNumber: number;
  last: KeptLine | undefined;
}

/** Counts the lines that hold a watched phrase; the kernel finds them. */
export class MarkerCounter {
  readonly #ids: readonly string[];
  readonly #counters = new Map<string, Counter>();
  readonly #changed = new Set<Counter>();

  constructor(markers: readonly Marker[]) {
    this.#ids = markers.map((marker) => marker.id);
  }

  /** `phrases`: bit i is set when the line holds the phrase of the marker i. */
  count(table: LineTable, index: number, phrases: number): void {
    this.#ids.forEach((id, i) => {
      if (((phrases >> i) & 1) !== 0) this.#countLine(id, table, index);
    });
  }

  /** Keeps the last lines counted, before the table's bytes go. */
  settle(table: LineTable): void {
    for (const counter of this.#changed) counter.last = table.context(counter.lastNumber - table.firstNumber);
    this.#changed.clear();
  }

  toJSON(): LogSummary['markers'] {
    const found: LogSummary['markers'] = {};
    for (const [id, { count, firstAt, last }] of this.#counters) {
      if (last !== undefined)
        found[id] = { count, ...(firstAt === undefined ? {} : { firstAt }), last: last.toJSON() };
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
