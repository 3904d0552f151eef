import type { LogSignature } from '#snapshot/log-summary.ts';
import { bounds } from './bounds.ts';

/** Counts over time in at most `bounds.histogramBuckets` buckets; when there would be more, pairs of buckets are merged. */
export class Histogram {
  #start: number | undefined;
  #minutes = 1;
  #counts: number[] = [];

  /** Adds records of a `minute` since the epoch. A record from before the first minute counts there: streams interleave. */
  add(minute: number, count: number): void {
    this.#start ??= minute;
    let bucket = Math.max(0, Math.floor((minute - this.#start) / this.#minutes));
    while (bucket >= bounds.histogramBuckets) {
      this.#halve();
      bucket = Math.floor((minute - this.#start) / this.#minutes);
    }
    while (this.#counts.length <= bucket) this.#counts.push(0);
    this.#counts[bucket]! += count;
  }

  #halve(): void {
    const halved: number[] = [];
    for (let i = 0; i < this.#counts.length; i += 2) {
      halved.push((this.#counts[i] ?? 0) + (this.#counts[i + 1] ?? 0));
    }
    this.#counts = halved;
    this.#minutes *= 2;
  }

  toJSON(): LogSignature['histogram'] {
    return {
      ...(this.#start === undefined ? {} : { startAt: isoMinute(this.#start) }),
      bucketSeconds: this.#minutes * 60,
      counts: [...this.#counts],
    };
  }
}

function isoMinute(minute: number): string {
  return new Date(minute * 60_000).toISOString().replace('.000Z', 'Z');
}
