/** The bytes as text, at most `limit` of them, cut between characters and ended with `…`. Bad UTF-8 becomes U+FFFD. */
export function clippedText(bytes: Buffer, start: number, end: number, limit: number): string {
  if (end - start <= limit) return bytes.toString('utf8', start, end);
  let cut = start + limit;
  // A character has at most three continuation bytes; what has more is no UTF-8 and is cut as it comes.
  while (cut > start + limit - 3 && (bytes[cut]! & 0xc0) === 0x80) cut -= 1;
  return `${bytes.toString('utf8', start, cut)}…`;
}

/** The same for text whose bytes are gone; `limit` in UTF-16 units. */
export function clipped(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}…`;
}

/** A copy of its own: part of a long text would keep the whole of it in memory. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
