import type { LogLine } from './record.ts';

/** What the controller logs while it waits for its repo server, and when it loses it (facts §5.5 rows 7, 8). */
const waiting =
  /Repo is not (?:UP|up)|error happened while (?:getting|checking) Codebase|[Cc]odebase is NOT READY|^Codebase "[^"]*" not exists/;

export function isRepoWait({ message }: LogLine): boolean {
  return waiting.test(message);
}

const cameUp = ['repo-ready', 'codebase-ready', 'http-server-starting'] as const;

/**
 * The wait is part of a normal start (facts §5.6): the repo came up later in the same log, or nothing says that it ever
 * was up (a log level above info) and the container is Ready now. A repo that was up and is lost is no normal start.
 */
export function isBenignRepoWait({ read, signature, replica }: LogLine): boolean {
  const { markers } = read.summary;
  const ups = cameUp.flatMap((id) => markers[id]?.last.number ?? []);
  if (ups.some((number) => number > signature.last.number)) return true;
  // Of a log without its beginning nobody knows what stood there.
  const isFromStart = read.missedStart === undefined;
  return ups.length === 0 && isFromStart && !read.previous && replica?.isReady === true;
}
