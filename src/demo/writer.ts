import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Answer } from './answer.ts';

/** Smaller answers are not worth it; the limit of the API server. */
const COMPRESS_ABOVE = 128 * 1024;

/**
 * Sends an answer. Ends early when the client leaves; a body that throws breaks the connection off in the middle, once
 * what was written before is sent.
 * @param signal Aborted when the client leaves or the server closes.
 * @param onSent Told the bytes of the body as they are handed to the connection.
 */
export async function writeAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<void> {
  const headers: Record<string, string | number> = { 'Content-Type': answer.contentType, ...answer.headers };
  let parts: AsyncIterable<string | Buffer> | Iterable<string | Buffer>;
  if (typeof answer.body === 'string') {
    const body = compress(request, answer, answer.body, headers);
    headers['Content-Length'] = body.length;
    parts = [body];
  } else {
    parts = answer.body;
  }
  response.writeHead(answer.status, headers);
  // A stream shows its status before the first piece is there.
  response.flushHeaders();
  try {
    for await (const part of parts) {
      if (signal.aborted) return;
      const bytes = Buffer.from(part);
      onSent(bytes.length);
      if (bytes.length > 0) await write(response, bytes, signal);
    }
    response.end();
  } catch {
    // Destroying at once would overtake what is still in the buffer.
    response.socket?.destroySoon();
  }
}

function compress(
  request: IncomingMessage,
  answer: Answer,
  body: string,
  headers: Record<string, string | number>,
): Buffer {
  const bytes = Buffer.from(body);
  const accepted = request.headers['accept-encoding'] ?? '';
  if (!answer.compressible || bytes.length <= COMPRESS_ABOVE || !/\bgzip\b/.test(accepted)) return bytes;
  headers['Content-Encoding'] = 'gzip';
  headers['Vary'] = 'Accept-Encoding';
  return gzipSync(bytes, { level: 4 });
}

async function write(response: ServerResponse, piece: Buffer, signal: AbortSignal): Promise<void> {
  if (response.write(piece) || signal.aborted) return;
  await once(response, 'drain', { signal }).catch(() => undefined);
}
