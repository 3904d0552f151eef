/** Sixteen hexadecimal digits that only depend on the parts (two FNV-1a hashes of 32 bits with different seeds). */
export function stableHash(parts: readonly (string | undefined)[]): string {
  const bytes = new TextEncoder().encode(parts.map((part) => part ?? '').join('\u0000'));
  return hash(bytes, 0x811c9dc5) + hash(bytes, 0x9747b28c);
}

function hash(bytes: Uint8Array, seed: number): string {
  let value = seed;
  for (const byte of bytes) value = Math.imul(value ^ byte, 0x01000193);
  // FNV alone only carries upwards.
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return ((value ^ (value >>> 13)) >>> 0).toString(16).padStart(8, '0');
}
