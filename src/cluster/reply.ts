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

/** The body as text, unzipped; of a longer one than `maxBytes` the beginning. */
export async function readBody(
  { body, headers }: Dispatcher.ResponseData,
  maxBytes = maxBody,
): Promise<string> {
  body.on('error', () => {});
  const isZipped = headers['content-encoding'] === 'gzip';
  const stream = isZipped ? body.pipe(createGunzip()) : body;
  // pipe does not carry errors on.
  if (isZipped) body.once('error', (error) => stream.destroy(error));
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= maxBytes) break;
  }
  if (length >= maxBytes) body.destroy();
  return Buffer.concat(chunks).toString();
}
