import { expect, test } from 'vitest';
import { started } from './started.ts';

const base = (pod: string): string => `/api/v1/namespaces/osm-system/pods/${pod}/log`;

test('without time stamps the prefix is taken off; with them it has all its digits', async () => {
  const { get, pod } = await started();
  const path = base(pod('osm-bootstrap'));
  const plain = await get(path);
  const stamped = await get(`${path}?timestamps=true`);
  expect(plain.headers.get('content-type')).toBe('text/plain');
  expect(plain.text).toMatch(/^\{"level":"info","component":"osm-bootstrap\/main"/);
  expect(stamped.text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z \{"level"/);
  expect(stamped.text.replaceAll(/^\S+ /gm, '')).toBe(plain.text);
});

test('of several containers one must be named', async () => {
  const { get, pod } = await started();
  const name = pod('osm-controller');
  expect(await get(base(name))).toMatchObject({
    status: 400,
    body: {
      kind: 'Status',
      reason: 'BadRequest',
      message: `a container name must be specified for pod ${name}, choose one of: [init-osm-controller osm-pipy-repo osm-controller]`,
    },
  });
  const unknown = await get(`${base(name)}?container=foo`);
  expect(unknown).toMatchObject({
    status: 400,
    body: { message: `container foo is not valid for pod ${name}` },
  });
  expect((await get(`${base(name)}?container=init-osm-controller`)).text).toBe('Health OK');
  expect((await get(base('nope'))).body).toMatchObject({ code: 404, message: 'pods "nope" not found' });
});

test('a log that cannot be had is a bad request that says why', async () => {
  const { get, pod } = await started({ scenario: '04b-image-pull' });
  const name = pod('osm-controller');
  expect((await get(`${base(name)}?container=osm-controller&previous=true`)).body.message).toBe(
    `previous terminated container "osm-controller" in pod "${name}" not found`,
  );
  expect((await get(`${base(name)}?container=osm-controller`)).body.message).toBe(
    `container "osm-controller" in pod "${name}" is waiting to start: trying and failing to pull image`,
  );
});

test('what was not recorded follows from the status of the container', async () => {
  const { get, store } = await started({ scenario: '04b-image-pull' });
  const put = (state: object, lastState: object = {}): void =>
    store.put('pods', {
      metadata: { name: 'p', namespace: 'osm-system' },
      spec: { nodeName: 'n', containers: [{ name: 'c' }] },
      status: { containerStatuses: [{ name: 'c', state, lastState }] },
    });
  const message = async (query = ''): Promise<string> => (await get(`${base('p')}${query}`)).text;
  put({ waiting: { reason: 'ErrImagePull' } });
  expect(await message()).toContain(
    `container \\"c\\" in pod \\"p\\" is waiting to start: image can't be pulled`,
  );
  put({ waiting: { reason: 'ContainerCreating' } });
  expect(await message()).toContain('is waiting to start: ContainerCreating');
  put({ running: {} });
  expect(await message()).toBe('');
  expect(await message('?previous=true')).toContain('previous terminated container');
  put({ waiting: { reason: 'CrashLoopBackOff' } }, { terminated: { containerID: 'containerd://1' } });
  expect(await message()).toBe('');
  store.setLog(
    'osm-system',
    'p',
    'c',
    { text: 'unable to retrieve container logs for containerd://1' },
    true,
  );
  expect(await message('?previous=true')).toBe('unable to retrieve container logs for containerd://1');
});

test('lines are picked: the tail, since a time in whole seconds, the first bytes', async () => {
  const { get, pod, store } = await started();
  const name = pod('osm-bootstrap');
  const lines = ['0:10.900000000Z a', '0:11.100000000Z b', '0:11.900000000Z c', '0:12.000000000Z d'];
  store.setLog('osm-system', name, 'osm-bootstrap', {
    text: lines.map((line) => `2026-01-01T00:0${line}\n`).join(''),
  });
  const log = async (query: string): Promise<string> => (await get(`${base(name)}?${query}`)).text;
  expect(await log('tailLines=2')).toBe('c\nd\n');
  expect(await log('tailLines=0')).toBe('');
  // Asked to the nanosecond; what was logged earlier in that second comes again.
  expect(await log('sinceTime=2026-01-01T00:00:11.900000001Z')).toBe('b\nc\nd\n');
  expect(await log('sinceTime=2026-01-01T00:00:11.9Z&tailLines=1')).toBe('d\n');
  expect(await log('sinceSeconds=60')).toBe('');
  expect(await log('limitBytes=3')).toBe('a\nb');
  expect(await log('limitBytes=33&timestamps=true')).toBe('2026-01-01T00:00:10.900000000Z a\n');
});

test('senseless parameters are refused', async () => {
  const { get, pod } = await started();
  const status = async (query: string): Promise<number> =>
    (await get(`${base(pod('osm-bootstrap'))}?${query}`)).status;
  expect(await status('tailLines=-1')).toBe(422);
  expect(await status('tailLines=many')).toBe(400);
  expect(await status('limitBytes=0')).toBe(422);
  expect(await status('sinceSeconds=5&sinceTime=2026-01-01T00:00:00Z')).toBe(422);
  expect(await status('sinceTime=yesterday')).toBe(400);
});

test('a log of two megabytes comes whole', async () => {
  const { get, pod } = await started({ scenario: '05-injector-errors' });
  const { text, headers } = await get(`${base(pod('osm-injector'))}?timestamps=true`);
  expect(text.length).toBe(2_202_847);
  expect(headers.get('content-encoding')).toBe(null);
});

test('a followed log stays open, brings what is added, and ends when the client leaves', async () => {
  const { url, pod, store } = await started();
  const name = pod('osm-bootstrap');
  store.setLog('osm-system', name, 'osm-bootstrap', { text: '2026-01-01T00:00:00Z a\n' });
  const leave = new AbortController();
  const response = await fetch(`${url}${base(name)}?follow=true`, { signal: leave.signal });
  const reader = response.body?.getReader();
  const next = async (): Promise<string> => new TextDecoder().decode((await reader?.read())?.value);
  expect(await next()).toBe('a\n');
  store.setLog('osm-system', name, 'osm-bootstrap', {
    text: '2026-01-01T00:00:00Z a\n2026-01-01T00:00:01Z b\n',
  });
  expect(await next()).toBe('b\n');
  leave.abort();
  await expect(next()).rejects.toThrow();
});

test('the byte limit cuts in the middle of a character, and long logs keep theirs whole', async () => {
  const { url, pod, store } = await started();
  const name = pod('osm-bootstrap');
  const bytes = async (query: string): Promise<Buffer> =>
    Buffer.from(await (await fetch(`${url}${base(name)}?${query}`)).arrayBuffer());
  store.setLog('osm-system', name, 'osm-bootstrap', { text: '2026-01-01T00:00:00Z 接続\n' });
  expect(await bytes('limitBytes=4')).toEqual(Buffer.from('接続\n').subarray(0, 4));
  const long = `2026-01-01T00:00:00Z a${'🙂'.repeat(100_000)}\n`;
  store.setLog('osm-system', name, 'osm-bootstrap', { text: long });
  expect((await bytes('timestamps=true')).equals(Buffer.from(long))).toBe(true);
});

test('a followed log goes on over a rotation, and ends with its container or at its limit', async () => {
  const { get, url, pod, store } = await started();
  const name = pod('osm-bootstrap');
  const set = (text: string): void => store.setLog('osm-system', name, 'osm-bootstrap', { text });
  set('2026-01-01T00:00:00Z a\n');
  expect((await get(`${base(name)}?follow=true&limitBytes=1`)).text).toBe('a');
  const response = await fetch(`${url}${base(name)}?follow=true`);
  const reader = response.body?.getReader();
  const next = async (): Promise<string> => new TextDecoder().decode((await reader?.read())?.value);
  expect(await next()).toBe('a\n');
  set('2026-01-01T00:00:01Z b\n');
  expect(await next()).toBe('b\n');
  store.update('pods', 'osm-system', name, (object) => ({ ...object, status: {} }));
  expect((await reader?.read())?.done).toBe(true);
  expect((await get(`${base(name)}?follow=true`)).text).toBe('b\n');
});
