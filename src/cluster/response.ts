import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { RequestError, requestError } from './request-error.ts';

const maxBody = 64 * 1024 * 1024;

/** Ends the work with a `RequestError` when its time is over, or when it is called off. */
export async function withDeadline<T>(
  deadlineMs: number,
  cancel: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (cancel?.aborted) throw new RequestError('cancelled');
  const deadline = AbortSignal.timeout(deadlineMs);
  const signal = cancel ? AbortSignal.any([cancel, deadline]) : deadline;
  try {
    return await work(signal);
  } catch (error) {
    if (error instanceof Error && error.name === 'ProblemError') throw error;
    throw requestError(error, cancel?.aborted ? 'cancelled' : deadline.aborted ? 'deadline' : undefined);
  }
}

/** Status and content type of an answer. */
export function head({ statusCode, headers }: Dispatcher.ResponseData): {
  status: number;
  contentType: string;
} {
  const type = headers['content-type'];
  return { status: statusCode, contentType: (Array.isArray(type) ? type[0] : type) ?? '' };
}

/**
 * The body as it comes, unzipped. Whoever reads it sees its errors; who destroys it early is not ended by them, and ends
 * the connection.
 */
export function unzipped({ body, headers }: Dispatcher.ResponseData): Readable {
  body.on('error', () => {});
  if (headers['content-encoding'] !== 'gzip') return body;
  const plain = createGunzip();
  plain.on('error', () => {});
  // pipe carries neither errors on nor the end back.
  body.once('error', (error) => plain.destroy(error));
  plain.once('close', () => body.destroy());
  return body.pipe(plain);
}

/** The body as text; of a longer one than `maxBytes` the beginning. */
export async function readBody(answer: Dispatcher.ResponseData, maxBytes = maxBody): Promise<string> {
  const stream = unzipped(answer);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= maxBytes) break;
  }
  if (length >= maxBytes) answer.body.destroy();
  return Buffer.concat(chunks).toString();
}
