/** The clock of every built snapshot. */
export const readAt = '2026-11-23T09:00:00.000Z';

/** The instant so many seconds before `readAt`, RFC 3339 as Kubernetes writes it. */
export function ago(seconds: number): string {
  return new Date(Date.parse(readAt) - seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** The instant so many seconds after `readAt`. */
export const ahead = (seconds: number): string => ago(-seconds);
