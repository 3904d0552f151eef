/** A recovered panic without what Go's HTTP server writes before it: who called, which differs from line to line. */
export function withoutPanicLead(message: string): string {
  return message.replace(/^(?:\S+ \S+ )?http: panic serving \S+: /u, '');
}

/**
 * Raw words of the cluster in a title, on one line. Whoever draws it cuts it to the room there is; only what is a page
 * long is cut here, for reports and JSON.
 */
export function titleWords(raw: string): string {
  return clip(raw, 160);
}

/** Raw words of the cluster on one line of at most `max` characters. The whole stands in the evidence. */
export function clip(raw: string, max: number): string {
  const line = raw.replaceAll(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= max
    ? line
    : `${characters
        .slice(0, max - 3)
        .join('')
        .trimEnd()}...`;
}
