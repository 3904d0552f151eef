/**
 * Which runs of letters and digits vary from record to record: one rule, read by the template miner (text) and by the
 * shape hash (bytes), so that two lines of the same shape always have the same masked text.
 *
 * A run is variable when it starts with a digit (numbers, 0x…, 20s, parts of UUIDs and of time stamps), or holds a digit
 * and is hexadecimal of eight or more, or holds a digit, follows a `-` and has four or more (the end of a pod's name).
 * Others are words: E4000, x509, v1alpha4.
 */
export const digit = 1;
export const hexLetter = 2;
export const otherLetter = 4;

/** Class of each byte: 0 for what ends a run. */
export const runClass = new Uint8Array(256);
for (let code = 0x30; code <= 0x39; code++) runClass[code] = digit;
for (const [first, last] of [
  [0x41, 0x5a],
  [0x61, 0x7a],
] as const) {
  for (let code = first; code <= last; code++) runClass[code] = code - first < 6 ? hexLetter : otherLetter;
}

/** `classes`: those of the run's characters or-ed; `first`: that of its first; `before`: the character before the run. */
export function isVariable(classes: number, first: number, length: number, before: number): boolean {
  if ((classes & digit) === 0) return false;
  if (first === digit) return true;
  if (length >= 8 && (classes & otherLetter) === 0) return true;
  return length >= 4 && before === 0x2d;
}
