const prefix = new TextEncoder().encode('{"level":"');

/** What `quickLevel` answers for a line it does not vouch for. */
export const unknownLevel = -1;

/**
 * The rank (0 trace, 1 debug, 2 info) of a line that is one of the many of no interest, told from its first bytes as
 * zerolog writes them (facts §5.1: `level` comes first), or `unknownLevel`: then the line must be parsed.
 */
export function quickLevel(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 17 || bytes[end - 1] !== 0x7d) return unknownLevel;
  for (let i = 0; i < prefix.length; i++) if (bytes[start + i] !== prefix[i]) return unknownLevel;
  const at = start + prefix.length;
  const word = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  if (word === info) return bytes[at + 4] === 0x22 ? 2 : unknownLevel;
  if (word === debu) return bytes[at + 4] === 0x67 && bytes[at + 5] === 0x22 ? 1 : unknownLevel;
  if (word === trac) return bytes[at + 4] === 0x65 && bytes[at + 5] === 0x22 ? 0 : unknownLevel;
  return unknownLevel;
}

const info = 0x696e666f;
const debu = 0x64656275;
const trac = 0x74726163;
