/**
 * Where everything is in the kernel's memory, and the numbers both sides speak. Read as AssemblyScript by the kernel and as
 * TypeScript by `kernel.ts`, so there is nothing but plain numbers here. Sizes and addresses are in bytes.
 */

/** Two tables of 16 bytes for each of the three bytes of a fingerprint. */
export const fingerprints = 64;
/** For each of the eight buckets a bit set of the needles in it. */
export const bucketNeedles = 160;
export const needleLengths = 192;
/** Where in the needle its fingerprint is. */
export const needleOffsets = 320;
/** `runClass` of `variable-runs.ts`. */
export const runClasses = 512;
/** Sixteen bytes with all bits set and sixteen with none: from `firstBytes + 16 - n` on, a mask of the first n bytes. */
export const firstBytes = 832;
/** Records by level. */
export const levelCounts = 768;
/** Records of a known shape whose signature found no room. */
export const othersCount = 800;
export const needleBytes = 1024;
export const needleRoom = 128;

/** A signature has a number below this one in the kernel. */
export const maxGroups = 1024;
export const groupCounts = 8192;
/** Index of the last line counted in this table, or -1. */
export const groupLasts = 12288;
/** The minute that `groupInMinute` counts. */
export const groupMinutes = 16384;
export const groupInMinute = 20480;

/** Shapes that are known: a hash of 64 bits and a value of 32 in 16 bytes each. */
export const shapes = 32768;
export const shapeSlots = 8192;

/** Where the lines of the table begin. */
export const lineStarts = 163840;
export const maxLines = 32768;

export const window = 327680;
export const windowBytes = 1048576;
/** Pages of 64 KiB: the window and one more, because vectors are read beyond its end. */
export const pages = 22;

/** Bits of `flags`: needle i sets bit i. */
export const maxMarkers = 28;
/** A key `level` that is not the first key of the line. */
export const levelFlag = 0x10000000;
/** The same, and both bits of what may be a letter of such a key, written as an escape. */
export const levelFlags = -0x30000000;
/** The name of a private key: its lines are not to be seen. */
export const keyFlag = 0x20000000;

/** In place of a slot: no object, or nobody may remember its shape. */
export const notShaped = -1;
/** In place of a slot: an object whose shape is not known. */
export const unknownShape = -2;
/** In place of a slot: longer than the cap. */
export const tooLong = -3;

/** In place of a minute: the line has no time stamp, or none that can be read. */
export const noMinute = -2147483648;
/** In place of a minute: the signature has none yet. */
export const freshGroup = -2147483647;

export const warnLevel = 3;
/** The first records of a signature are parsed in full, and one in so many after. */
export const sampledFirst = 64;
export const sampledEach = 1024;
