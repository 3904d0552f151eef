import {
  bucketNeedles,
  fingerprints,
  keyFlag,
  levelFlag,
  needleBytes,
  needleLengths,
  needleOffsets,
  needleRoom,
} from './layout';

// Many phrases in one pass (the method of Hyperscan's Teddy): three bytes of each phrase are looked up by their halves in
// tables of sixteen entries, for sixteen places at once; what passes is compared.

/** The lower halves of bytes. */
export function lowHalves(text: v128): v128 {
  return v128.and(text, i8x16.splat(0x0f));
}

export function highHalves(text: v128): v128 {
  return v128.and(i16x8.shr_u(text, 4), i8x16.splat(0x0f));
}

/** For each byte, given by its halves, the buckets that have it in the place of a fingerprint that the tables are for. */
export function passing(lows: v128, highs: v128, low: v128, high: v128): v128 {
  return v128.and(i8x16.swizzle(lows, low), i8x16.swizzle(highs, high));
}

/**
 * For each place the buckets of which a whole fingerprint ends there: its byte passes as third, the one before it as second,
 * the one before that as first. `before…`: the sixteen places before.
 */
export function inRow(beforeFirst: v128, first: v128, beforeSecond: v128, second: v128, third: v128): v128 {
  return v128.and(
    third,
    v128.and(
      i8x16.shuffle(beforeSecond, second, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30),
      i8x16.shuffle(beforeFirst, first, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29),
    ),
  );
}

function bucketsAt(at: i32): u32 {
  let buckets: u32 = 0xff;
  for (let i: i32 = 0; i < 3; i++) {
    const byte = <i32>load<u8>(at + i);
    const table = fingerprints + i * 32;
    buckets &= (<u32>load<u8>(table + (byte & 15))) & (<u32>load<u8>(table + 16 + (byte >> 4)));
  }
  return buckets;
}

/** The bits of the phrases whose fingerprint is at `at`, as far as they lie between `from` and `to`. */
export function phrasesAt(at: i32, from: i32, to: i32): i32 {
  let found: i32 = 0;
  for (let buckets = bucketsAt(at); buckets != 0; buckets &= buckets - 1) {
    let needles = load<u32>(bucketNeedles + (ctz(buckets) << 2));
    for (; needles != 0; needles &= needles - 1) {
      const needle = ctz(needles);
      const start = at - load<i32>(needleOffsets + (needle << 2));
      const length = load<i32>(needleLengths + (needle << 2));
      if (start < from) continue;
      const bit = 1 << needle;
      // Only what the length cap leaves of a line counts, but a private key is one wherever it is named.
      if (start + length > to && bit != keyFlag) continue;
      // The first key of the line, as zerolog writes it.
      if (bit == levelFlag && start == from + 1) continue;
      if (memory.compare(start, needleBytes + needle * needleRoom, length) == 0) found |= bit;
    }
  }
  return found;
}
