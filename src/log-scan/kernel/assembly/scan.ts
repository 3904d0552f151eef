import { clearShapes, forget, put, slotOf, valueOf } from './known-shapes';
import {
  fingerprints,
  freshGroup,
  groupCounts,
  groupInMinute,
  groupLasts,
  groupMinutes,
  keyFlag,
  levelCounts,
  levelFlags,
  lineStarts,
  maxGroups,
  maxLines,
  maxMarkers,
  noMinute,
  notShaped,
  othersCount,
  sampledEach,
  sampledFirst,
  tooLong,
  warnLevel,
} from './layout';
import { highHalves, inRow, lowHalves, passing, phrasesAt } from './phrases';
import { shapeOf } from './shape';
import { beginsWithLevel, quickLevel } from './quick-level';
import { bodyOf, forgetMinute, isUsualStamp, minuteAt } from './stamp';

export { forget, minuteAt, shapeOf };

// A line that must be read by the host; `slot` says what is known of its shape.
declare function readLine(index: i32, start: i32, body: i32, end: i32, slot: i32, flags: i32): void;

// A line that holds watched phrases; comes before the line itself does.
declare function markedLine(index: i32, phrases: i32): void;

// The first record of this signature in another minute; the host takes over the count of the minute before.
declare function newMinute(group: i32, before: i32): void;

let lineCap: i32 = 0;
let isStamped: bool = false;
/** The host wants to see every line. */
let isAttentive: bool = false;

let lineCount: i32 = 0;
let lineStart: i32 = 0;
let lineBody: i32 = 0;
/** Level of the line when its first bytes tell that it is only to be counted, or -1. */
let lineLevel: i32 = -1;
let lineFlags: i32 = 0;
let lineShape: u64 = 0;

/** Another log begins. `cap`: the bytes of a line that count. */
export function reset(cap: i32, stamped: bool): void {
  lineCap = cap;
  isStamped = stamped;
  isAttentive = false;
  clearShapes();
  forgetMinute();
  memory.fill(levelCounts, 0, othersCount + 4 - levelCounts);
  for (let group: i32 = 0; group < maxGroups; group++) resetGroup(group);
}

export function resetGroup(group: i32): void {
  const offset = group << 2;
  store<u32>(groupCounts + offset, 0);
  store<i32>(groupLasts + offset, -1);
  store<i32>(groupMinutes + offset, freshGroup);
  store<u32>(groupInMinute + offset, 0);
}

/** Where the text of a line begins that ends before `newline`. */
export function lineBodyOf(start: i32, newline: i32): i32 {
  return isStamped ? bodyOf(start, newline) : start;
}

export function attend(every: bool): void {
  isAttentive = every;
}

/** A new table of lines, the first of which begins at `start`. */
export function restart(start: i32): void {
  lineStart = start;
  lineCount = 0;
}

export function count(): i32 {
  return lineCount;
}

/** Where the line behind the table begins. */
export function next(): i32 {
  return lineStart;
}

/** Remembers the shape of the line that is being read. */
export function remember(value: u32): void {
  put(lineShape, value);
}

/** Goes over the lines up to `to`, which is behind a line end; stops earlier when the table is full. */
export function scan(to: i32): void {
  if (lineCount >= maxLines) return;
  const newline = i8x16.splat(0x0a);
  const nothing = i8x16.splat(0);
  const low0 = v128.load(fingerprints);
  const high0 = v128.load(fingerprints, 16);
  const low1 = v128.load(fingerprints, 32);
  const high1 = v128.load(fingerprints, 48);
  const low2 = v128.load(fingerprints, 64);
  const high2 = v128.load(fingerprints, 80);
  // What passed as first and as second byte of a fingerprint in the sixteen places before.
  let first = nothing;
  let second = nothing;
  let at = begin(lineStart, to);
  while (at < to) {
    // Thirty-two places at once, in two halves.
    const left = v128.load(at);
    const leftLow = lowHalves(left);
    const leftHigh = highHalves(left);
    const leftFirst = passing(low0, high0, leftLow, leftHigh);
    const leftSecond = passing(low1, high1, leftLow, leftHigh);
    const leftThird = passing(low2, high2, leftLow, leftHigh);
    const leftFound = inRow(first, leftFirst, second, leftSecond, leftThird);
    const leftEnds = i8x16.eq(left, newline);

    const right = v128.load(at, 16);
    const rightLow = lowHalves(right);
    const rightHigh = highHalves(right);
    first = passing(low0, high0, rightLow, rightHigh);
    second = passing(low1, high1, rightLow, rightHigh);
    const rightThird = passing(low2, high2, rightLow, rightHigh);
    const rightFound = inRow(leftFirst, first, leftSecond, second, rightThird);
    const rightEnds = i8x16.eq(right, newline);

    if (!v128.any_true(v128.or(v128.or(leftEnds, leftFound), v128.or(rightEnds, rightFound)))) {
      at += 32;
      continue;
    }
    const endBits = i8x16.bitmask(leftEnds) | (i8x16.bitmask(rightEnds) << 16);
    const leftBits = i8x16.bitmask(i8x16.ne(leftFound, nothing));
    const rightBits = i8x16.bitmask(i8x16.ne(rightFound, nothing));
    let bits = endBits | leftBits | (rightBits << 16);
    if (to - at < 32) bits &= (1 << (to - at)) - 1;
    const block = at;
    at += 32;
    for (; bits != 0; bits &= bits - 1) {
      const place = ctz(bits);
      if (((endBits >> place) & 1) == 0) {
        // A fingerprint is found where its third byte is.
        lineFlags |= phrasesAt(block + place - 2, lineBody, min(to, lineStart + lineCap));
        continue;
      }
      finish(block + place);
      if (lineCount >= maxLines) return;
      const on = begin(lineStart, to);
      if (on == lineStart) continue;
      at = on;
      first = nothing;
      second = nothing;
      break;
    }
  }
}

