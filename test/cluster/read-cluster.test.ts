import { describe, expect, test } from 'vitest';
import type { Progress } from '#cluster/snapshot-builder.ts';
import { readCluster } from '#cluster/read-cluster.ts';
import { findMeshes } from '#mesh/meshes.ts';
import { snapshot as snapshotSchema } from '#snapshot/snapshot.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { connected, quick, readFrom, served } from './connected.ts';
import { asFsm, control, plain, states } from './facts.ts';

describe('a healthy mesh', () => {
  test('everything is read, with GET alone, and 16 requests besides logs and probes', async () => {
    const server = await served();
    const snapshot = await readFrom(server);
    expect(states(snapshot)).toEqual({ read: expect.any(Number) as number });
    expect(server.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(plain(server)).toHaveLength(16);
    expect(new Set(plain(server)).size).toBe(16);
    expect(control(snapshot).pods).toMatchObject({ value: { length: 3 } });
    expect(Object.keys(control(snapshot).probes)).toHaveLength(8);
    expect(Object.keys(control(snapshot).logs)).toHaveLength(6);
    expect(snapshot.source).toEqual({
      kind: 'live',
      context: 'demo-01-healthy',
      kubeconfig: expect.any(String) as string,
      server: server.url,
    });
  });

  test('the snapshot is what its schema says, byte for byte', async () => {
    const snapshot = JSON.parse(JSON.stringify(await readFrom(await served()))) as Snapshot;
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
  });

  test('the cost does not depend on what else the cluster holds', async () => {
    const server = await served();
    for (let i = 0; i < 1200; i += 1) {
      const metadata = { name: `other-${i}`, namespace: 'osm-system', labels: { app: 'other' } };
      server.store.put('pods', {
        metadata,
        spec: { containers: [{ name: 'c' }] },
        status: { phase: 'Running' },
      });
      server.store.put('namespaces', { metadata: { name: `team-${i}` } });
    }
    const snapshot = await readFrom(server);
    expect(plain(server)).toHaveLength(16);
    expect(control(snapshot).pods).toMatchObject({ value: { length: 3 } });
  });

  test('progress is told while reading, and a watched snapshot never changes', async () => {
    const seen: { snapshot: Snapshot; text: string; progress: Progress }[] = [];
    const server = await served({ latencyMs: 60 });
    const onUpdate = (snapshot: Snapshot, progress: Progress): void => {
      seen.push({ snapshot, text: JSON.stringify(snapshot), progress });
    };
    const last = await readFrom(server, { onUpdate });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen[0]?.progress.current.map(({ what }) => what)).toContain('deployments');
    expect(seen.every(({ snapshot, text }) => JSON.stringify(snapshot) === text)).toBe(true);
    expect(seen.at(-1)?.snapshot).toBe(last);
    expect(seen.at(-1)?.progress).toMatchObject({ done: 30, total: 30, current: [] });
  });
});

describe('several control planes', () => {
  test('each is read in detail', async () => {
    const server = await served({ name: '02-two-meshes' });
    const snapshot = await readFrom(server);
    expect(Object.keys(snapshot.namespaces).toSorted()).toEqual(['osm-system', 'osm-system-2']);
    expect(plain(server)).toHaveLength(16 + 8);
  });

  test.each([{ namespace: 'osm-system-2' }, { mesh: 'osm2' }])(
    '%j narrows the details, not the overview',
    async (target) => {
      const snapshot = await readFrom(await served({ name: '02-two-meshes' }), { target });
      expect(Object.keys(snapshot.namespaces)).toEqual(['osm-system-2']);
      expect(findMeshes(snapshot)).toHaveLength(2);
    },
  );

  test('with no control plane at all the usual namespace is looked at, and nothing stays pending', async () => {
    const server = await served();
    for (const app of ['osm-controller', 'osm-injector', 'osm-bootstrap'])
      server.store.remove('deployments', 'osm-system', app);
    const snapshot = await readFrom(server);
    expect(snapshot.cluster.deployments).toMatchObject({ state: 'read', value: [] });
    expect(Object.keys(snapshot.namespaces)).toEqual(['osm-system']);
    expect(states(snapshot)).not.toHaveProperty('pending');
  });

  test('FSM: its own labels, MeshConfig and SMI versions', async () => {
    const server = await served();
    asFsm(server);
    await readFrom(server);
    // The CRDs say nothing of the version of TrafficSplit that FSM asks for.
    expect(plain(server)).toHaveLength(16 + 1);
    expect(plain(server)).toContain(
      '/apis/config.flomesh.io/v1alpha3/namespaces/osm-system/meshconfigs/fsm-mesh-config',
    );
    expect(server.requests.map(({ query }) => query['labelSelector'])).toContain('flomesh.io/monitored-by');
  });
});

