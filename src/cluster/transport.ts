import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { Dispatcher } from 'undici';
import type { Configuration } from './connection.ts';
import { resolveCredentials } from './credentials.ts';
import type { Credentials } from './credentials.ts';
import { createDispatcher } from './dispatcher.ts';
import { head, readBody, unzipped, withDeadline } from './response.ts';
import { requestError } from './request-error.ts';

export interface Deadlines {
  /** For one request, from sending it to the end of its body. */
  readonly requestMs: number;
  /** For a connection to stand. */
  readonly connectMs: number;
  /** How long a log may be silent in the middle. */
  readonly idleMs: number;
  /** For a credential plugin. */
  readonly pluginMs: number;
}

const defaultDeadlines: Deadlines = {
  requestMs: 20_000,
  connectMs: 10_000,
  idleMs: 20_000,
  pluginMs: 60_000,
};

export interface GetOptions {
  readonly accept?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of `requestMs`. */
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
  /** Bytes of the body to keep; the rest is not read. */
  readonly maxBytes?: number;
  /** Instead of the deadline of that name, for `open`. */
  readonly idleMs?: number;
}

export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export interface StreamReply {
  readonly status: number;
  readonly contentType: string;
  readonly stream: Readable;
}

/**
 * The only way to the cluster. It sends GET and nothing else: there is no parameter for a method.
 * Both calls reject with `RequestError` when there is no answer, and with a `ProblemError` when credentials fail.
 */
export interface Transport {
  readonly server: string;
  readonly context?: string;
  readonly kubeconfig?: string;
  /** A whole answer; few run at once. */
  readonly get: (path: string, options?: GetOptions) => Promise<Reply>;
  /** An answer as it comes. Its stream must be read to the end or destroyed; an error of it is a `RequestError`. */
  readonly open: (path: string, options?: GetOptions) => Promise<StreamReply>;
  readonly close: () => Promise<void>;
}

export interface TransportOptions {
  readonly deadlines?: Partial<Deadlines>;
  /** A credential plugin may use the terminal: only while no full screen is up. */
  readonly isInteractive?: boolean;
  readonly signal?: AbortSignal;
}

const parallelRequests = 24;
const maxRetries = 2;

interface Session {
  readonly credentials: Credentials;
  readonly dispatcher: Dispatcher;
}

/**
 * Resolves the credentials and makes the pool of connections for one context; nothing is sent to the cluster yet.
 * @throws {ProblemError} exec-plugin-failed, not-authenticated, context-incomplete
 */
export async function openTransport(
  configuration: Configuration,
  options: TransportOptions = {},
): Promise<Transport> {
  const deadlines = { ...defaultDeadlines, ...options.deadlines };
  const limit = pLimit(parallelRequests);
  const base = new URL(configuration.server);
  const prefix = base.pathname.replace(/\/+$/, '');

  const start = async (isInteractive: boolean): Promise<Session> => {
    const credentials = await resolveCredentials(configuration, {
      isInteractive,
      timeoutMs: deadlines.pluginMs,
      ...(options.signal && { signal: options.signal }),
    });
    return {
      credentials,
      dispatcher: await createDispatcher(configuration, credentials, deadlines.connectMs),
    };
  };
  let session = await start(options.isInteractive ?? false);
  let renewal: Promise<boolean> | undefined;
  // A clock that goes wrong here or there would run a plugin before every request; then only a 401 counts.
  let isClockTrusted = true;

  /** Once for all requests that were refused with the same credentials. @returns whether there are others now */
  const renew = (used: Session): Promise<boolean> => {
    if (used !== session) return Promise.resolve(true);
    renewal ??= start(false)
      .then((next) => {
        isClockTrusted &&= !isExpired(next.credentials);
        const isOther = !isSame(next.credentials, session.credentials);
        const old = isOther ? session : next;
        if (isOther) session = next;
        // Requests in flight are finished first.
        old.dispatcher.close().catch(() => undefined);
        return isOther;
      })
      .finally(() => (renewal = undefined));
    return renewal;
  };

  const send = async (
    path: string,
    request: GetOptions,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> => {
    if (isClockTrusted && isExpired(session.credentials)) await renew(session);
    for (let retry = 0, isRenewed = false; ; retry += 1) {
      const used = session;
      const answer = await dispatch(used, path, request, signal).catch((error: unknown) => {
        // A pooled connection may be closed by the server at the moment it is used.
        const failure = requestError(error, signal.aborted ? 'deadline' : undefined);
        if (failure.isBroken && retry === 0) return undefined;
        throw error;
      });
      if (answer === undefined) continue;
      if (answer.statusCode === 401 && !isRenewed) {
        isRenewed = true;
        if (await renew(used)) {
          await answer.body.dump();
          continue;
        }
      }
      const waitSeconds = Number(answer.headers['retry-after']);
      if (answer.statusCode !== 429 || retry >= maxRetries || !(waitSeconds <= 10)) return answer;
      await answer.body.dump();
      await sleep(waitSeconds * 1000, undefined, { signal });
    }
  };

  const dispatch = (
    used: Session,
    path: string,
    request: GetOptions,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> =>
    used.dispatcher.request({
      origin: base.origin,
      path: `${prefix}${path}`,
      method: 'GET',
      headers: {
        'user-agent': 'osm-edge-doctor',
        accept: request.accept ?? 'application/json',
        ...request.headers,
        ...used.credentials.headers,
      },
      signal,
      headersTimeout: 0,
      bodyTimeout: request.idleMs ?? deadlines.idleMs,
    });

  return {
    server: configuration.server,
    ...(configuration.context !== undefined && { context: configuration.context }),
    ...(configuration.kubeconfig !== undefined && { kubeconfig: configuration.kubeconfig }),
    get: (path, request = {}) =>
      limit(() =>
        withDeadline(request.deadlineMs ?? deadlines.requestMs, request.signal, async (signal) => {
          const answer = await send(
            path,
            { ...request, headers: { 'accept-encoding': 'gzip', ...request.headers } },
            signal,
          );
          return { ...head(answer), body: await readBody(answer, request.maxBytes) };
        }),
      ),
    open: async (path, request = {}) => {
      // The deadline is for the first bytes; after that only silence ends a stream.
      const gone = new AbortController();
      const whole = request.signal ? AbortSignal.any([request.signal, gone.signal]) : gone.signal;
      const answer = await withDeadline(
        request.deadlineMs ?? deadlines.requestMs,
        request.signal,
        async (signal) => {
          const onAbort = (): void => gone.abort(signal.reason);
          signal.addEventListener('abort', onAbort, { once: true });
          try {
            return await send(path, request, whole);
          } finally {
            signal.removeEventListener('abort', onAbort);
          }
        },
      );
      return { ...head(answer), stream: unzipped(answer) };
    },
    close: () => session.dispatcher.destroy(),
  };
}

/** With some seconds for the request itself. */
function isExpired({ expiresAt = Infinity }: Credentials): boolean {
  return expiresAt < Date.now() + 5000;
}

function isSame(a: Credentials, b: Credentials): boolean {
  const text = ({ headers, tls }: Credentials): string => JSON.stringify([headers, tls.cert, tls.key]);
  return text(a) === text(b);
}
