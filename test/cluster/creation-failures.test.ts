import { describe, expect, test } from 'vitest';
import type { AccessRules } from '../support/rbac.ts';
import type { FaultyServer } from '../support/faulty-server.ts';
import { meshFacts } from '#mesh/mesh-facts.ts';
import { valueOf } from '#snapshot/observed.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { plain } from './facts.ts';
import { readFrom, served } from './connected.ts';

const refusal =
  'Error creating: Internal error occurred: failed calling webhook "osm-inject.k8s.io": failed to call webhook: ' +
  'Post "https://osm-injector.osm-system.svc:9090/mutate-pod-creation?timeout=10s": context deadline exceeded';

interface Failure {
  readonly kind?: string;
  readonly message?: string;
  readonly lastAt?: string;
}

/** The event of a controller that could not create a Pod. */
function fail(server: FaultyServer, namespace: string, name: string, failure: Failure = {}): void {
  const { kind = 'ReplicaSet', message = refusal, lastAt = '2026-11-23T09:00:00Z' } = failure;
  server.store.put('events', {
    metadata: { name: `${name}.1`, namespace },
    involvedObject: { kind, name, namespace },
    reason: 'FailedCreate',
    type: 'Warning',
    message,
    count: 3,
    firstTimestamp: '2026-11-23T08:58:00Z',
    lastTimestamp: lastAt,
    source: { component: 'replicaset-controller' },
  });
}

function enrol(server: FaultyServer, namespace: string, mesh = 'osm'): void {
  const labels = { 'openservicemesh.io/monitored-by': mesh };
  server.store.put('namespaces', { metadata: { name: namespace, labels } });
}

const failures = (snapshot: Snapshot) => meshFacts(snapshot, 'osm-system').creationFailures;
const regarded = (snapshot: Snapshot): string[] =>
  (valueOf(failures(snapshot)) ?? []).map(({ regarding }) => `${regarding.namespace}/${regarding.name}`);

/** May read everything, but events only in these namespaces. */
function eventsOnlyIn(...namespaces: readonly string[]): AccessRules {
  const groups = ['apps', 'autoscaling', 'discovery.k8s.io', 'config.openservicemesh.io'];
  const other = ['admissionregistration.k8s.io', 'apiextensions.k8s.io'];
  const core = ['namespaces', 'pods', 'pods/log', 'pods/proxy', 'services', 'nodes'];
  return {
    rules: [
      { apiGroups: [...groups, ...other], resources: ['*'], verbs: ['*'] },
      { apiGroups: [''], resources: core, verbs: ['*'] },
    ],
    namespaced: ['osm-system', ...namespaces].map((namespace) => ({
      namespace,
      rules: [{ apiGroups: [''], resources: ['events'], verbs: ['list'] }],
    })),
  };
}

describe('Pods that could not be created in other namespaces', () => {
  test('are read in one request for the cluster, with what the event says', async () => {
    const server = await served();
    fail(server, 'bookstore', 'bookbuyer-7d9');
    const snapshot = await readFrom(server);
    expect(valueOf(failures(snapshot))).toEqual([
      {
        type: 'Warning',
        reason: 'FailedCreate',
        message: refusal,
        regarding: expect.objectContaining({
          kind: 'ReplicaSet',
          namespace: 'bookstore',
          name: 'bookbuyer-7d9',
        }) as unknown,
        reporter: 'replicaset-controller',
        count: 3,
        firstAt: '2026-11-23T08:58:00Z',
        lastAt: '2026-11-23T09:00:00Z',
      },
    ]);
    expect(plain(server).filter((path) => path === '/api/v1/events')).toHaveLength(1);
  });

  test('count when the namespace is enrolled, or when a webhook is named', async () => {
    const server = await served();
    fail(server, 'bookstore', 'enrolled', { message: 'exceeded quota: q' });
    fail(server, 'other', 'quota-of-others', { message: 'exceeded quota: q' });
    fail(server, 'other', 'stale-webhook');
    fail(server, 'osm-system', 'of-the-control-plane');
    expect(regarded(await readFrom(server))).toEqual(['bookstore/enrolled', 'other/stale-webhook']);
  });

  test('are cut to one page, and that is said', async () => {
    const server = await served();
    for (let i = 0; i < 501; i += 1) fail(server, 'bookstore', `job-${i}`);
    const fact = failures(await readFrom(server));
    expect(fact).toMatchObject({
      state: 'partial',
      value: { length: 500 },
      missing: [{ kind: 'pages', reason: 'more than 500 objects' }],
    });
    expect(plain(server).filter((path) => path === '/api/v1/events')).toHaveLength(1);
  });
});

