import { expect, test } from 'vitest';
import { names, started } from './started.ts';

const PODS = '/api/v1/namespaces/osm-system/pods';

test('a list of a built-in type has kind and version once, and a resource version', async () => {
  const { get } = await started();
  const { body, headers } = await get('/apis/apps/v1/namespaces/osm-system/deployments');
  expect(headers.get('content-type')).toBe('application/json');
  expect(body).toMatchObject({
    kind: 'DeploymentList',
    apiVersion: 'apps/v1',
    metadata: { resourceVersion: '1932' },
  });
  expect(names(body)).toEqual([
    'osm-system/osm-bootstrap',
    'osm-system/osm-controller',
    'osm-system/osm-injector',
  ]);
  expect(body.items[0]).not.toHaveProperty('kind');
});

test('items of custom resources say what they are', async () => {
  const { get } = await started();
  const { body } = await get('/apis/config.openservicemesh.io/v1alpha2/meshconfigs');
  expect(body.items).toMatchObject([
    { kind: 'MeshConfig', apiVersion: 'config.openservicemesh.io/v1alpha2' },
  ]);
});

test('a cluster-wide list spans the namespaces, in the order of the store behind the real server', async () => {
  const { get } = await started({ scenario: '02-two-meshes' });
  const namespaces = names((await get('/api/v1/pods')).body).map((name) => name.split('/')[0]);
  expect([...new Set(namespaces)]).toEqual(['bookstore', 'osm-system-2', 'osm-system']);
});

test('one object carries kind and version; one that is not there is a Status 404', async () => {
  const { get, pod } = await started();
  expect((await get(`${PODS}/${pod('osm-controller')}`)).body).toMatchObject({
    kind: 'Pod',
    apiVersion: 'v1',
  });
  expect((await get('/api/v1/namespaces/osm-system')).body).toMatchObject({ kind: 'Namespace' });
  const missing = await get('/apis/apps/v1/namespaces/x/deployments/y');
  expect(missing.status).toBe(404);
  expect(missing.body).toEqual({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: 'deployments.apps "y" not found',
    reason: 'NotFound',
    details: { name: 'y', group: 'apps', kind: 'deployments' },
    code: 404,
  });
});

test('a known type without objects is an empty list, an unknown one a page that is not found', async () => {
  const { get } = await started();
  expect((await get('/apis/autoscaling/v2/horizontalpodautoscalers')).body).toMatchObject({
    kind: 'HorizontalPodAutoscalerList',
    items: [],
  });
  for (const path of ['/api/v1/foos', '/apis/nope.io/v1/foos', '/metrics', '/openapi/v3', '/nonsense']) {
    expect(await get(path)).toMatchObject({ status: 404, text: '404 page not found\n' });
  }
});

test.each([
  ['app=osm-controller', 1],
  ['app==osm-controller', 1],
  ['app!=osm-controller', 4],
  ['app in (osm-controller, osm-injector)', 2],
  ['app notin (osm-controller,osm-injector)', 3],
  ['app notin (osm-controller),app in (osm-controller,osm-bootstrap)', 1],
  ['openservicemesh.io/proxy-uuid', 0],
  ['osm-proxy-uuid', 2],
  ['!osm-proxy-uuid', 3],
  ['codebase=', 1],
])('labelSelector %s selects %i pods', async (selector, count) => {
  const { get } = await started();
  const { body } = await get(`/api/v1/pods?labelSelector=${encodeURIComponent(selector)}`);
  expect(names(body)).toHaveLength(count);
});

test('a label selector that cannot be read is a bad request', async () => {
  const { get } = await started();
  expect((await get('/api/v1/pods?labelSelector=a%3D%3D%3Db')).status).toBe(400);
});

test('events are selected by what they are about, by type and reason', async () => {
  const { get, pod } = await started({ scenario: '03-liveness-503' });
  const events = '/api/v1/namespaces/osm-system/events?fieldSelector=';
  const select = async (selector: string): Promise<string[]> =>
    (await get(events + encodeURIComponent(selector))).body.items.map((item) => String(item['reason']));
  const name = pod('osm-controller');
  expect(await select(`involvedObject.name=${name},type=Warning`)).toEqual(['Unhealthy']);
  expect(await select(`involvedObject.kind=Pod,type!=Normal`)).toEqual(['Unhealthy']);
  expect(await select('reason==Killing')).toEqual(['Killing']);
  const refused = await get(`${events}spec.foo%3Dx`);
  expect(refused).toMatchObject({ status: 400, body: { message: 'field label not supported: spec.foo' } });
});

test('pods are selected by phase and node, everything by name', async () => {
  const { get, pod } = await started();
  const count = async (selector: string): Promise<number> =>
    (await get(`/api/v1/pods?fieldSelector=${encodeURIComponent(selector)}`)).body.items.length;
  expect(await count('status.phase=Running,spec.nodeName=rcnode1')).toBe(5);
  expect(await count('status.phase!=Running')).toBe(0);
  expect(await count(`metadata.name=${pod('osm-injector')},metadata.namespace=osm-system`)).toBe(1);
});

