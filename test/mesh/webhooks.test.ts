import { expect, test } from 'vitest';
import { deadLocks, selectorMatches, webhookCallsFor } from '#mesh/webhooks.ts';
import { namespace, read, recorded, refused, webhook } from './build.ts';

const labels = { app: 'x', tier: 'a' };
const expression = (key: string, operator: string, values: string[] = []) => ({
  matchLabels: {},
  matchExpressions: [{ key, operator, values }],
});

test.each([
  ['no selector', undefined, true],
  ['an empty one', { matchLabels: {}, matchExpressions: [] }, true],
  ['equal labels', { matchLabels: { app: 'x' }, matchExpressions: [] }, true],
  ['another value', { matchLabels: { app: 'y' }, matchExpressions: [] }, false],
  ['In', expression('tier', 'In', ['a', 'b']), true],
  ['In, label absent', expression('none', 'In', ['a']), false],
  ['NotIn', expression('tier', 'NotIn', ['a']), false],
  ['NotIn, label absent', expression('none', 'NotIn', ['a']), true],
  ['Exists', expression('tier', 'Exists'), true],
  ['DoesNotExist', expression('tier', 'DoesNotExist'), false],
  ['an operator nobody knows', expression('tier', 'Gt', ['1']), false],
])('a selector with %s', (_what, selector, matches) => {
  expect(selectorMatches(selector, labels)).toBe(matches);
});

test('in the recording osm2 is asked about pods of osm-system, and its own mesh is not', () => {
  const { mutatingWebhooks, namespaces } = recorded('02-two-meshes');
  const labelsOf = (name: string) =>
    namespaces.find(({ metadata }) => metadata.name === name)?.metadata.labels ?? {};
  expect(webhookCallsFor(mutatingWebhooks, labelsOf('osm-system'))).toEqual([
    {
      configuration: 'osm-webhook-osm2',
      webhook: 'osm-inject.k8s.io',
      service: { namespace: 'osm-system-2', name: 'osm-injector' },
    },
  ]);
  expect(webhookCallsFor(mutatingWebhooks, labelsOf('osm-system-2'))).toEqual([]);
});

test('a namespace enrolled in its own mesh, without the label name, still waits for its own injector (facts §3.4)', () => {
  const { mutatingWebhooks } = recorded('01-healthy');
  const enrolled = { 'openservicemesh.io/monitored-by': 'osm' };
  expect(webhookCallsFor(mutatingWebhooks, enrolled)).toHaveLength(1);
  expect(webhookCallsFor(mutatingWebhooks, { ...enrolled, name: 'osm-system' })).toEqual([]);
});

test.each([
  ['fails open', { failurePolicy: 'Ignore' }, 0],
  ['has no policy: Fail is the default', { failurePolicy: undefined }, 1],
  [
    'is asked for updates only',
    { rules: [{ operations: ['UPDATE'], apiGroups: [''], resources: ['pods'] }] },
    0,
  ],
  ['is asked for everything', { rules: [{ operations: ['*'], apiGroups: ['*'], resources: ['*/*'] }] }, 1],
  [
    'is asked for subresources',
    { rules: [{ operations: ['*'], apiGroups: [''], resources: ['pods/*'] }] },
    0,
  ],
  [
    'is asked for another group',
    { rules: [{ operations: ['*'], apiGroups: ['apps'], resources: ['*'] }] },
    0,
  ],
])('a webhook that %s', (_what, raw, count) => {
  expect(webhookCallsFor([webhook('w', raw)], {})).toHaveLength(count);
});

test('an object selector counts when the labels of the pod are known', () => {
  const picky = webhook('w', { objectSelector: { matchLabels: { inject: 'yes' } } });
  expect(webhookCallsFor([picky], {})).toHaveLength(1);
  expect(webhookCallsFor([picky], {}, { app: 'osm-injector' })).toEqual([]);
});

test('a webhook answers when its Service has a ready endpoint', () => {
  const { services, endpoints, mutatingWebhooks } = recorded('01-healthy');
  const calls = webhookCallsFor(mutatingWebhooks, { 'openservicemesh.io/monitored-by': 'osm' });
  const notReady = endpoints.map((item) => ({ ...item, ready: [], notReady: item.ready }));
  const answers = (backend: Parameters<typeof deadLocks>[1][string]) =>
    deadLocks(calls, { 'osm-system': backend }).map(({ answer, reason }) => `${answer}: ${reason}`);

  expect(answers({ services: read(services), endpoints: read(endpoints) })).toEqual(['clear: ready']);
  expect(answers({ services: read(services), endpoints: read(notReady) })).toEqual([
    'blocked: no-ready-endpoint',
  ]);
  expect(answers({ services: read(services), endpoints: read([]) })).toEqual(['blocked: no-ready-endpoint']);
  expect(answers({ services: read([]) })).toEqual(['blocked: no-service']);
  expect(answers({ namespace: { state: 'absent', at: 't' } })).toEqual(['blocked: no-namespace']);
  expect(answers({ namespace: read(namespace('osm-system')), endpoints: refused('endpoints') })).toEqual([
    'unknown: not-read',
  ]);
  expect(answers(undefined)).toEqual(['unknown: not-read']);
});

test('an incomplete list clears, but never blocks', () => {
  const { endpoints, mutatingWebhooks } = recorded('01-healthy');
  const calls = webhookCallsFor(mutatingWebhooks, { 'openservicemesh.io/monitored-by': 'osm' });
  const missing = [{ kind: 'pages' as const, reason: 'cut' }];
  const partial = (value: typeof endpoints) => ({ state: 'partial' as const, value, at: 't', missing });
  expect(deadLocks(calls, { 'osm-system': { endpoints: partial(endpoints) } })[0]?.answer).toBe('clear');
  expect(deadLocks(calls, { 'osm-system': { endpoints: partial([]) } })[0]?.answer).toBe('unknown');
});

test('a webhook by URL cannot be judged from here', () => {
  const calls = webhookCallsFor([webhook('w', { clientConfig: { url: 'https://x' } })], {});
  expect(calls[0]).not.toHaveProperty('service');
  expect(deadLocks(calls, {})).toMatchObject([{ answer: 'unknown', reason: 'by-url' }]);
});
