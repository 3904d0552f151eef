import { shapes, shapeSlots, unknownShape } from './layout';

// A table of open addressing: which signature the lines of a shape belong to. A value is the level and, above its eight
// bits, the signature's number plus one; 0: only the level is counted, or there was no room for the signature.

const mask: i32 = shapeSlots - 1;
/** The signature is gone: the line must be parsed again. */
const forgotten: u32 = 0xffffffff;

let used: i32 = 0;

function addressOf(slot: i32): i32 {
  return shapes + (slot << 4);
}

/** Where the hash is, or would be. */
function placeOf(hash: u64): i32 {
  let slot = (<i32>(hash >> 32)) & mask;
  // There is always an empty one: no more than half are used.
  for (
    let known = load<u64>(addressOf(slot));
    known != hash && known != 0;
    known = load<u64>(addressOf(slot))
  ) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

/** The slot of a shape, or `unknownShape`. */
export function slotOf(hash: u64): i32 {
  const slot = placeOf(hash);
  const address = addressOf(slot);
  return load<u64>(address) == 0 || load<u32>(address, 8) == forgotten ? unknownShape : slot;
}

export function valueOf(slot: i32): u32 {
  return load<u32>(addressOf(slot), 8);
}

/** When the table is half full, all are forgotten: only speed is lost. */
export function put(hash: u64, value: u32): void {
  if (used >= shapeSlots / 2) clearShapes();
  const address = addressOf(placeOf(hash));
  if (load<u64>(address) == 0) used += 1;
  store<u64>(address, hash);
  store<u32>(address, value, 8);
}

/** The group had to make room: whoever has one of its shapes is unknown again. */
export function forget(group: i32): void {
  for (let slot: i32 = 0; slot < shapeSlots; slot++) {
    const address = addressOf(slot);
    if (load<u64>(address) != 0 && load<u32>(address, 8) >> 8 == <u32>(group + 1)) {
      store<u32>(address, forgotten, 8);
    }
  }
}

export function clearShapes(): void {
  memory.fill(shapes, 0, shapeSlots << 4);
  used = 0;
}