describe('where the events of the cluster are refused', () => {
  test('those of the enrolled namespaces of the mesh are read', async () => {
    const server = await served({ rbac: eventsOnlyIn('bookstore', 'elsewhere') });
    enrol(server, 'elsewhere', 'osm2');
    fail(server, 'bookstore', 'mine');
    fail(server, 'elsewhere', 'of-another-mesh');
    const snapshot = await readFrom(server);
    expect(failures(snapshot).state).toBe('read');
    expect(regarded(snapshot)).toEqual(['bookstore/mine']);
  });

  test('at most five namespaces are asked, and that there are more is said', async () => {
    const names = [1, 2, 3, 4, 5, 6].map((number) => `team-${number}`);
    const server = await served({ rbac: eventsOnlyIn('bookstore', ...names) });
    for (const name of names) enrol(server, name);
    const fact = failures(await readFrom(server));
    expect(fact).toMatchObject({
      state: 'partial',
      missing: [{ kind: 'pages', reason: '3 more enrolled namespaces were not asked' }],
    });
    expect(plain(server).length).toBeLessThanOrEqual(20);
  });

  test('and those of the namespaces too, the fact is refused', async () => {
    const snapshot = await readFrom(await served({ rbac: eventsOnlyIn() }));
    expect(failures(snapshot)).toMatchObject({ state: 'refused', verb: 'list', resource: 'events' });
  });
});

describe('whether a failure is over', () => {
  const stateOf = async (server: FaultyServer) =>
    meshFacts(await readFrom(server), 'osm-system').affectedWorkloads;

  test.each([
    ['ReplicaSet', 'replicasets', { spec: { replicas: 2 }, status: { replicas: 1 } }, [2, 1, 0]],
    [
      'StatefulSet',
      'statefulsets',
      { spec: { replicas: 2 }, status: { replicas: 2, readyReplicas: 1 } },
      [2, 2, 1],
    ],
    [
      'DaemonSet',
      'daemonsets',
      { spec: {}, status: { desiredNumberScheduled: 3, currentNumberScheduled: 2, numberReady: 1 } },
      [3, 2, 1],
    ],
    ['Job', 'jobs', { spec: { parallelism: 2 }, status: { active: 1, succeeded: 1, ready: 1 } }, [2, 2, 1]],
  ] as const)('a %s tells by its own numbers', async (kind, resource, parts, [desired, created, ready]) => {
    const server = await served();
    server.store.put(resource, { metadata: { name: 'shop', namespace: 'bookstore' }, ...parts });
    fail(server, 'bookstore', 'shop', { kind });
    expect(await stateOf(server)).toEqual({
      [`${kind}/bookstore/shop`]: {
        state: 'read',
        at: expect.any(String) as string,
        value: expect.objectContaining({
          kind,
          namespace: 'bookstore',
          name: 'shop',
          desired,
          created,
          ready,
        }) as unknown,
      },
    });
  });

  test('a workload that was deleted is absent', async () => {
    const server = await served();
    fail(server, 'bookstore', 'gone');
    expect(await stateOf(server)).toMatchObject({ 'ReplicaSet/bookstore/gone': { state: 'absent' } });
  });

  test('only the latest few are asked for, within the budget of the mesh', async () => {
    const server = await served();
    for (let i = 0; i < 9; i += 1)
      fail(server, 'bookstore', `job-${i}`, { lastAt: `2026-11-23T09:0${i}:00Z` });
    const asked = Object.keys(await stateOf(server));
    expect(asked).toEqual([8, 7, 6, 5].map((number) => `ReplicaSet/bookstore/job-${number}`));
    expect(plain(server)).toHaveLength(20);
  });

  test('no right to read a workload takes nothing else away', async () => {
    const server = await served({
      deny: ({ verb, resource }) => verb === 'get' && resource === 'replicasets',
    });
    fail(server, 'bookstore', 'shop');
    const snapshot = await readFrom(server);
    expect(meshFacts(snapshot, 'osm-system').affectedWorkloads).toMatchObject({
      'ReplicaSet/bookstore/shop': { state: 'refused', verb: 'get', namespace: 'bookstore' },
    });
    expect(regarded(snapshot)).toEqual(['bookstore/shop']);
  });
});
