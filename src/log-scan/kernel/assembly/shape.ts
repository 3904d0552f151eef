import { runClasses } from './layout';

// The rule is that of `variable-runs.ts`: see there what a run is and which ones vary.
const digit: i32 = 1;
const otherLetter: i32 = 4;

const multiplier: u64 = 0x9e3779b97f4a7c15;
const seed: u64 = 0x2545f4914f6cdd1d;
/** Stands for a variable run. */
const variable: u64 = 0xd6e8feb86659fd93;

function classOf(at: i32): i32 {
  return <i32>load<u8>(runClasses + <i32>load<u8>(at));
}

function mixed(hash: u64, value: u64): u64 {
  const product = (hash ^ value) * multiplier;
  return product ^ (product >> 29);
}

/** The bytes go in as they are, eight at a time, then their number, so that no two lists of texts are taken for one. */
function mixedText(before: u64, from: i32, to: i32): u64 {
  let hash = before;
  let at = from;
  for (; at + 8 <= to; at += 8) hash = mixed(hash, load<u64>(at));
  const rest = to - at;
  if (rest > 0) hash = mixed(hash, load<u64>(at) << (64 - (rest << 3)));
  return mixed(hash, <u64>(to - from));
}

/**
 * A hash of the line's bytes with its variable runs left out: lines of the same statement that differ in numbers, addresses,
 * UUIDs or hashes have the same shape. 64 bits, so chance collisions are out of reach. Never 0. Only stretches with digits
 * are looked at byte by byte: a run without one does not vary.
 */
export function shapeOf(from: i32, to: i32): u64 {
  let hash = seed;
  /** Where the text begins that has not gone into the hash. */
  let literal = from;
  let at = from;
  while (at < to) {
    const offsets = i8x16.sub(v128.load(at), i8x16.splat(0x30));
    const digits = i8x16.bitmask(i8x16.le_u(offsets, i8x16.splat(9)));
    if (digits == 0) {
      at += 16;
      continue;
    }
    const first = at + ctz(digits);
    if (first >= to) break;
    let start = first;
    while (start > at && classOf(start - 1) != 0) start -= 1;
    if (start == at) while (start > from && classOf(start - 1) != 0) start -= 1;
    let classes: i32 = 0;
    let end = start;
    for (; end < to; end++) {
      const kind = classOf(end);
      if (kind == 0) break;
      classes |= kind;
    }
    if (varies(start, end, classes, start > from ? <i32>load<u8>(start - 1) : 0)) {
      hash = mixed(mixedText(hash, literal, start), variable);
      literal = end;
    }
    at = end;
  }
  hash = mixedText(hash, literal, to);
  return hash == 0 ? 1 : hash;
}

function varies(start: i32, end: i32, classes: i32, before: i32): bool {
  if (classOf(start) == digit) return true;
  if (end - start >= 8 && (classes & otherLetter) == 0) return true;
  return end - start >= 4 && before == 0x2d;
}
