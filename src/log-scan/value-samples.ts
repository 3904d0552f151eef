import { bounds } from './bounds.ts';
import { clipped, detached } from './clip.ts';
import { valuesAt } from './template.ts';
import { wildcard } from './tokens.ts';

/** The distinct values first seen at each `<*>` of a template: `bounds.valuesEach` of them, for `bounds.valuePositions`. */
export class ValueSamples {
  /** By word of the template, then by `<*>` in that word. */
  readonly #byWord = new Map<number, string[][]>();

  add(template: readonly string[], raw: readonly string[]): void {
    let positions = 0;
    for (let i = 0; i < template.length && positions < bounds.valuePositions; i++) {
      const word = template[i]!;
      if (!word.includes(wildcard)) continue;
      const values = valuesAt(word, raw[i] ?? '');
      const samples = this.#samplesOf(i, values.length);
      values.forEach((value, at) => addTo(samples[at]!, value));
      positions += values.length;
    }
  }

  /** The word as a whole became variable: drops the values of its parts. */
  forget(word: number): void {
    this.#byWord.delete(word);
  }

  list(template: readonly string[]): string[][] {
    return template
      .flatMap((word, i) => (word.includes(wildcard) ? (this.#byWord.get(i) ?? []) : []))
      .slice(0, bounds.valuePositions)
      .map((values) => [...values]);
  }

  #samplesOf(word: number, count: number): string[][] {
    const known = this.#byWord.get(word);
    if (known?.length === count) return known;
    const fresh = Array.from({ length: count }, (): string[] => []);
    this.#byWord.set(word, fresh);
    return fresh;
  }
}

function addTo(sample: string[], value: string): void {
  if (sample.length >= bounds.valuesEach) return;
  const kept = clipped(value, bounds.valueChars);
  if (!sample.includes(kept)) sample.push(detached(kept));
}
