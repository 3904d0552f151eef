import { setTimeout as sleep } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { statusAnswer } from '#demo/answer.ts';
import type { Answer } from '#demo/answer.ts';
import { encodeToken, readToken } from '#demo/lists.ts';
import type { KubeRequest, RequestAttributes } from '#demo/request.ts';
import { startServer } from '#demo/server.ts';
import type { DemoServer, ServerOptions } from '#demo/server.ts';
import type { Store } from '#demo/store.ts';
import { Faults, findFault } from './faults.ts';
import type { Fault, FaultEffect } from './faults.ts';
import { forbidden, isAllowed } from './rbac.ts';
import type { AccessRules } from './rbac.ts';

export interface FaultyServerOptions extends Omit<ServerOptions, 'intercept'> {
  /** What the one user may read. Default: everything. */
  readonly rbac?: AccessRules;
  /** Forbids single requests, beside `rbac`. */
  readonly deny?: (request: RequestAttributes) => boolean;
  readonly faults?: readonly Fault[];
}

/** The embedded server of a test. */
export interface FaultyServer extends DemoServer {
  /** What goes wrong from now on; can be changed at any time. */
  readonly faults: Faults;
}

/** Starts the embedded server, which may refuse, delay, damage or leave out its answers. */
export async function startFaultyServer(options: FaultyServerOptions): Promise<FaultyServer> {
  const { rbac, deny, faults: initial = [], ...rest } = options;
  const faults = new Faults();
  faults.add(...initial);
  const server = await startServer({
    ...rest,
    intercept: ({ message, request, store }, answer) => {
      const hit = faults.take({ url: message.url ?? '', accept: request.accept });
      if (findFault(hit, 'hang')) return undefined;
      if (findFault(hit, 'reset')) {
        message.socket.destroy();
        return undefined;
      }
      const { attributes } = request;
      const isDenied = deny?.(attributes) || (rbac !== undefined && !isAllowed(rbac, attributes));
      const right = (): Answer => (isDenied ? forbidden(attributes, rbac?.user) : answer());
      return damaged(replacement(store, request, hit) ?? right(), hit, request.signal);
    },
  });
  return { ...server, faults };
}

/** The answer that a fault puts in the place of the right one. */
function replacement(store: Store, request: KubeRequest, faults: readonly FaultEffect[]): Answer | undefined {
  if (findFault(faults, 'expire-token')) return expiredToken(store, request);
  const refusal = findFault(faults, 'status');
  if (refusal) {
    const { status, message = 'the server was told to fail', reason, details } = refusal;
    return statusAnswer(status, message, {
      ...(reason !== undefined && { reason }),
      ...(details && { details }),
    });
  }
  const malformed = findFault(faults, 'malformed');
  if (!malformed) return undefined;
  const body = malformed.body ?? '{"kind":"PodList","items":[{"metadata":{"name":"osm-';
  return { status: 200, contentType: 'application/json', body, compressible: false };
}

const EXPIRED =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without ' +
  'the continue parameter, or use the continue token in this response to retrieve the remainder of the results. ' +
  'Continuing with the provided token results in an inconsistent list - objects that were created, modified, or ' +
  'deleted between the time the first chunk was returned and now may show up in the list.';

/** 410 for an expired continue token, with a fresh one that goes on with what is there now. */
function expiredToken(store: Store, request: KubeRequest): Answer {
  const start = readToken(request.query.get('continue') ?? '');
  return statusAnswer(410, EXPIRED, {
    metadata: { resourceVersion: store.resourceVersion, continue: encodeToken(-1, start) },
  });
}

/** An answer as late and as damaged as the faults say. */
function damaged(answer: Answer, faults: readonly FaultEffect[], signal: AbortSignal): Answer {
  const delay = findFault(faults, 'delay')?.ms ?? 0;
  const late = delay === 0 ? answer : { ...answer, latencyMs: (answer.latencyMs ?? 0) + delay };
  const spoils = (['zip', 'drip', 'cut', 'end'] as const).some((kind) => findFault(faults, kind));
  if (!spoils) return late;
  const isZipped = findFault(faults, 'zip') !== undefined;
  const whole = typeof answer.body === 'string' ? [answer.body] : answer.body;
  const parts = isZipped ? Readable.from(whole).pipe(createGzip()) : whole;
  return {
    ...late,
    body: spoiled(parts, faults, signal),
    headers: { ...answer.headers, ...(isZipped && { 'Content-Encoding': 'gzip' }) },
  };
}

async function* spoiled(
  parts: AsyncIterable<string | Buffer> | Iterable<string | Buffer>,
  faults: readonly FaultEffect[],
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const drip = findFault(faults, 'drip');
  const broken = findFault(faults, 'cut');
  let budget = (broken ?? findFault(faults, 'end'))?.afterBytes ?? Infinity;
  for await (const part of parts) {
    const bytes = Buffer.from(part);
    const step = drip ? drip.bytes : Math.max(1, bytes.length);
    for (let start = 0; start < bytes.length; start += step) {
      const piece = bytes.subarray(start, Math.min(start + step, start + budget));
      budget -= piece.length;
      if (piece.length > 0) yield piece;
      if (budget <= 0 && broken) throw new Error('cut by a fault');
      if (budget <= 0) return;
      if (drip) await sleep(drip.everyMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
