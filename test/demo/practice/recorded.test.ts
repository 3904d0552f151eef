import { expect, test } from 'vitest';
import type { Pod } from '#demo/practice/objects.ts';
import { isOver, isReady } from '#demo/practice/objects.ts';
import { isPromising } from '#demo/practice/prediction.ts';
import { WORLDS } from '#demo/practice/worlds.ts';
import { listScenarios, readScenario } from '#demo/scenarios.ts';
import { practised } from '../../support/practice-rules.ts';

const names = listScenarios().map(({ name }) => name);

test('every declared world is that of a scenario', () => {
  expect(names).toEqual(expect.arrayContaining(Object.keys(WORLDS)));
});

test.each(names)('%s stays as it was recorded while nobody does anything', async (name) => {
  const { server } = await practised(name, { speed: 60 });
  const { objects } = await readScenario(name);
  for (let turn = 0; turn < 50; turn += 1) server.engine.turn();
  expect(server.engine.isSettled()).toBe(true);
  const keys = ['pods', 'services', 'mutatingwebhookconfigurations.admissionregistration.k8s.io'];
  for (const { key, object } of keys.flatMap((key) =>
    (objects[key] ?? []).map((object) => ({ key, object })),
  )) {
    const { metadata } = object;
    const now = server.store.get(key, metadata.namespace ?? '', metadata.name);
    expect(now?.metadata.resourceVersion, `${key} ${metadata.name}`).toBe(metadata.resourceVersion);
  }
  const recorded = new Set((objects['pods'] ?? []).map(({ metadata }) => metadata.name));
  const others = server.store.list('pods').filter(({ metadata }) => !recorded.has(metadata.name));
  expect(others.every(({ metadata }) => metadata.namespace === 'kube-system')).toBe(true);
});

/** Ready when they were recorded, between two restarts by their liveness probe. */
const READY_FOR_NOW = new Set(['03-liveness-503', 'r3-liveness-timeouts']);

test.each(names)('%s: the rules explain which Pods were Ready', async (name) => {
  const { server } = await practised(name);
  const { objects } = await readScenario(name);
  for (const { metadata } of objects['pods'] ?? []) {
    const pod = server.store.get('pods', metadata.namespace ?? '', metadata.name) as Pod;
    if (isOver(pod) || pod.spec.nodeName === undefined) continue;
    const isController = metadata.labels?.['app'] === 'osm-controller';
    const expected = isReady(pod) && !(READY_FOR_NOW.has(name) && isController);
    expect(isPromising(server.cluster, pod), metadata.name).toBe(expected);
  }
});
