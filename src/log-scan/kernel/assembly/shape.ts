import { firstBytes, runClasses } from './layout';

// The rule is that of `variable-runs.ts`: see there what a run is and which ones vary.
const otherLetter: i32 = 4;

const multiplier: u64 = 0x9e3779b97f4a7c15;
const otherMultiplier: u64 = 0xc2b2ae3d27d4eb4f;
const seed: u64 = 0x2545f4914f6cdd1d;
/** Stands for the variable run behind a text. */
const variable: u64 = 0xd6e8feb86659fd93;

function classOf(at: i32): i32 {
  return <i32>load<u8>(runClasses + <i32>load<u8>(at));
}

function mixed(hash: u64, first: u64, second: u64): u64 {
  const product = (hash ^ first) * multiplier;
  // This half does not wait for the other.
  const other = (second ^ seed) * otherMultiplier;
  return (product ^ (product >> 29)) + (other ^ (other >> 32));
}

/**
 * The bytes go in as they are, sixteen at a time, and with the last of them their number, so that no two lists of texts are
 * taken for one. Few branches: nobody can foretell how long a text is.
 */
function mixedText(before: u64, from: i32, to: i32): u64 {
  let hash = before;
  let at = from;
  for (; to - at > 16; at += 16) hash = mixed(hash, load<u64>(at), load<u64>(at, 8));
  const rest = v128.and(v128.load(at), v128.load(firstBytes + 16 - (to - at)));
  return mixed(hash + <u64>(to - from), i64x2.extract_lane(rest, 0), i64x2.extract_lane(rest, 1));
}

/** Where the run ends that holds the byte at `from`. */
function runEnd(from: i32, to: i32): i32 {
  for (let at = from; at < to; at += 16) {
    const text = v128.load(at);
    const letters = i8x16.sub(v128.or(text, i8x16.splat(0x20)), i8x16.splat(0x61));
    const isRun = v128.or(isDigit(text), i8x16.le_u(letters, i8x16.splat(25)));
    const others = i8x16.bitmask(isRun) ^ 0xffff;
    if (others != 0) return min(to, at + ctz(others));
  }
  return to;
}

function isDigit(text: v128): v128 {
  return i8x16.le_u(i8x16.sub(text, i8x16.splat(0x30)), i8x16.splat(9));
}

/**
 * A hash of the line's bytes with its variable runs left out: lines of the same statement that differ in numbers, addresses,
 * UUIDs or hashes have the same shape. 64 bits, so chance collisions are out of reach. Never 0. Only stretches with digits
 * are looked at closely: a run without one does not vary.
 */
export function shapeOf(from: i32, to: i32): u64 {
  let hash = seed;
  /** Where the text begins that has not gone into the hash. */
  let literal = from;
  let at = from;
  while (at < to) {
    const digits = i8x16.bitmask(isDigit(v128.load(at)));
    if (digits == 0) {
      at += 16;
      continue;
    }
    const first = at + ctz(digits);
    if (first >= to) break;
    let start = first;
    while (start > from && classOf(start - 1) != 0) start -= 1;
    const end = runEnd(first, to);
    if (start == first || varies(start, end, start > from ? <i32>load<u8>(start - 1) : 0)) {
      hash = mixedText(hash + variable, literal, start);
      literal = end;
    }
    at = end;
  }
  hash = mixedText(hash, literal, to);
  return hash == 0 ? 1 : hash;
}

/** A run with a digit that is not its first character. */
function varies(start: i32, end: i32, before: i32): bool {
  if (end - start >= 4 && before == 0x2d) return true;
  if (end - start < 8) return false;
  for (let at = start; at < end; at++) if ((classOf(at) & otherLetter) != 0) return false;
  return true;
}
