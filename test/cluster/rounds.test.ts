import type { RequestRecord } from '#demo/server.ts';
import type { FaultyServer, FaultyServerOptions } from '../support/faulty-server.ts';
import { describe, expect, test } from 'vitest';
import { connected, served } from './connected.ts';
import { plain } from './facts.ts';
import { readCluster } from '#cluster/read-cluster.ts';
import type { ReadOptions } from '#cluster/read-cluster.ts';
import type { KubeObject } from '#demo/scenario.ts';

/** Longer than a busy machine takes to send requests that wait for nothing. */
const latencyMs = 2000;

/**
 * How many requests follow on each other, each after the answer to the one before. Further pages, and calls of a probe
 * that is repeated, do not count.
 */
function roundsOf({ requests }: FaultyServer): number {
  const seen = new Set<string>();
  const counted = requests
    .filter(({ query }) => query['continue'] === undefined)
    .filter(({ path }) => !path.includes('/proxy/') || !(seen.has(path) || !seen.add(path)))
    .toSorted((a, b) => a.at - b.at);
  const rounds = new Map<RequestRecord, number>();
  for (const request of counted) {
    const before = counted.filter(({ at }) => at + latencyMs <= request.at);
    rounds.set(request, 1 + Math.max(0, ...before.map((one) => rounds.get(one) ?? 0)));
  }
  return Math.max(...rounds.values());
}

const record = (value: unknown): Record<string, unknown> => value as Record<string, unknown>;

/** The same control plane in a namespace where nobody expects it. */
function moved(server: FaultyServer): void {
  const move = (object: KubeObject): KubeObject => ({
    ...object,
    metadata: { ...object.metadata, namespace: 'mesh' },
  });
  for (const key of ['deployments', 'replicasets', 'pods', 'services', 'endpoints'])
    for (const object of server.store
      .list(key)
      .filter(({ metadata }) => metadata.namespace === 'osm-system')) {
      server.store.remove(key, 'osm-system', object.metadata.name);
      server.store.put(key, move(object));
    }
}

/** The webhooks call it there, too. */
function movedWhole(server: FaultyServer): void {
  moved(server);
  for (const key of ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'])
    for (const configuration of server.store.list(key)) {
      const text = JSON.stringify(configuration).replaceAll('"namespace":"osm-system"', '"namespace":"mesh"');
      server.store.put(key, JSON.parse(text) as KubeObject);
    }
}

/** Three replicas of everything, on nodes of their own. */
function multiplied(server: FaultyServer): void {
  for (const pod of server.store.list('pods').filter(({ metadata }) => metadata.namespace === 'osm-system'))
    for (const number of [2, 3])
      server.store.put('pods', {
        ...pod,
        metadata: { ...pod.metadata, name: `${pod.metadata.name}-${number}` },
        spec: { ...record(pod['spec']), nodeName: `node-${number}` },
      });
}

async function read(
  options: Partial<FaultyServerOptions> & { name?: string },
  more: { change?: (server: FaultyServer) => void; target?: ReadOptions['target'] } = {},
): Promise<FaultyServer> {
  const server = await served({ latencyMs, ...options });
  more.change?.(server);
  const settings = { repeatMs: 1, resumeDelayMs: 1 };
  await readCluster({
    transport: await connected(server),
    settings,
    ...(more.target && { target: more.target }),
  });
  return server;
}

describe.concurrent('from start to verdict', () => {
  test.each([
    ['a healthy mesh', {}, {}, 2],
    ['a mesh that is named', {}, { target: { mesh: 'osm' } }, 2],
    ['its namespace that is named', { name: '02-two-meshes' }, { target: { namespace: 'osm-system-2' } }, 2],
    ['a crash loop', { name: '06b-crashloop-fatal' }, {}, 2],
    ['two meshes', { name: '02-two-meshes' }, {}, 3],
    ['a mesh in a namespace of its own', {}, { change: movedWhole }, 3],
    ['several replicas', {}, { change: multiplied }, 4],
    [
      'no right to list Deployments',
      { deny: ({ namespace, resource }) => resource === 'deployments' && namespace === '' },
      {},
      3,
    ],
    ['no EndpointSlices', { withoutGroups: ['discovery.k8s.io'] }, {}, 3],
    ['no control plane', { name: '10-no-mesh' }, {}, 3],
  ] as [string, Partial<FaultyServerOptions> & { name?: string }, Parameters<typeof read>[1], number][])(
    '%s: at most four rounds, and 20 requests a mesh',
    async (_what, options, more, rounds) => {
      const server = await read(options, more);
      expect(roundsOf(server)).toBeLessThanOrEqual(rounds);
      expect(rounds).toBeLessThanOrEqual(4);
      const meshes = options.name === '02-two-meshes' && more?.target === undefined ? 2 : 1;
      expect(plain(server).length).toBeLessThanOrEqual(20 * meshes);
    },
    60_000,
  );
});
