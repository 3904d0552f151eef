import { redactText } from '#snapshot/redact.ts';
import { connectLog, isGone } from './log-connection.ts';
import type { LogSource } from './log-connection.ts';
import { maxLastLine } from './log-cursor.ts';
import type { LogCursor } from './log-cursor.ts';
import { compareStamps, stampAt } from './log-stamp.ts';
import type { Reading } from './read-fact.ts';
import { statusOf } from './status.ts';

/** What a log ends with at this moment. */
export type LastLine =
  | { readonly kind: 'line'; readonly line: Buffer }
  /** There is no such log any more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Asks for the last line of a log, its beginning when it is long; it is empty when the log is. */
export async function lastLineNow(
  source: LogSource,
  since: string | undefined,
  reading: Reading,
): Promise<LastLine> {
  const chunks: Buffer[] = [];
  const query = { limitBytes: maxLastLine, tailLines: 1, sinceTime: since };
  const stopped = await connectLog(source, query, reading, (bytes) => {
    chunks.push(bytes);
    return true;
  });
  switch (stopped.kind) {
    case 'ended':
    case 'left':
      return { kind: 'line', line: Buffer.concat(chunks) };
    case 'refused': {
      const { reply } = stopped;
      if (isGone(reply)) return { kind: 'gone' };
      return { kind: 'unknown', reason: redactText(statusOf(reply)?.message ?? `HTTP ${reply.status}`) };
    }
    case 'broken':
      return { kind: 'unknown', reason: stopped.error.message };
    default:
      return stopped satisfies never;
  }
}

/** What a log ends with when its reading begins: asked for along with the log, so that nothing waits for it afterwards. */
export class EndAtStart {
  readonly #last: Promise<LastLine>;

  constructor(source: LogSource, since: string | undefined, reading: Reading) {
    this.#last = lastLineNow(source, since, reading);
    this.#last.catch(() => {
      // Seen when it is awaited, which a log that is refused never does.
    });
  }

  /** Whether all that was there was read: `place` is how far, and `known` the line that it ended with. */
  async isReached(place: LogCursor, known: Buffer): Promise<boolean> {
    const last = await this.#last;
    if (last.kind !== 'line') return false;
    const stamp = stampAt(last.line, 0);
    const isBehind = stamp !== undefined && place.last !== undefined && compareStamps(place.last, stamp) > 0;
    return isBehind || known.equals(last.line);
  }
}
