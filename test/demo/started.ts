import { onTestFinished } from 'vitest';
import { loadScenario } from '#demo/scenarios.ts';
import { startFaultyServer } from '../support/faulty-server.ts';
import type { FaultyServer, FaultyServerOptions } from '../support/faulty-server.ts';

/** A demo server that is closed when the test ends. */
export async function started(
  options: Omit<Partial<FaultyServerOptions>, 'scenario'> & { readonly scenario?: string } = {},
): Promise<FaultyServer & { readonly get: Get; readonly pod: (app: string, namespace?: string) => string }> {
  const { scenario = '01-healthy', ...rest } = options;
  const server = await startFaultyServer({ ...rest, scenario: await loadScenario(scenario) });
  onTestFinished(() => server.close());
  return {
    ...server,
    get: (path, headers = {}) => fetchFrom(server.url, path, headers),
    pod: (app, namespace = 'osm-system') => {
      const found = server.store
        .list('pods')
        .find(({ metadata }) => metadata.namespace === namespace && metadata.labels?.['app'] === app);
      if (!found) throw new Error(`no pod of ${app}`);
      return found.metadata.name;
    },
  };
}

type Get = (path: string, headers?: Record<string, string>) => Promise<Got>;

export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body read as JSON. */
  readonly body: ApiBody;
}

/** The fields of API answers that the tests look at. */
export interface ApiBody {
  readonly kind: string;
  readonly apiVersion: string;
  readonly message: string;
  readonly reason: string;
  readonly code: number;
  readonly details: object;
  readonly groups: readonly { readonly name: string }[];
  readonly resources: readonly { readonly name: string }[];
  readonly metadata: {
    readonly name?: string;
    readonly resourceVersion?: string;
    readonly continue?: string;
    readonly remainingItemCount?: number;
  };
  readonly items: readonly Record<string, unknown>[];
  readonly columnDefinitions: readonly { readonly name: string; readonly priority: number }[];
  readonly rows: readonly {
    readonly cells: readonly unknown[];
    readonly object: { readonly kind: string } | null;
  }[];
}

async function fetchFrom(url: string, path: string, headers: Record<string, string>): Promise<Got> {
  const response = await fetch(url + path, { headers });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    get body() {
      return JSON.parse(text) as ApiBody;
    },
  };
}

/** The names of a list, with their namespaces. */
export function names({ items }: ApiBody): string[] {
  return items.map((item) => {
    const { namespace, name } = item['metadata'] as { namespace?: string; name: string };
    return namespace === undefined ? name : `${namespace}/${name}`;
  });
}
