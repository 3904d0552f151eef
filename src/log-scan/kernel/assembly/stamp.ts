import { noMinute } from './layout';

// The minute since the epoch of an RFC 3339 time; the host knows how to read one.
declare function readMinute(start: i32, end: i32): i32;

/** `2026-11-23T09:15` is sixteen bytes; they and the zone say which minute it is. */
let knownMinute: i32 = noMinute;
let knownText: v128 = i8x16.splat(0);
let knownZone: u64 = 0;

/** Longest stamp with its space: 2026-11-23T09:15:35.559201822+09:00 */
const longest: i32 = 36;

/**
 * Where the text of a line begins: behind the time stamp the kubelet puts before it when asked to (RFC 3339 with up to nine
 * decimals, then a space), or at `start` when there is none.
 */
export function bodyOf(start: i32, end: i32): i32 {
  if (end - start < 21 || load<u8>(start, 4) != 0x2d || load<u8>(start, 10) != 0x54) return start;
  if (load<u8>(start, 7) != 0x2d || load<u8>(start, 13) != 0x3a || load<u8>(start, 16) != 0x3a) return start;
  if (<u32>load<u8>(start) - 0x30 > 9) return start;
  const limit = min(end, start + longest);
  for (let at = start + 19; at < limit; at++) {
    const byte = load<u8>(at);
    if (byte == 0x20) return at + 1;
    // Anything else is no time, and might be worth hiding: digits, and + - . : Z
    if (byte > 0x3a ? byte != 0x5a : byte < 0x2b || byte == 0x2c || byte == 0x2f) return start;
  }
  return start;
}

/** Whether the line begins with the stamp nearly all have, `2026-11-23T09:15:35.559201822Z `: then the text is at 31. */
export function isUsualStamp(start: i32): bool {
  const head = v128.load(start);
  const tail = v128.load(start, 14);
  const mask = i8x16(0, 0, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0);
  const signs = i8x16(0, 0, 0, 0, 0x2d, 0, 0, 0x2d, 0, 0, 0x54, 0, 0, 0x3a, 0, 0);
  const decimals = i8x16(-1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1);
  const digits = i8x16.le_u(i8x16.sub(tail, i8x16.splat(0x30)), i8x16.splat(9));
  return (
    load<u16>(start, 29) == 0x205a &&
    load<u8>(start, 16) == 0x3a &&
    load<u8>(start, 19) == 0x2e &&
    <u32>load<u8>(start) - 0x30 <= 9 &&
    i8x16.all_true(i8x16.eq(v128.and(head, mask), signs)) &&
    i8x16.all_true(v128.or(digits, decimals)) &&
    // No line end before.
    i8x16.all_true(i8x16.gt_s(i8x16.min_s(head, tail), i8x16.splat(0x20)))
  );
}

/** The minute of the stamp between `start` and `body`, remembered while the minute and the zone stay the same. */
export function minuteAt(start: i32, body: i32): i32 {
  if (body - start < 18) return noMinute;
  const text = v128.load(start);
  // Z, or the sign, hours and minutes of the zone.
  const zone = load<u8>(body - 2) == 0x5a ? 0x5a : load<u64>(body - 8) >> 8;
  if (zone == knownZone && i8x16.all_true(i8x16.eq(text, knownText))) return knownMinute;
  knownText = text;
  knownZone = zone;
  knownMinute = readMinute(start, body - 1);
  return knownMinute;
}

/** Another log begins. */
export function forgetMinute(): void {
  knownZone = 0;
}
