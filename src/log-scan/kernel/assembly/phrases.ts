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

/** For each byte of `text` the buckets that have it in this place of a fingerprint. */
export function buckets(low: v128, high: v128, text: v128): v128 {
  const halves = i8x16.splat(0x0f);
  return v128.and(
    i8x16.swizzle(low, v128.and(text, halves)),
    i8x16.swizzle(high, v128.and(i16x8.shr_u(text, 4), halves)),
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
