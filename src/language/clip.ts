/** A recovered panic without what Go's HTTP server writes before it: who called, which differs from line to line. */
export function withoutPanicLead(message: string): string {
  return message.replace(/^(?:\S+ \S+ )?http: panic serving \S+: /u, '');
}

/**
 * Raw words of the cluster on one line of at most `max` characters: a title is a list row, and a log message or an
 * event may be a page long. The whole stands in the evidence.
 */
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
