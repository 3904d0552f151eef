import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { AnswerError, statusAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { recordedDiscovery, resolveResourceKey } from './discovery.ts';
import { textAt } from './field.ts';
import type { Discovery } from './discovery.ts';
import { kubeconfigText } from './kubeconfig.ts';
import type { KubeconfigOptions } from './kubeconfig.ts';
import { LogGrowth } from './log-growth.ts';
import { parseRequest } from './request.ts';
import type { KubeRequest } from './request.ts';
import { route } from './routing.ts';
import type { Scenario } from './scenario.ts';
import { Store } from './store.ts';
import { writeAnswer } from './writer.ts';

/**
 * Decides about a request before the server does: lets it answer, changes what it answers, or answers in its place.
 * @returns undefined for no answer at all: the connection is then its own to close.
 */
export type Interceptor = (
  exchange: { readonly message: IncomingMessage; readonly request: KubeRequest; readonly store: Store },
  answer: () => Answer,
) => Answer | undefined;

export interface ServerOptions {
  readonly scenario: Scenario;
  /** A bearer token that every request must carry; others get 401. */
  readonly token?: string;
  /** Stands between every request and its answer. */
  readonly intercept?: Interceptor;
  /** What is served of the recorded resources, as it follows from the objects there are. Default: everything. */
  readonly adjustDiscovery?: (recorded: Discovery, store: Store) => Discovery;
  /** API groups that the server does not have. */
  readonly withoutGroups?: readonly string[];
  /** Every answer is this much late, in milliseconds. */
  readonly latencyMs?: number;
  /** Serves https, with a certificate that is its own authority. PEM. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** A log that is followed goes on, by a line of its own kind so often, in milliseconds. Default: logs stay as they are. */
  readonly logEveryMs?: number;
  /** Do not keep the process alive. */
  readonly unref?: boolean;
}

/** A request that the server got. */
export interface RequestRecord {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly accept: string;
  /** undefined while there is no answer. */
  readonly status: number | undefined;
  /** When it came, in milliseconds. */
  readonly at: number;
  /** Bytes of the body that were handed to the connection so far. */
  readonly sent: number;
}

export interface DemoServer {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Every request since the start, in the order they came. */
  readonly requests: readonly RequestRecord[];
  /** What is served; can be changed at any time. */
  readonly store: Store;
  /** Serves another scenario from now on. */
  readonly setScenario: (scenario: Scenario) => void;
  /** A kubeconfig for this server. Its context is `demo-SCENARIO` unless named. */
  readonly kubeconfig: (options?: Partial<Omit<KubeconfigOptions, 'server' | 'ca'>>) => string;
  /** Stops listening and closes all connections, also those that are in use. */
  readonly close: () => Promise<void>;
}

/** Starts an API server on a free port of 127.0.0.1 that answers from a scenario. */
export async function startServer(options: ServerOptions): Promise<DemoServer> {
  const discovery = recordedDiscovery(options.withoutGroups);
  const store = new Store((name) => resolveResourceKey(discovery, name));
  const requests: RequestRecord[] = [];
  const closing = new AbortController();
  let { scenario } = options;
  let address = '';
  store.load(withoutGroups(scenario, options.withoutGroups));
  const growth = options.logEveryMs === undefined ? undefined : new LogGrowth(store, options.logEveryMs);

  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const signal = AbortSignal.any([gone.signal, closing.signal]);
    const request = parseRequest(message, await buffer(message), signal);
    const record = recordOf(request);
    requests.push(record);
    const answer = decide(message, request);
    if (answer === undefined) return;
    const delay = (options.latencyMs ?? 0) + (answer.latencyMs ?? 0);
    if (delay > 0)
      await sleep(delay, undefined, { signal: request.signal, ref: !options.unref }).catch(() => undefined);
    if (request.signal.aborted) return;
    record.status = answer.status;
    await writeAnswer(message, response, answer, request.signal, (bytes) => (record.sent += bytes));
  };

  const decide = (message: IncomingMessage, request: KubeRequest): Answer | undefined => {
    if (options.token !== undefined && message.headers.authorization !== `Bearer ${options.token}`) {
      return statusAnswer(401, 'Unauthorized');
    }
    const served = (): Discovery => options.adjustDiscovery?.(discovery, store) ?? discovery;
    const answer = (): Answer => route({ store, discovery: served(), address, growth }, request);
    try {
      return options.intercept ? options.intercept({ message, request, store }, answer) : answer();
    } catch (error) {
      if (error instanceof AnswerError) return error.answer;
      return statusAnswer(500, `Internal error occurred: ${String(error)}`);
    }
  };

  const listener = (message: IncomingMessage, response: ServerResponse): void => {
    // A client that leaves in the middle is no failure of the server.
    handle(message, response).catch(() => response.destroy());
  };
  const server: Server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener);
  if (options.unref) {
    server.unref();
    server.on('connection', (socket) => socket.unref());
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `${options.tls ? 'https' : 'http'}://${address}`;

  return {
    url,
    requests,
    store,
    setScenario: (next) => {
      scenario = next;
      store.load(withoutGroups(next, options.withoutGroups));
    },
    kubeconfig: (overrides = {}) =>
      kubeconfigText({
        server: url,
        context: `demo-${scenario.name}`,
        ...(options.token !== undefined && { token: options.token }),
        ...(options.tls && { ca: options.tls.cert }),
        ...overrides,
      }),
    close: async () => {
      closing.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A group that the server does not have has no CRDs either. */
function withoutGroups(scenario: Scenario, groups: readonly string[] = []): Scenario {
  const key = 'customresourcedefinitions.apiextensions.k8s.io';
  const kept = scenario.objects[key]?.filter((crd) => !groups.includes(textAt(crd, 'spec.group')));
  return kept === undefined ? scenario : { ...scenario, objects: { ...scenario.objects, [key]: kept } };
}

function recordOf({ method, path, query, accept }: KubeRequest): {
  -readonly [Key in keyof RequestRecord]: RequestRecord[Key];
} {
  return {
    method,
    path,
    query: Object.fromEntries(query),
    accept,
    status: undefined,
    at: Date.now(),
    sent: 0,
  };
}
