import { redactText } from '#snapshot/redact.ts';
import { connectLog, isGone } from './log-connection.ts';
import type { LogSource } from './log-connection.ts';
import { maxLastLine } from './log-cursor.ts';
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
