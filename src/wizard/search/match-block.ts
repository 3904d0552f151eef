import { type Needle, needleOf, normalised } from './needle.ts';

/** Texts of one block; as many as a chunk of a log has lines. */
export const blockTexts = 1024;

/** What a text costs beside its characters: to be made and normalised, and to be looked at again. */
const firstWork = 600;
const againWork = 100;

/**
 * Some texts as they are matched, and the matches of the last needle. A needle that was made longer only looks at what
 * matched before; texts that come in at the end are looked at by themselves; and all of it can be left off anywhere.
 */
export class MatchBlock {
  readonly #normal: string[] = [];
  #needle = needleOf('');
  #found: number[] = [];
  /** Matches of the needle before; those from `#at` on were not looked at again yet. */
  #candidates: readonly number[] = [];
  #at = 0;
  /** Of the texts that follow the candidates, the first that was not looked at. */
  #next = 0;

  /** Leaves off looking for another needle. */
  turnTo(needle: Needle): void {
    if (isSame(needle, this.#needle)) return;
    if (isNarrower(needle, this.#needle)) {
      this.#candidates = [...this.#found, ...this.#candidates.slice(this.#at)];
    } else {
      this.#candidates = [];
      this.#next = 0;
    }
    this.#needle = needle;
    this.#found = [];
    this.#at = 0;
  }

  /** Looks at texts until the work is done, `from` being the number of its first text. @returns the work that is left */
  lookOn(textOf: (index: number) => string, from: number, count: number, work: number): number {
    if (this.#needle.normal === '') return work;
    let left = work;
    for (; this.#at < this.#candidates.length && left > 0; this.#at += 1)
      left -= this.#look(textOf, from, this.#candidates[this.#at]!);
    for (; this.#next < count && left > 0; this.#next += 1) left -= this.#look(textOf, from, this.#next);
    return left;
  }

  /** @returns how much work it was */
  #look(textOf: (index: number) => string, from: number, index: number): number {
    const known = this.#normal[index];
    const text = known ?? (this.#normal[index] = normalised(textOf(from + index)));
    if (this.#needle.pattern.test(text)) this.#found.push(index);
    return (known === undefined ? firstWork : againWork) + text.length;
  }

  /** The matches so far; `left` is the first text of `count` that was not looked at, if there is one. */
  found(
    needle: Needle,
    count: number,
  ): { readonly indices: readonly number[]; readonly left: number | undefined } {
    if (needle.normal === '') return { indices: [], left: undefined };
    if (!isSame(needle, this.#needle)) return { indices: [], left: 0 };
    const left = this.#candidates[this.#at] ?? (this.#next < count ? this.#next : undefined);
    return { indices: this.#found, left };
  }
}

function isSame(a: Needle, b: Needle): boolean {
  return a.normal === b.normal && a.caseMatters === b.caseMatters;
}

/** Whatever matches the one matches the other, too: it stands in it, and case does not begin to be all the same. */
function isNarrower(needle: Needle, than: Needle): boolean {
  return than.normal !== '' && (needle.caseMatters || !than.caseMatters) && than.pattern.test(needle.normal);
}
