import { expect, test } from 'vitest';
import { at, listAt, textAt } from '#demo/field.ts';
import { listScenarios, loadScenario, readScenario } from '#demo/scenarios.ts';
import { shiftTimes, shifter } from '#demo/shift-times.ts';

const HOUR = 3_600_000;
const later = shifter('2026-11-23T08:00:00Z', 25 * HOUR);

test.each([
  ['2026-11-23T08:59:29Z', '2026-11-24T09:59:29Z'],
  ['2026-11-23T08:59:29.181397797Z', '2026-11-24T09:59:29.181397797Z'],
  ['2026-11-23T08:59:29.100000Z', '2026-11-24T09:59:29.100000Z'],
  ['2026-11-23T17:59:29+09:00', '2026-11-24T18:59:29+09:00'],
  ['2026-12-31T23:30:00Z', '2027-01-02T00:30:00Z'],
  ['2026-11-23 08:59:29.181 [INF] [admin] Starting', '2026-11-24 09:59:29.181 [INF] [admin] Starting'],
  ['2026/11/23 09:15:35 http: panic serving', '2026/11/24 10:15:35 http: panic serving'],
  ['E1123 09:15:35.123456       1 reflector.go:140]', 'E1124 10:15:35.123456       1 reflector.go:140]'],
  ['2026-11-23T09:15:35.1Z W1130 23:15:35.123456 x', '2026-11-24T10:15:35.1Z W1202 00:15:35.123456 x'],
  ['{"level":"info","time":"2026-11-23T08:59:29Z"}', '{"level":"info","time":"2026-11-24T09:59:29Z"}'],
])('%s is moved in its own format', (text, expected) => {
  expect(later(text)).toBe(expected);
});

test.each([
  'osm-injector v1.3.9; unknown; 2023-10-01-00:00',
  'osm-controller-x.18eaa0f2d55282ee',
  '10.244.0.9:9090',
  'E6114',
])('%s is no time', (text) => {
  expect(later(text)).toBe(text);
});

test('a fraction of a second in the distance does not change the order of stamps with and without fraction', () => {
  const move = shifter('2026-11-23T08:00:00Z', 1999);
  expect(move('2026-11-23T08:59:29.9Z 2026-11-23T08:59:29Z')).toBe(
    '2026-11-23T08:59:30.9Z 2026-11-23T08:59:30Z',
  );
});

test('a scenario is moved everywhere: metadata, managedFields, status, logs; the original stays', async () => {
  const original = await readScenario('02-two-meshes');
  const before = structuredClone(original);
  const moved = shiftTimes(original, HOUR);
  expect(original).toEqual(before);
  const namespace = moved.objects['namespaces']?.find(({ metadata }) => metadata.name === 'osm-system');
  expect(namespace?.metadata.creationTimestamp).toMatch(/^2026-11-23T09:59/);
  expect(textAt(listAt(namespace, 'metadata.managedFields')[0], 'time')).toMatch(/^2026-11-23T09:59/);
  expect(JSON.stringify(moved.objects)).not.toMatch(/2026-11-23T0[58]/);
  const log = Object.entries(moved.logs).find(([key]) => key.includes('/osm-injector/current'))?.[1];
  const [line = ''] = (log && 'text' in log ? log.text : '').split('\n');
  expect(line).toMatch(/^2026-11-23T(09:5\d:\d\d)\.\d{9}Z .*"time":"2026-11-23T09:5/);
});

test.each(listScenarios())('$name is loaded as if it had just been recorded', async ({ name, title }) => {
  const now = new Date('2027-03-01T12:00:00.700Z');
  const scenario = await loadScenario(name, now);
  expect(scenario).toMatchObject({ name, title });
  const distance = now.getTime() - Date.parse(scenario.recordedAt);
  expect(distance).toBeGreaterThanOrEqual(0);
  expect(distance).toBeLessThan(1000);
  expect(JSON.stringify(scenario)).not.toContain('2026-11');
  const created = Object.values(scenario.objects)
    .flat()
    .map((object) => Date.parse(textAt(object, 'metadata.creationTimestamp')));
  expect(Math.max(...created)).toBeLessThanOrEqual(now.getTime());
  expect(at(scenario, 'objects.namespaces')).toBeDefined();
});
