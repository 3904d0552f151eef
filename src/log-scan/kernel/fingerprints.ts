import {
  bucketNeedles,
  fingerprints,
  needleBytes,
  needleLengths,
  needleOffsets,
  needleRoom,
  runClasses,
} from './assembly/layout.ts';

/** A phrase the kernel looks for; `bit` is what it sets in the flags of a line that holds it. */
export interface Needle {
  readonly phrase: string;
  /** 0 to 31 */
  readonly bit: number;
}

interface Fingerprint {
  readonly needle: Needle;
  readonly bytes: Buffer;
  /** Where in the phrase its three bytes are. */
  readonly offset: number;
}

const length = 3;
const buckets = 8;
const maxNeedles = 32;

/** Writes the tables with which the kernel finds the phrases (`assembly/phrases.ts`). A phrase has 3 to 128 bytes. */
export function writeFingerprints(memory: Buffer, needles: readonly Needle[]): void {
  const key = JSON.stringify(needles);
  if (key !== last.key) last = { key, tables: tablesOf(needles) };
  last.tables.copy(memory, fingerprints, fingerprints, runClasses);
  last.tables.copy(memory, needleBytes, needleBytes);
}

/** The last tables: nearly all logs are searched for the same phrases. */
let last: { readonly key: string; readonly tables: Buffer } = { key: '', tables: Buffer.alloc(0) };

function tablesOf(needles: readonly Needle[]): Buffer {
  const tables = Buffer.alloc(needleBytes + maxNeedles * needleRoom);
  grouped(needles.map(fingerprintOf)).forEach((prints, bucket) => {
    for (const print of prints) write(tables, print, bucket);
  });
  return tables;
}

function write(memory: Buffer, { needle, bytes, offset }: Fingerprint, bucket: number): void {
  for (let i = 0; i < length; i++) {
    const byte = bytes[offset + i]!;
    const table = fingerprints + i * 32;
    memory[table + (byte & 15)]! |= 1 << bucket;
    memory[table + 16 + (byte >> 4)]! |= 1 << bucket;
  }
  const of = bucketNeedles + bucket * 4;
  memory.writeInt32LE(memory.readInt32LE(of) | (1 << needle.bit), of);
  memory.writeInt32LE(bytes.length, needleLengths + needle.bit * 4);
  memory.writeInt32LE(offset, needleOffsets + needle.bit * 4);
  bytes.copy(memory, needleBytes + needle.bit * needleRoom);
}

/** The offset of the three consecutive bytes of the phrase that are rarest in logs. */
function fingerprintOf(needle: Needle): Fingerprint {
  const bytes = Buffer.from(needle.phrase);
  if (bytes.length < length || bytes.length > needleRoom) {
    throw new RangeError(`a phrase to look for has ${length} to ${needleRoom} bytes: ${needle.phrase}`);
  }
  const offsets = Array.from({ length: bytes.length - length + 1 }, (_, offset) => offset);
  const prints = offsets.map((offset): Fingerprint => ({ needle, bytes, offset }));
  return prints.reduce((best, print) => (passing([print]) < passing([best]) ? print : best));
}

/** Assigns each phrase, the most common first, to the bucket with the fewest additional matches: similar ones share a bucket. */
function grouped(prints: readonly Fingerprint[]): readonly (readonly Fingerprint[])[] {
  const groups = Array.from({ length: buckets }, (): Fingerprint[] => []);
  for (const print of prints.toSorted((a, b) => passing([b]) - passing([a]))) {
    const more = groups.map((group) => passing([...group, print]) - passing(group));
    groups[more.indexOf(Math.min(...more))]!.push(print);
  }
  return groups;
}

/** The share of positions in a log that match a bucket: its tables compare half bytes, in any combination. */
function passing(prints: readonly Fingerprint[]): number {
  let share = prints.length === 0 ? 0 : 1;
  for (let i = 0; i < length; i++) {
    const bytes = prints.map((print) => print.bytes[print.offset + i]!);
    const lows = new Set(bytes.map((byte) => byte & 15));
    const highs = new Set(bytes.map((byte) => byte >> 4));
    let sum = 0;
    for (const low of lows) for (const high of highs) sum += frequencyOf((high << 4) | low);
    share *= sum;
  }
  return share;
}

/** The estimated frequency of a byte in logs. */
function frequencyOf(byte: number): number {
  const rank = byFrequency.indexOf(String.fromCharCode(byte));
  return rank < 0 ? 0.001 : 0.09 * Math.exp(-rank / 11);
}

const byFrequency = ' eta"oinsr:l,d-c0m.u1pfg2/h53wy4b769k8vx=_';