test('a list comes in pages, each saying how many are left', async () => {
  const { get } = await started();
  const all = names((await get('/api/v1/events')).body);
  const seen: string[] = [];
  let token = '';
  do {
    const { body } = await get(`/api/v1/events?limit=20${token && `&continue=${encodeURIComponent(token)}`}`);
    seen.push(...names(body));
    token = body.metadata.continue ?? '';
    expect(body.metadata.remainingItemCount).toBe(token === '' ? undefined : all.length - seen.length);
  } while (token !== '');
  expect(seen).toEqual(all);
});

test('with a selector the number of the rest is unknown', async () => {
  const { get } = await started();
  const { metadata } = (await get('/api/v1/pods?limit=1&labelSelector=app')).body;
  expect(metadata.continue).toBeTruthy();
  expect(metadata).not.toHaveProperty('remainingItemCount');
});

test('a continue token that makes no sense is a bad request', async () => {
  const { get } = await started();
  const refused = await get('/api/v1/pods?continue=nonsense');
  expect(refused.status).toBe(400);
  expect(refused.body.message).toContain('invalid continue token');
});

test('an expired token is answered by 410 and a token to go on with', async () => {
  const { get, faults } = await started();
  const { body: first } = await get('/api/v1/pods?limit=2');
  faults.add({ kind: 'expire-token', times: 1 });
  const path = `/api/v1/pods?limit=500&continue=${first.metadata.continue}`;
  const expired = await get(path);
  expect(expired).toMatchObject({ status: 410, body: { reason: 'Expired', code: 410 } });
  const rest = await get(`/api/v1/pods?continue=${expired.body.metadata.continue}`);
  expect(names(rest.body)).toHaveLength(3);
  expect((await get(path)).status).toBe(200);
});

test('events.k8s.io shows the same events with other field names', async () => {
  const { get } = await started({ scenario: '03-liveness-503' });
  const core = await get('/api/v1/namespaces/osm-system/events?fieldSelector=reason%3DUnhealthy');
  const v1 = await get(
    '/apis/events.k8s.io/v1/namespaces/osm-system/events?fieldSelector=reason%3DUnhealthy',
  );
  const [event] = core.body.items;
  expect(v1.body).toMatchObject({ kind: 'EventList', apiVersion: 'events.k8s.io/v1' });
  expect(v1.body.items[0]).toEqual({
    metadata: event?.['metadata'],
    eventTime: null,
    regarding: event?.['involvedObject'],
    note: 'Liveness probe failed: HTTP probe failed with statuscode: 503',
    reason: 'Unhealthy',
    type: 'Warning',
    reportingController: 'kubelet',
    reportingInstance: 'rcnode1',
    deprecatedSource: event?.['source'],
    deprecatedFirstTimestamp: event?.['firstTimestamp'],
    deprecatedLastTimestamp: event?.['lastTimestamp'],
    deprecatedCount: event?.['count'],
  });
});

test('metadata alone is sent to those who ask for it', async () => {
  const { get } = await started();
  const as = (type: string): Record<string, string> => ({
    Accept: `application/json;as=${type};v=v1;g=meta.k8s.io`,
  });
  const { body } = await get('/api/v1/namespaces', as('PartialObjectMetadataList'));
  expect(body).toMatchObject({ kind: 'PartialObjectMetadataList', apiVersion: 'meta.k8s.io/v1' });
  expect(Object.keys(body.items[0] ?? {})).toEqual(['kind', 'apiVersion', 'metadata']);
  const one = await get('/api/v1/namespaces/default', as('PartialObjectMetadata'));
  expect(one.body).toMatchObject({ kind: 'PartialObjectMetadata', metadata: { name: 'default' } });
});

test('a representation that nobody can make is not acceptable', async () => {
  const { get } = await started();
  expect((await get('/api/v1/pods', { Accept: 'application/vnd.kubernetes.protobuf' })).status).toBe(406);
});

test('large answers are compressed for those who accept that, small ones are not', async () => {
  const { url, store } = await started();
  for (let index = 0; index < 200; index += 1) {
    store.put('configmaps', {
      metadata: { name: `c${index}`, namespace: 'default' },
      data: { text: 'x'.repeat(1000) },
    });
  }
  const encodingOf = async (path: string, accept: string): Promise<string | null> => {
    const response = await fetch(url + path, { headers: { 'Accept-Encoding': accept } });
    expect(((await response.json()) as { items: unknown[] }).items.length).toBeGreaterThan(0);
    return response.headers.get('content-encoding');
  };
  expect(await encodingOf('/api/v1/configmaps', 'gzip, br')).toBe('gzip');
  expect(await encodingOf('/api/v1/configmaps', 'identity')).toBe(null);
  expect(await encodingOf('/api/v1/configmaps?limit=3', 'gzip')).toBe(null);
});