/** Reads the head of a line; answers where to look for its end. */
function begin(start: i32, to: i32): i32 {
  lineStart = start;
  lineBody = start;
  lineFlags = 0;
  lineLevel = -1;
  if (to - start < 64) {
    if (isStamped) lineBody = bodyOf(start, endNear(start, to));
    return start;
  }
  if (isStamped) lineBody = isUsualStamp(start) ? start + 31 : bodyOf(start, endNear(start, to));
  if (!beginsWithLevel(lineBody)) return start;
  lineLevel = quickLevel(lineBody);
  // What was compared holds no line end.
  return lineBody + 10;
}

/** The end of the line, if it is near enough to matter for its time stamp. */
function endNear(start: i32, to: i32): i32 {
  const limit = min(to, start + 40);
  for (let at = start; at < limit; at++) if (load<u8>(at) == 0x0a) return at;
  return limit;
}

function finish(newline: i32): void {
  const start = lineStart;
  const index = lineCount;
  store<i32>(lineStarts + (index << 2), start);
  lineCount = index + 1;
  lineStart = newline + 1;
  const marked = lineFlags & ((1 << maxMarkers) - 1);
  if (marked != 0) markedLine(index, marked);
  if (newline - start > lineCap) {
    readLine(index, start, lineBody, newline, tooLong, lineFlags);
    return;
  }
  const end = newline > start && load<u8>(newline - 1) == 0x0d ? newline - 1 : newline;
  const isObject = lineBody < end && load<u8>(lineBody) == 0x7b;
  if (isAttentive || !isObject || (lineFlags & keyFlag) != 0) {
    readLine(index, start, lineBody, end, notShaped, lineFlags);
    return;
  }
  if (lineLevel < 0 && end - lineBody >= 17 && beginsWithLevel(lineBody)) lineLevel = quickLevel(lineBody);
  if (lineLevel >= 0 && end - lineBody >= 17 && load<u8>(end - 1) == 0x7d && (lineFlags & levelFlags) == 0) {
    increment(levelCounts + (lineLevel << 2));
    return;
  }
  lineShape = shapeOf(lineBody, end);
  const slot = slotOf(lineShape);
  if (slot < 0 || !countKnown(index, start, slot)) readLine(index, start, lineBody, end, slot, lineFlags);
}

/** Counts a line of a known shape, unless the host must see it. */
function countKnown(index: i32, start: i32, slot: i32): bool {
  const value = valueOf(slot);
  const level = <i32>(value & 0xff);
  const group = <i32>(value >> 8) - 1;
  if (group < 0) {
    if (level >= warnLevel) increment(othersCount);
  } else {
    // Values are sampled; and without a time stamp the line must be read for its time.
    const before = load<i32>(groupCounts + (group << 2));
    if (before < sampledFirst || before % sampledEach == 0 || lineBody == start) return false;
    countRecord(group, index, minuteAt(start, lineBody));
  }
  increment(levelCounts + (level << 2));
  return true;
}

/** One more record of a signature. */
export function countRecord(group: i32, index: i32, minute: i32): void {
  const offset = group << 2;
  increment(groupCounts + offset);
  store<i32>(groupLasts + offset, index);
  if (minute == noMinute) return;
  if (load<i32>(groupMinutes + offset) != minute) {
    newMinute(group, load<i32>(groupMinutes + offset));
    store<i32>(groupMinutes + offset, minute);
    store<u32>(groupInMinute + offset, 0);
  }
  increment(groupInMinute + offset);
}

function increment(address: i32): void {
  store<u32>(address, load<u32>(address) + 1);
}
