import type { Snapshot } from '#snapshot/snapshot.ts';

/** One piece of work under way. */
export interface UnderWay {
  /** e.g. `pods (osm-system)` */
  readonly what: string;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/** How far a reading is. */
export interface Progress {
  readonly done: number;
  /** Grows while reading: pods have to be known before their logs are asked for. */
  readonly total: number;
  /** What is under way, oldest first. */
  readonly current: readonly UnderWay[];
  /** RFC 3339. */
  readonly startedAt: string;
}

export type OnUpdate = (snapshot: Snapshot, progress: Progress) => void;

/** Holds the snapshot while facts come in. Each change makes a new snapshot; those who watch are told a few times a second. */
export class SnapshotBuilder {
  #onUpdate: OnUpdate;
  readonly #everyMs: number;
  readonly #current: UnderWay[] = [];
  readonly #startedAt: string;
  #snapshot: Snapshot;
  #done = 0;
  #total = 0;
  #timer: NodeJS.Timeout | undefined;
  #toldAt = -Infinity;

  constructor(snapshot: Snapshot, startedAt: string, onUpdate: OnUpdate = () => {}, everyMs = 80) {
    this.#snapshot = snapshot;
    this.#startedAt = startedAt;
    this.#onUpdate = onUpdate;
    this.#everyMs = everyMs;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  get progress(): Progress {
    return { done: this.#done, total: this.#total, current: [...this.#current], startedAt: this.#startedAt };
  }

  change(change: (snapshot: Snapshot) => Snapshot): void {
    this.#snapshot = change(this.#snapshot);
    this.#tellSoon();
  }

  /** Counts a piece of work, and shows its label while it runs. */
  async track<T>(label: string, work: () => Promise<T>): Promise<T> {
    this.#total += 1;
    const underWay = { what: label, since: Date.now() };
    this.#current.push(underWay);
    this.#tellSoon();
    try {
      return await work();
    } finally {
      this.#done += 1;
      this.#current.splice(this.#current.indexOf(underWay), 1);
      this.#tellSoon();
    }
  }

  /** Tells the last state at once, and is silent afterwards. */
  finish(): Snapshot {
    this.#onUpdate(this.#snapshot, this.progress);
    this.stop();
    return this.#snapshot;
  }

  /** No more updates, whatever is still under way: the reading failed. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#onUpdate = () => {};
  }

  #tellSoon(): void {
    if (this.#timer) return;
    const wait = Math.max(0, this.#toldAt + this.#everyMs - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#toldAt = performance.now();
      this.#onUpdate(this.#snapshot, this.progress);
    }, wait);
  }
}
