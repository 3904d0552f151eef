import { expect, test } from 'vitest';
import { started } from './started.ts';

const PODS = '/api/v1/pods';

test('a delay befalls the paths that it is meant for', async () => {
  const { get } = await started({ faults: [{ kind: 'delay', ms: 200, on: /pods/ }] });
  const time = async (path: string): Promise<number> => {
    const before = performance.now();
    await get(path);
    return performance.now() - before;
  };
  expect(await time(PODS)).toBeGreaterThan(190);
  expect(await time('/version')).toBeLessThan(150);
});

test('no answer at all, until the client has enough', async () => {
  const client = new AbortController();
  const onPods = ({ url }: { readonly url: string }): boolean => {
    // The client's patience begins when its request has arrived.
    setTimeout(() => client.abort(), 100);
    return url === PODS;
  };
  const { url, requests } = await started({ faults: [{ kind: 'hang', on: onPods }] });
  await expect(fetch(url + PODS, { signal: client.signal })).rejects.toThrow(/abort/);
  expect(requests).toMatchObject([{ path: PODS, status: undefined }]);
});

test('a connection that is closed at once, or in the middle of the body', async () => {
  const { get, url, faults } = await started();
  faults.add({ kind: 'reset', times: 1 });
  await expect(get(PODS)).rejects.toThrow('fetch failed');
  faults.add({ kind: 'cut', afterBytes: 1000 });
  const response = await fetch(url + PODS);
  expect(response.status).toBe(200);
  let received = 0;
  const read = async (): Promise<void> => {
    for await (const chunk of response.body ?? []) received += (chunk as Uint8Array).length;
  };
  await expect(read()).rejects.toThrow('terminated');
  expect(received).toBe(1000);
  faults.clear();
  expect((await get(PODS)).status).toBe(200);
});

test('a stream of unknown length can be cut too', async () => {
  const { get, pod } = await started({ faults: [{ kind: 'cut', afterBytes: 10, on: '/log' }] });
  await expect(get(`/api/v1/namespaces/osm-system/pods/${pod('osm-bootstrap')}/log`)).rejects.toThrow(
    'terminated',
  );
});

test('a body that comes in drops', async () => {
  const { get } = await started({ faults: [{ kind: 'drip', bytes: 100, everyMs: 30, on: '/version' }] });
  const before = performance.now();
  expect((await get('/version')).body).toMatchObject({ major: '1' });
  expect(performance.now() - before).toBeGreaterThan(50);
});

test('an error for the first requests only, then all is well', async () => {
  const { get, requests } = await started({
    faults: [
      { kind: 'status', status: 429, message: 'too many', details: { retryAfterSeconds: 1 }, times: 2 },
    ],
  });
  const first = await get(PODS);
  expect(first.body).toMatchObject({
    kind: 'Status',
    reason: 'TooManyRequests',
    message: 'too many',
    code: 429,
  });
  expect(first.headers.get('retry-after')).toBe('1');
  await get(PODS);
  expect((await get(PODS)).status).toBe(200);
  expect(requests.map(({ status }) => status)).toEqual([429, 429, 200]);
});

test('a body that is no JSON', async () => {
  const { get } = await started({ faults: [{ kind: 'malformed', on: ({ url }) => url === PODS }] });
  const { status, text } = await get(PODS);
  expect(status).toBe(200);
  expect(() => JSON.parse(text) as unknown).toThrow();
});

test('an answer that ends in the middle as if it were whole', async () => {
  const { get, pod, faults } = await started();
  const path = `/api/v1/namespaces/osm-system/pods/${pod('osm-bootstrap')}/log`;
  faults.add({ kind: 'end', afterBytes: 10, times: 1 });
  expect((await get(path)).text).toHaveLength(10);
  expect((await get(path)).text.length).toBeGreaterThan(10);
});

test('a body that is zipped although nobody asked for it', async () => {
  const { get, pod, faults } = await started();
  const path = `/api/v1/namespaces/osm-system/pods/${pod('osm-bootstrap')}/log`;
  const plain = await get(path);
  faults.add({ kind: 'zip' });
  const zipped = await get(path, { 'accept-encoding': 'identity' });
  expect(zipped.headers.get('content-encoding')).toBe('gzip');
  expect(zipped.text).toBe(plain.text);
});
