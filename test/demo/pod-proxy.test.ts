import { expect, test } from 'vitest';
import { textAt } from '#demo/field.ts';
import { started } from './started.ts';

const at = (target: string, path = '/health/alive'): string =>
  `/api/v1/namespaces/osm-system/pods/${target}/proxy${path}`;

test('the pod answers itself, with its own status and type', async () => {
  const { get, pod } = await started({ scenario: '03-liveness-503' });
  const answer = await get(at(`${pod('osm-controller')}:9091`));
  expect(answer).toMatchObject({
    status: 503,
    text: 'Liveness probe for osm-proxyserver indicates it is not alive',
  });
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await get(at(`${pod('osm-controller')}:9091`, '/health/ready'))).toMatchObject({ status: 200 });
});

test('scheme and encoded characters in the target and the path are understood', async () => {
  const { get, pod } = await started();
  const name = pod('osm-controller');
  expect((await get(at(`http:${name}:9091`))).text).toBe('Service is alive');
  expect((await get(at(`${name}%3A9091`, '/health%2Falive'))).text).toBe('Service is alive');
  expect((await get(at(`${name}:9091`, '/nope'))).text).toBe('404 page not found\n');
});

test('a port where nobody listens is a Status of the API server, not an answer of the pod', async () => {
  const { get, pod, store } = await started();
  const name = pod('osm-controller');
  const ip = textAt(store.get('pods', 'osm-system', name), 'status.podIP');
  const answer = await get(at(`${name}:1234`));
  expect(answer).toMatchObject({
    status: 503,
    body: {
      kind: 'Status',
      reason: 'ServiceUnavailable',
      message: `error trying to reach service: dial tcp ${ip}:1234: connect: connection refused`,
    },
  });
  expect(answer.headers.get('content-type')).toBe('application/json');
});

test('plain http to a port that speaks TLS', async () => {
  const { get, pod, store } = await started();
  const name = pod('osm-injector');
  store.setProxy('osm-system', name, 'https:9090', '/healthz', {
    status: 200,
    contentType: 'text/plain',
    body: 'Health OK',
  });
  expect(await get(at(`https:${name}:9090`, '/healthz'))).toMatchObject({ status: 200, text: 'Health OK' });
  expect(await get(at(`${name}:9090`, '/healthz'))).toMatchObject({ status: 400 });
});

test('an answer can take its time', async () => {
  const { get, pod, store } = await started();
  const name = pod('osm-injector');
  store.setProxy('osm-system', name, 9091, '/slow', {
    status: 200,
    contentType: 'text/plain',
    body: 'ok',
    latencyMs: 150,
  });
  const before = performance.now();
  expect((await get(at(`${name}:9091`, '/slow'))).text).toBe('ok');
  expect(performance.now() - before).toBeGreaterThan(140);
});

test('a pod that is not there, and one without an address', async () => {
  const { get, pod } = await started({ scenario: '13-unschedulable' });
  expect(await get(at('nope:9091'))).toMatchObject({
    status: 404,
    body: { message: 'pods "nope" not found' },
  });
  expect(await get(at(`${pod('osm-controller')}:9091`))).toMatchObject({ status: 400 });
});
