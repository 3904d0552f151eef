/** The minute since the epoch of an RFC 3339 time; undefined when the text is not one. */
export function minuteOf(time: string): number | undefined {
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 60_000);
}

const zerologTime = /"time"\s*:\s*"(\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))"/;
const plainTime = /^(\d{4})[-/](\d{2})[-/](\d{2}) (\d{2}:\d{2}:\d{2}(?:\.\d+)?) /;

/**
 * The time in a record itself, as RFC 3339: zerolog's `time` (facts §5.1), Pipy's and Go's standard logger's head.
 * The last two name no zone; containers run in UTC. klog (no year) and the human mode (no date) give none.
 */
export function ownTime(text: string): string | undefined {
  if (text.startsWith('{')) return zerologTime.exec(text)?.[1];
  const match = plainTime.exec(text);
  return match === null ? undefined : `${match[1]}-${match[2]}-${match[3]}T${match[4]}Z`;
}
