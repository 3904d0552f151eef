import { describe, expect, test } from 'vitest';
import type { FaultyServer } from '../support/faulty-server.ts';
import type { KubeObject } from '#demo/scenario.ts';
import { meshFacts, nodeOf } from '#mesh/mesh-facts.ts';
import { valueOf } from '#snapshot/observed.ts';
import { readFrom, served } from './connected.ts';
import { control, plain } from './facts.ts';

const record = (value: unknown): Record<string, unknown> => value as Record<string, unknown>;

/** Another replica of osm-controller, on a node of its own. */
function addReplica(server: FaultyServer, number: number, options: { ready: boolean; phase?: string }): void {
  const pod = server.store.list('pods').find(({ metadata }) => metadata.labels?.['app'] === 'osm-controller');
  if (!pod) throw new Error('no pod of osm-controller');
  const status = {
    ...record(pod['status']),
    phase: options.phase ?? 'Running',
    conditions: [{ type: 'Ready', status: options.ready ? 'True' : 'False' }],
  };
  server.store.put('pods', {
    metadata: { ...pod.metadata, name: `${pod.metadata.name}-${number}` },
    spec: { ...record(pod['spec']), nodeName: `node-${number}` },
    status,
  });
}

const nodesAsked = (server: FaultyServer): string[] =>
  plain(server).flatMap((path) => /^\/api\/v1\/nodes\/(.+)$/.exec(path)?.[1] ?? []);

const pressed: KubeObject = {
  metadata: { name: 'rcnode1', labels: { 'kubernetes.io/arch': 'arm64' } },
  spec: {
    unschedulable: true,
    taints: [
      { key: 'node.kubernetes.io/disk-pressure', effect: 'NoSchedule', timeAdded: '2026-11-23T09:00:00Z' },
    ],
  },
  status: {
    conditions: [
      { type: 'DiskPressure', status: 'True', reason: 'KubeletHasDiskPressure', message: 'no disk' },
    ],
    nodeInfo: { architecture: 'arm64', operatingSystem: 'linux', kubeletVersion: 'v1.32.13' },
    allocatable: { memory: '1Gi' },
    images: [{ names: ['a'], sizeBytes: 1 }],
  },
};

describe('the nodes of the control plane', () => {
  test('each is read once, with what bears on its Pods', async () => {
    const server = await served();
    server.store.put('nodes', pressed);
    const snapshot = await readFrom(server);
    expect(nodesAsked(server)).toEqual(['rcnode1']);
    const facts = meshFacts(snapshot, 'osm-system');
    const [pod] = valueOf(facts.pods) ?? [];
    const node = pod && nodeOf(facts, pod);
    expect(node).toMatchObject({
      state: 'read',
      value: {
        metadata: { labels: { 'kubernetes.io/arch': 'arm64' } },
        spec: { unschedulable: true, taints: [{ key: 'node.kubernetes.io/disk-pressure' }] },
        status: {
          conditions: [{ type: 'DiskPressure', status: 'True' }],
          nodeInfo: { kubeletVersion: 'v1.32.13' },
        },
      },
    });
    expect(JSON.stringify(node)).not.toContain('sizeBytes');
  });

  test('a node that is gone is absent, one that may not be read is refused', async () => {
    const gone = await served();
    gone.store.put('nodes', { ...pressed, metadata: { name: 'another' } });
    expect(control(await readFrom(gone)).nodes).toMatchObject({ rcnode1: { state: 'absent' } });
    const refused = await served({ deny: ({ resource }) => resource === 'nodes' });
    expect(control(await readFrom(refused)).nodes).toMatchObject({
      rcnode1: { state: 'refused', verb: 'get', resource: 'nodes', group: '' },
    });
  });

  test('at most five are asked for, those of Pods that are not Ready first', async () => {
    const server = await served();
    for (let i = 0; i < 4; i += 1) addReplica(server, i, { ready: true });
    addReplica(server, 8, { ready: false, phase: 'Failed' });
    for (let i = 4; i < 7; i += 1) addReplica(server, i, { ready: false });
    await readFrom(server);
    expect(nodesAsked(server).slice(0, 3).toSorted()).toEqual(['node-4', 'node-5', 'node-6']);
    expect(nodesAsked(server)).toHaveLength(5);
    expect(plain(server)).toHaveLength(20);
  });

  test('one that two control planes share is asked for once', async () => {
    const server = await served({ name: '02-two-meshes' });
    const snapshot = await readFrom(server);
    expect(nodesAsked(server)).toHaveLength(1);
    for (const namespace of ['osm-system', 'osm-system-2'])
      expect(Object.values(control(snapshot, namespace).nodes ?? {})).toMatchObject([{ state: 'read' }]);
  });
});

test('Failed and Succeeded Pods: no probe is called, and only the logs of the newest two are read', async () => {
  const server = await served();
  for (let i = 0; i < 5; i += 1) {
    addReplica(server, i, { ready: false, phase: i === 0 ? 'Succeeded' : 'Failed' });
    const { name } = server.store
      .list('pods')
      .find(({ metadata }) => metadata.name.endsWith(`-${i}`))!.metadata;
    server.store.update('pods', 'osm-system', name, (pod) => ({
      ...pod,
      metadata: { ...pod.metadata, creationTimestamp: `2026-11-23T09:0${i}:00Z` },
    }));
  }
  const { probes, logs } = control(await readFrom(server));
  const ended = (keys: object): string[] => [
    ...new Set(Object.keys(keys).flatMap((key) => /-(\d)\//.exec(key)?.[1] ?? [])),
  ];
  expect(ended(probes)).toEqual([]);
  expect(ended(logs).toSorted()).toEqual(['3', '4']);
});
