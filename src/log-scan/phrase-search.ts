/** Called for every place where a phrase begins, in rising order of `at`; `phrase` is its index in the list. */
export type OnPhrase = (at: number, phrase: number) => void;

/**
 * Finds many phrases in one pass (Wu and Manber's algorithm with blocks of two bytes): it looks at the end of a
 * window as long as the shortest phrase and skips ahead as far as no phrase can fit, so most bytes are never read.
 */
export function phraseSearcher(
  phrases: readonly string[],
): (bytes: Uint8Array, from: number, to: number, found: OnPhrase) => void {
  const needles = phrases.map((phrase) => new TextEncoder().encode(phrase));
  if (needles.length === 0) return () => undefined;
  const window = Math.min(...needles.map((needle) => needle.length), 250);
  if (window < 2) throw new RangeError('a phrase to search for needs at least two bytes');

  // Keyed by a block's two bytes: how far the window may move on, and the needles whose window ends with it.
  const shifts = new Uint8Array(65536).fill(window - 1);
  const endingWith = new Map<number, number[]>();
  needles.forEach((needle, index) => {
    for (let at = 0; at <= window - 2; at++) {
      const block = blockAt(needle, at);
      shifts[block] = Math.min(shifts[block] ?? 0, window - 2 - at);
    }
    const last = blockAt(needle, window - 2);
    endingWith.set(last, [...(endingWith.get(last) ?? []), index]);
  });

  return (bytes, from, to, found) => {
    let end = from + window - 2;
    const stop = to - 1;
    while (end < stop) {
      const block = (bytes[end]! << 8) | bytes[end + 1]!;
      const shift = shifts[block]!;
      if (shift !== 0) {
        end += shift;
        continue;
      }
      const start = end - (window - 2);
      for (const index of endingWith.get(block) ?? []) {
        if (startsWith(bytes, start, to, needles[index]!)) found(start, index);
      }
      end += 1;
    }
  };
}

function blockAt(needle: Uint8Array, at: number): number {
  return (needle[at]! << 8) | needle[at + 1]!;
}

function startsWith(bytes: Uint8Array, start: number, to: number, needle: Uint8Array): boolean {
  if (start + needle.length > to) return false;
  for (let i = 0; i < needle.length; i++) if (bytes[start + i] !== needle[i]) return false;
  return true;
}