test('twelve logs of a namespace are read at once, and no more', async () => {
  const server = await served({ faults: [{ kind: 'hang', on: '/log' }] });
  for (const { metadata, ...pod } of server.store.list('pods'))
    server.store.put('pods', { ...pod, metadata: { ...metadata, name: `${metadata.name}-2` } });
  for (const { metadata, ...pod } of server.store.list('pods'))
    server.store.put('pods', { ...pod, metadata: { ...metadata, name: `${metadata.name}-3` } });
  const abort = new AbortController();
  const reading = readCluster({ transport: await connected(server), settings: quick, signal: abort.signal });
  const asked = (): number =>
    server.requests.filter(({ path, query }) => path.endsWith('/log') && query['tailLines'] === undefined)
      .length;
  while (
    asked() < 12 ||
    server.requests.some(({ path, status }) => !path.endsWith('/log') && status === undefined)
  )
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(asked()).toBe(12);
  abort.abort();
  const { logs } = control(await reading);
  expect(new Set(Object.values(logs).map(({ state }) => state))).toEqual(new Set(['cancelled']));
});

describe('reading again', () => {
  test('only some facts are asked for; all others stay the same objects', async () => {
    const server = await served();
    const transport = await connected(server);
    const first = await readCluster({ transport, settings: quick });
    const before = server.requests.length;
    const states_: string[] = [];
    const again = await readCluster({
      transport,
      settings: quick,
      previous: first,
      only: ['events', 'logs'],
      onUpdate: (snapshot) => states_.push(control(snapshot).events.state),
    });
    const asked = server.requests.slice(before).map(({ path }) => path.replace(/.*\//, ''));
    expect(asked.filter((path) => path !== 'log').toSorted()).toEqual(['events', 'pods']);
    // Each of the six, and what it ends with.
    expect(asked.filter((path) => path === 'log')).toHaveLength(12);
    expect(again.cluster.deployments).toBe(first.cluster.deployments);
    expect(control(again).probes).toEqual(control(first).probes);
    expect(control(again).events).toMatchObject({ state: 'read' });
    expect(states(again)).toEqual(states(first));
  });

  test('nodes and affected workloads come with what they are found by', async () => {
    const server = await served();
    const transport = await connected(server);
    const first = await readCluster({ transport, settings: quick });
    const before = server.requests.length;
    const only = ['nodes', 'affectedWorkloads'] as const;
    const again = await readCluster({ transport, settings: quick, previous: first, only });
    expect(server.requests.slice(before).map(({ path }) => path)).toEqual([
      '/api/v1/events',
      '/api/v1/namespaces/osm-system/pods',
      '/api/v1/nodes/rcnode1',
    ]);
    expect(states(again)).toEqual(states(first));
  });

  test('logs within limits: all are asked since a time, and the snapshot keeps both', async () => {
    const server = await served();
    const transport = await connected(server);
    const limits = { since: '2026-01-01T00:00:00Z', logBytes: 100 };
    const first = await readCluster({ transport, settings: quick, limits });
    const asked = server.requests.filter(({ path }) => path.endsWith('/log')).map(({ query }) => query);
    expect(asked.every(({ sinceTime }) => (sinceTime ?? '') >= limits.since)).toBe(true);
    expect(asked.some(({ limitBytes }) => limitBytes === '100')).toBe(true);
    expect(first.limits).toEqual(limits);
    const later = { since: '2026-02-01T00:00:00Z' };
    const events = await readCluster({
      transport,
      settings: quick,
      previous: first,
      only: ['events'],
      limits: later,
    });
    expect(events.limits).toEqual(limits);
    const logs = await readCluster({
      transport,
      settings: quick,
      previous: first,
      only: ['logs'],
      limits: later,
    });
    expect(logs.limits).toEqual(later);
  });

  test('a pod that is gone takes its logs along', async () => {
    const server = await served();
    const transport = await connected(server);
    const first = await readCluster({ transport, settings: quick });
    for (const { metadata } of server.store.list('pods'))
      server.store.remove('pods', metadata.namespace ?? '', metadata.name);
    const again = await readCluster({
      transport,
      settings: quick,
      previous: first,
      only: ['logs', 'probes'],
    });
    expect(control(again).pods).toMatchObject({ state: 'read', value: [] });
    expect([control(again).logs, control(again).probes]).toEqual([{}, {}]);
  });

  test('a control plane that appeared since is read whole', async () => {
    const server = await served({ name: '02-two-meshes' });
    const added = server.store
      .list('deployments')
      .filter(({ metadata }) => metadata.namespace === 'osm-system-2');
    for (const { metadata } of added) server.store.remove('deployments', 'osm-system-2', metadata.name);
    const transport = await connected(server);
    const target = { mesh: 'osm' };
    const first = await readCluster({ transport, target, settings: quick });
    expect(Object.keys(first.namespaces)).toEqual(['osm-system']);
    for (const deployment of added) server.store.put('deployments', deployment);
    const previous = { ...first, target: {} };
    const again = await readCluster({ transport, settings: quick, previous, only: ['deployments'] });
    expect(control(again, 'osm-system-2').pods.state).toBe('read');
    expect(Object.keys(control(again, 'osm-system-2').logs).length).toBeGreaterThan(3);
    expect(control(again).services).toBe(control(first).services);
  });
});
