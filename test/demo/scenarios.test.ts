import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mapAt, textAt } from '#demo/field.ts';
import { packScenario, packScenarios, unpackScenario, unpackScenarios } from '#demo/pack.ts';
import { UnknownScenarioError, listScenarios, loadScenario, readScenario } from '#demo/scenarios.ts';

test('an unknown scenario is refused with the names there are', async () => {
  const failure: unknown = await loadScenario('toString').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UnknownScenarioError);
  expect(failure).toMatchObject({ asked: 'toString', known: listScenarios().map(({ name }) => name) });
  expect(String(failure)).toContain('01-healthy');
});

test('every recording on disk is listed, and all together are small', async () => {
  const folder = join(import.meta.dirname, '../../src/demo/scenarios');
  const files = await readdir(folder);
  const names = listScenarios().map(({ name }) => name);
  const recorded = files.filter((file) => file !== 'reported.json').map((file) => file.replace('.json', ''));
  expect(names).toEqual(expect.arrayContaining(recorded));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  expect(texts.join('').length).toBeLessThan(400_000);
});

test('packing loses nothing', async () => {
  const scenario = await readScenario('06b-crashloop-fatal');
  expect(unpackScenario(packScenario(scenario))).toEqual(scenario);
  const several = [scenario, await readScenario('01-healthy')];
  expect(unpackScenarios(packScenarios(several))).toEqual(several);
});

test('the long log of the injector is whole: thousands of errors, and panics with their stacks', async () => {
  const { logs } = await readScenario('05-injector-errors');
  const log = Object.entries(logs).find(([key]) => key.endsWith('/osm-injector/current'))?.[1];
  const text = log && 'text' in log ? log.text : '';
  expect(text.split('\n').length).toBeGreaterThan(7000);
  expect(text).toContain('http: panic serving');
  expect(new Set(text.match(/"error_code":"E\d+"/g)).size).toBe(7);
});

test('annotations of kubectl apply are not kept, who set a label and when is', async () => {
  for (const { kind, name } of listScenarios()) {
    const { objects } = await readScenario(name);
    for (const object of Object.values(objects).flat()) {
      expect(Object.keys(mapAt(object, 'metadata.annotations'))).not.toContain(
        'kubectl.kubernetes.io/last-applied-configuration',
      );
    }
    const [namespace] = objects['namespaces'] ?? [];
    // The reported cases were written down without.
    if (kind !== 'reported') expect(namespace?.metadata['managedFields']).toBeDefined();
  }
});

test('a pod without a place to run has no node, no address and an event without a count', async () => {
  const { objects, logs } = await readScenario('13-unschedulable');
  const pod = objects['pods']?.find((object) => textAt(object, 'status.phase') === 'Pending');
  expect(textAt(pod, 'spec.nodeName') + textAt(pod, 'status.podIP')).toBe('');
  const event = objects['events']?.find((object) => object['reason'] === 'FailedScheduling');
  expect(event).toMatchObject({ firstTimestamp: null, involvedObject: { name: pod?.metadata.name } });
  expect(event).not.toHaveProperty('count');
  expect(Object.keys(logs).filter((key) => key.includes(pod?.metadata.name ?? '-'))).toEqual([]);
});

test.each(listScenarios().filter(({ kind }) => kind === 'reported'))(
  '$name is a case of its own: $title',
  async ({ name, title }) => {
    const scenario = await readScenario(name);
    expect(scenario).toMatchObject({ name, title });
    const healthy = await readScenario('01-healthy');
    const warnings = (events: (typeof scenario.objects)[string] = []): string[] =>
      events.filter(({ type }) => type === 'Warning').map((event) => textAt(event, 'message'));
    const known = new Set(warnings(healthy.objects['events']));
    expect(warnings(scenario.objects['events']).filter((message) => !known.has(message))).not.toEqual([]);
  },
);
