import { expect, test } from 'vitest';
import { ageOf, humanDuration } from '#demo/human-duration.ts';
import type { KubeObject } from '#demo/scenario.ts';
import { textWidth } from '#demo/tables.ts';
import { started } from './started.ts';

const TABLE = { Accept: 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json' };

test('a table has the columns of the real server, and metadata with every row', async () => {
  const { get } = await started();
  const { body } = await get('/api/v1/namespaces/osm-system/pods', TABLE);
  expect(body).toMatchObject({ kind: 'Table', apiVersion: 'meta.k8s.io/v1' });
  const shown = body.columnDefinitions.filter(({ priority }) => priority === 0).map(({ name }) => name);
  expect(shown).toEqual(['Name', 'Ready', 'Status', 'Restarts', 'Age']);
  expect(body.rows.map(({ cells }) => cells.slice(1, 4))).toEqual([
    ['1/1', 'Running', '0'],
    ['2/2', 'Running', '0'],
    ['1/1', 'Running', '0'],
  ]);
  expect(body.rows[0]?.object?.kind).toBe('PartialObjectMetadata');
});

test('rows carry no object or the whole one, as asked', async () => {
  const { get } = await started();
  const kindWith = async (include: string): Promise<string | undefined> =>
    (await get(`/api/v1/pods?includeObject=${include}`, TABLE)).body.rows[0]?.object?.kind;
  expect(await kindWith('None')).toBe(undefined);
  expect(await kindWith('Object')).toBe('Pod');
});

test('every row has a cell for each column, in all tables', async () => {
  const { get, store } = await started({ scenario: '02-two-meshes' });
  store.put('configmaps', { metadata: { name: 'c', namespace: 'default' }, data: { a: '1' } });
  const paths = [
    '/api/v1/configmaps',
    '/api/v1/endpoints',
    '/api/v1/events',
    '/api/v1/namespaces',
    '/api/v1/pods',
    '/api/v1/services',
    '/apis/apps/v1/deployments',
    '/apis/apps/v1/replicasets',
    '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations',
    '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
    '/apis/config.openservicemesh.io/v1alpha2/meshconfigs',
    '/apis/events.k8s.io/v1/events',
  ];
  for (const path of paths) {
    const { columnDefinitions, rows } = (await get(path, TABLE)).body;
    expect(rows.length, path).toBeGreaterThan(0);
    for (const { cells } of rows) expect(cells, path).toHaveLength(columnDefinitions.length);
    expect(JSON.stringify(rows), path).not.toMatch(/<invalid>|undefined|NaN/);
  }
});

test('restarts tell when the last one was', async () => {
  const { get } = await started({ scenario: '06b-crashloop-fatal' });
  const { rows } = (await get('/api/v1/pods?labelSelector=app%3Dosm-controller', TABLE)).body;
  expect(rows[0]?.cells.slice(1, 3)).toEqual(['1/2', 'CrashLoopBackOff']);
  expect(rows[0]?.cells[3]).toMatch(/^3 \(\d\ds ago\)$/);
});

const pod = (status: object, more: object = {}): KubeObject => ({
  metadata: { name: 'p', creationTimestamp: '2026-01-01T00:00:00Z', ...more },
  spec: { initContainers: [{ name: 'i' }], containers: [{ name: 'a' }, { name: 'b' }] },
  status,
});
const init = { name: 'i', restartCount: 0, state: { terminated: { exitCode: 0, reason: 'Completed' } } };
const running = { ready: true, restartCount: 0, state: { running: {} } };

test.each([
  ['Pending', '0/2', pod({ phase: 'Pending' })],
  ['Evicted', '0/2', pod({ phase: 'Failed', reason: 'Evicted' })],
  [
    'Init:0/1',
    '0/2',
    pod({ phase: 'Pending', initContainerStatuses: [{ name: 'i', state: { running: {} } }] }),
  ],
  [
    'Init:CrashLoopBackOff',
    '0/2',
    pod({
      phase: 'Pending',
      initContainerStatuses: [{ name: 'i', state: { waiting: { reason: 'CrashLoopBackOff' } } }],
    }),
  ],
  [
    'Init:ExitCode:7',
    '0/2',
    pod({ phase: 'Pending', initContainerStatuses: [{ name: 'i', state: { terminated: { exitCode: 7 } } }] }),
  ],
  [
    'CreateContainerConfigError',
    '1/2',
    pod({
      phase: 'Pending',
      initContainerStatuses: [init],
      containerStatuses: [
        running,
        { name: 'b', state: { waiting: { reason: 'CreateContainerConfigError' } } },
      ],
    }),
  ],
  [
    'Error',
    '1/2',
    pod({
      phase: 'Running',
      initContainerStatuses: [init],
      containerStatuses: [running, { state: { terminated: { reason: 'Error', exitCode: 1 } } }],
    }),
  ],
  [
    'NotReady',
    '1/2',
    pod({
      phase: 'Running',
      containerStatuses: [{ state: { terminated: { reason: 'Completed' } } }, running],
    }),
  ],
  [
    'Terminating',
    '1/2',
    pod({ phase: 'Running', containerStatuses: [running] }, { deletionTimestamp: '2026-01-01T00:00:00Z' }),
  ],
])('a pod is shown as %s, %s ready', (status, ready, object) => {
  expect(textWidth('pods').cells(object, Date.parse('2026-01-01T00:02:05Z')).slice(1, 5)).toEqual([
    ready,
    status,
    '0',
    '2m5s',
  ]);
});

test('an event without times and count is seen once, at its event time', () => {
  const event: KubeObject = {
    metadata: { name: 'e' },
    eventTime: '2026-01-01T00:00:00.120000Z',
    firstTimestamp: null,
    lastTimestamp: null,
    reason: 'FailedScheduling',
    type: 'Warning',
    message: 'no room ',
    involvedObject: { kind: 'Pod', name: 'p' },
    reportingComponent: 'default-scheduler',
  };
  const now = Date.parse('2026-01-01T00:05:00Z');
  expect(textWidth('events').cells(event, now)).toEqual([
    '4m59s',
    'Warning',
    'FailedScheduling',
    'pod/p',
    '',
    'default-scheduler',
    'no room',
    '4m59s',
    1,
    'e',
  ]);
  const series = { ...event, series: { count: 7, lastObservedTime: '2026-01-01T00:04:50.000000Z' } };
  const cells = textWidth('events').cells(series, now);
  expect([cells[0], cells[7], cells[8]]).toEqual(['10s', '4m59s', 7]);
});

test.each([
  [-2, '<invalid>'],
  [-1, '0s'],
  [0, '0s'],
  [119, '119s'],
  [120, '2m'],
  [121, '2m1s'],
  [599, '9m59s'],
  [600, '10m'],
  [10_799, '179m'],
  [10_800, '3h'],
  [10_860, '3h1m'],
  [8 * 3600, '8h'],
  [47 * 3600, '47h'],
  [49 * 3600, '2d1h'],
  [8 * 86_400, '8d'],
  [730 * 86_400, '2y'],
  [731 * 86_400, '2y1d'],
  [2920 * 86_400, '8y'],
])('%i seconds are %s', (seconds, text) => {
  // `duration.HumanDuration` counts a whole second before it calls a time invalid.
  expect(humanDuration(seconds * 1000)).toBe(text);
});

test('a time that is not there is unknown', () => {
  expect(ageOf(undefined, 0)).toBe('<unknown>');
});
