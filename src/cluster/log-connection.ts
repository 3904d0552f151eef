import type { Readable } from 'node:stream';
import { consumeStream } from './consume-stream.ts';
import { now } from './read-fact.ts';
import type { Reading } from './read-fact.ts';
import { requestError } from './request-error.ts';
import type { RequestError } from './request-error.ts';
import { observedRefusal, statusOf } from './status.ts';
import type { Reply } from './transport.ts';
import type { Observed } from '#snapshot/observed.ts';

/** Which log. */
export interface LogSource {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  readonly previous: boolean;
}

/** Which part of it, in the words of the API; time stamps are always asked for. */
export interface LogQuery {
  readonly limitBytes: number;
  /** RFC 3339; whole seconds count. */
  readonly sinceTime?: string | undefined;
  readonly tailLines?: number | undefined;
  /** With how long it may be silent, in milliseconds: a follower says little for long. */
  readonly follow?: { readonly idleMs: number } | undefined;
}

/** How one connection ended. */
export type Stopped =
  /** Another status than 200: there is no log, or nobody may read it. */
  | { readonly kind: 'refused'; readonly reply: Reply }
  /** No answer, or one that broke off after it had begun. */
  | { readonly kind: 'broken'; readonly error: RequestError; readonly hasBegun: boolean }
  /** As an answer ends when there is no more; `isFull` when `limitBytes` was reached. */
  | { readonly kind: 'ended'; readonly isFull: boolean }
  /** Who takes the bytes wanted no more. */
  | { readonly kind: 'left' };

/**
 * One connection to a log. Each chunk is waited for: while `take` works, the connection waits (back-pressure).
 * @param take answers false when it wants no more.
 * @throws {ProblemError} of a credential plugin.
 */
export async function connectLog(
  source: LogSource,
  query: LogQuery,
  { transport, signal }: Reading,
  take: (bytes: Buffer) => boolean | Promise<boolean>,
): Promise<Stopped> {
  let stream: Readable | undefined;
  let received = 0;
  try {
    const answer = await transport.open(logPath(source, query), {
      accept: '*/*',
      ...(query.follow && { idleMs: query.follow.idleMs, deadlineMs: query.follow.idleMs }),
      ...(signal && { signal }),
    });
    ({ stream } = answer);
    if (answer.status !== 200) {
      const { status, contentType } = answer;
      return { kind: 'refused', reply: { status, contentType, body: await textOf(stream) } };
    }
    const isOver = await consumeStream(stream, (chunk) => {
      received += chunk.length;
      return take(chunk);
    });
    if (!isOver) return { kind: 'left' };
    return { kind: 'ended', isFull: received >= query.limitBytes };
  } catch (error) {
    if (error instanceof Error && error.name === 'ProblemError') throw error;
    const why = requestError(error, signal?.aborted ? 'cancelled' : undefined);
    return { kind: 'broken', error: why, hasBegun: stream !== undefined };
  } finally {
    stream?.destroy();
  }
}

function logPath({ namespace, pod, container, previous }: LogSource, query: LogQuery): string {
  const { limitBytes, sinceTime, tailLines, follow } = query;
  const parameters = new URLSearchParams({
    container,
    timestamps: 'true',
    limitBytes: String(Math.max(1, limitBytes)),
    ...(previous && { previous: 'true' }),
    ...(sinceTime !== undefined && { sinceTime }),
    ...(tailLines !== undefined && { tailLines: String(tailLines) }),
    ...(follow && { follow: 'true' }),
  });
  return `/api/v1/namespaces/${namespace}/pods/${pod}/log?${parameters.toString()}`;
}

/** The later of two RFC 3339 times in UTC; whole seconds. */
export function later(since: string | undefined, from: string | undefined): string | undefined {
  if (since === undefined || from === undefined) return since ?? from;
  return Date.parse(since) > Date.parse(from) ? since : from;
}

/** 400s of the log API that are answers: there is no such log (kubernetes-api-facts). */
const noLog =
  /^previous terminated container .* not found$|is waiting to start|is not available$|is terminated$/;

/** What it means that the first answer was none with a log. */
export function withoutLog(reply: Reply, { namespace }: LogSource): Observed<never> {
  const message = statusOf(reply)?.message ?? '';
  // Other 404s come from a kubelet that has no logs to give: that is no answer.
  const isGone = reply.status === 404 && /^pods "[^"]*" not found$/.test(message);
  if (isGone || (reply.status === 400 && noLog.test(message))) return { state: 'absent', at: now() };
  return observedRefusal(reply, { verb: 'get', resource: 'pods/log', group: '', namespace });
}

/** The log, or its pod, is there no more; what is refused otherwise may be given later. */
export function isGone({ status }: Reply): boolean {
  return status === 400 || status === 404;
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
