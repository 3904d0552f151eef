import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readList } from '#cluster/read-fact.ts';
import type { FaultyServer } from '../support/faulty-server.ts';
import { readFrom, served } from './connected.ts';
import { control, plain, states } from './facts.ts';

describe('what goes wrong is said of the fact it befalls', () => {
  test('a request that hangs fails after its deadline; all others are read', async () => {
    const server = await served({ faults: [{ kind: 'hang', on: '/services' }] });
    const snapshot = await readFrom(server, { deadlines: { requestMs: 1500 } });
    expect(control(snapshot).services).toMatchObject({ state: 'failed', error: { kind: 'timeout' } });
    expect(states(snapshot)).toMatchObject({ failed: 1 });
  });

  test('an answer that is no list', async () => {
    const server = await served({ faults: [{ kind: 'malformed', on: '/replicasets' }] });
    expect(control(await readFrom(server)).replicaSets).toMatchObject({
      state: 'failed',
      error: { kind: 'invalid' },
    });
  });

  test('an error of the server', async () => {
    const server = await served({
      faults: [{ kind: 'status', status: 500, message: 'etcd is gone', on: '/events' }],
    });
    expect(control(await readFrom(server)).events).toEqual({
      state: 'failed',
      error: { kind: 'status', message: 'etcd is gone', code: '500', reason: 'InternalError' },
    });
  });

  test('an item that makes no sense is left out, and counted', async () => {
    const server = await served();
    server.store.put('pods', {
      metadata: { name: 'odd', namespace: 'osm-system', labels: { app: 'osm-controller' } },
      spec: {},
      status: {},
    });
    expect(control(await readFrom(server)).pods).toMatchObject({
      state: 'partial',
      value: { length: 3 },
      missing: [
        { kind: 'invalid-items', count: 1, reason: expect.stringContaining('spec.containers') as string },
      ],
    });
  });

  test('a resource that every server has is not absent when something else answers 404', async () => {
    const server = await served({ withoutGroups: ['apps'] });
    expect((await readFrom(server)).cluster.deployments).toMatchObject({
      state: 'failed',
      error: { kind: 'status', code: '404' },
    });
  });

  test('an API group that is not served is absent', async () => {
    const server = await served({ withoutGroups: ['split.smi-spec.io', 'config.openservicemesh.io'] });
    const snapshot = await readFrom(server);
    expect(snapshot.cluster.apiResources['split.smi-spec.io/v1alpha4']?.state).toBe('absent');
    expect(control(snapshot).meshConfig.state).toBe('absent');
  });

  test('called off: what was read stays, the rest is cancelled', async () => {
    const server = await served({ faults: [{ kind: 'hang', on: '/pods' }] });
    const stop = new AbortController();
    const snapshot = await readFrom(server, {
      signal: stop.signal,
      onUpdate: (_snapshot, { current }) => {
        if (current.length === 1) stop.abort();
      },
    });
    expect(control(snapshot).pods).toEqual({ state: 'cancelled' });
    expect(control(snapshot).services.state).toBe('read');
    expect(states(snapshot)).not.toHaveProperty('pending');
  });
});

describe('long lists', () => {
  const manyEvents = async (options: Parameters<typeof served>[0] = {}): Promise<FaultyServer> => {
    const server = await served(options);
    const example = server.store.list('events').find(({ metadata }) => metadata.namespace === 'osm-system');
    for (let i = 0; i < 1100; i += 1)
      server.store.put('events', {
        ...example,
        metadata: { name: `e-${String(i).padStart(4, '0')}`, namespace: 'osm-system' },
      });
    return server;
  };

  test('are read page by page', async () => {
    const server = await manyEvents();
    expect(control(await readFrom(server)).events).toMatchObject({ state: 'read', value: { length: 1130 } });
    expect(plain(server).filter((path) => path.endsWith('/osm-system/events'))).toHaveLength(3);
  });

  test('may come in one answer, if the server takes no notice of the limit', async () => {
    const body = JSON.stringify({ items: Array.from({ length: 200_000 }, () => ({})) });
    const transport = {
      server: 'https://api',
      get: () => Promise.resolve({ status: 200, contentType: 'application/json', body }),
      open: () => Promise.reject(new Error('no stream')),
      close: () => Promise.resolve(),
    };
    const request = {
      label: 'events',
      path: '/api/v1/events',
      verb: 'list',
      resource: 'events',
      group: '',
    } as const;
    expect(await readList(request, z.unknown(), { transport })).toMatchObject({
      state: 'read',
      value: { length: 200_000 },
    });
  });

  test('start anew once when their token expires', async () => {
    const server = await manyEvents({ faults: [{ kind: 'expire-token', times: 1 }] });
    expect(control(await readFrom(server)).events).toMatchObject({ state: 'read', value: { length: 1130 } });
  });

  test('go on with what is there when it expires again, and say so', async () => {
    const server = await manyEvents({ faults: [{ kind: 'expire-token', times: 2 }] });
    expect(control(await readFrom(server)).events).toMatchObject({
      state: 'partial',
      value: { length: 1130 },
      missing: [{ kind: 'pages', reason: 'the list changed while it was read' }],
    });
  });

  test('are partial when a later page does not come', async () => {
    const server = await manyEvents({
      faults: [{ kind: 'status', status: 500, message: 'no more', on: 'continue=' }],
    });
    expect(control(await readFrom(server)).events).toMatchObject({
      state: 'partial',
      value: { length: 500 },
      missing: [{ kind: 'pages', reason: 'no more' }],
    });
  });
});
