import { digit, isVariable, runClass } from './variable-runs.ts';

/**
 * A hash of the line's bytes with its variable runs left out: lines of the same statement that differ in numbers,
 * addresses, UUIDs or hashes have the same shape. 53 bits, so a number holds it and chance collisions are out of reach.
 */
export function shapeOf(bytes: Uint8Array, start: number, end: number): number {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  let at = start;
  let before = 0;
  while (at < end) {
    const byte = bytes[at]!;
    let kind = runClass[byte]!;
    if (kind === 0) {
      a = Math.imul(a ^ byte, multiplierA);
      b = Math.imul(b ^ byte, multiplierB);
      before = byte;
      at += 1;
      continue;
    }
    const from = at;
    const first = kind;
    let classes = 0;
    let runA = a;
    let runB = b;
    while (kind !== 0) {
      const character = bytes[at]!;
      classes |= kind;
      runA = Math.imul(runA ^ character, multiplierA);
      runB = Math.imul(runB ^ character, multiplierB);
      at += 1;
      kind = at < end ? runClass[bytes[at]!]! : 0;
    }
    if ((classes & digit) !== 0 && isVariable(classes, first, at - from, before)) {
      runA = Math.imul(a ^ variable, multiplierA);
      runB = Math.imul(b ^ variable, multiplierB);
    }
    a = runA;
    b = runB;
    before = 0;
  }
  b ^= b >>> 15; // multiplications carry upwards only: the high bits must reach those that are kept
  return (a >>> 0) * 0x200000 + (b & 0x1fffff);
}

const multiplierA = 0x01000193;
const multiplierB = 0x85ebca6b;

/** Stands for a variable run; no byte of a log has this value. */
const variable = 0x1ff;
