import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGzip, gzipSync } from 'node:zlib';
import type { Answer } from './answer.ts';
import { findFault } from './faults.ts';
import type { FaultEffect } from './faults.ts';

/** Smaller answers are not worth it; the limit of the API server. */
const COMPRESS_ABOVE = 128 * 1024;

/**
 * Sends an answer, as damaged as the faults say. Ends early when the client leaves.
 * @param signal Aborted when the client leaves or the server closes.
 */
export async function writeAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  faults: readonly FaultEffect[],
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
  if (findFault(faults, 'zip')) {
    headers['Content-Encoding'] = 'gzip';
    delete headers['Content-Length'];
    parts = Readable.from(parts).pipe(createGzip());
  }
  response.writeHead(answer.status, headers);
  // A stream shows its status before the first piece is there.
  response.flushHeaders();
  const drip = findFault(faults, 'drip');
  const broken = findFault(faults, 'cut');
  let budget = (broken ?? findFault(faults, 'end'))?.afterBytes ?? Infinity;
  for await (const part of parts) {
    const bytes = Buffer.from(part);
    const step = drip ? drip.bytes : Math.max(1, bytes.length);
    for (let start = 0; start < bytes.length; start += step) {
      if (signal.aborted) return;
      const piece = bytes.subarray(start, Math.min(start + step, start + budget));
      budget -= piece.length;
      onSent(piece.length);
      if (piece.length > 0) await write(response, piece, signal);
      if (budget <= 0) return leave(response, broken !== undefined);
      if (drip) await sleep(drip.everyMs, undefined, { signal }).catch(() => undefined);
    }
  }
  response.end();
}

function leave(response: ServerResponse, isBroken: boolean): void {
  // Half-close at once would overtake what is still in the buffer.
  if (isBroken) response.socket?.destroySoon();
  else response.end();
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
