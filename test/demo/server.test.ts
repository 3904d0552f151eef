import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { get as httpsGet } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadScenario } from '#demo/scenarios.ts';
import { startFaultyServer } from '../support/faulty-server.ts';
import { names, started } from './started.ts';

const run = promisify(execFile);

test('only reading is allowed', async () => {
  const { url, requests } = await started();
  const response = await fetch(`${url}/api/v1/namespaces/osm-system/pods/x`, { method: 'DELETE' });
  expect(response.status).toBe(405);
  expect(await response.json()).toMatchObject({ kind: 'Status', reason: 'MethodNotAllowed', code: 405 });
  expect(requests).toMatchObject([{ method: 'DELETE', status: 405 }]);
});

test('every request is recorded', async () => {
  const { get, requests } = await started();
  await get('/api/v1/pods?limit=1&labelSelector=a%3Db', { Accept: 'application/json' });
  await get('/nope');
  expect(requests).toMatchObject([
    {
      method: 'GET',
      path: '/api/v1/pods',
      query: { limit: '1', labelSelector: 'a=b' },
      accept: 'application/json',
      status: 200,
    },
    { path: '/nope', status: 404 },
  ]);
  expect(Date.now() - (requests[0]?.at ?? 0)).toBeLessThan(5000);
});

test('stored objects can be put, changed and removed while it runs', async () => {
  const { get, store } = await started();
  const list = async (): Promise<string[]> => names((await get('/api/v1/configmaps')).body);
  store.put('configmaps', { metadata: { name: 'a', namespace: 'x' } });
  store.update('configmaps', 'x', 'a', (object) => ({ ...object, data: { key: 'value' } }));
  expect(await list()).toEqual(['x/a']);
  expect((await get('/api/v1/namespaces/x/configmaps/a')).body).toMatchObject({
    data: { key: 'value' },
    metadata: { resourceVersion: '1934' },
  });
  store.remove('configmaps', 'x', 'a');
  expect(await list()).toEqual([]);
  expect(() => store.put('foos', { metadata: { name: 'a' } })).toThrow('no resource "foos"');
  expect(store.list('deployments')).toEqual(store.list('deployments.apps'));
});

test('the scenario can be changed while it runs', async () => {
  const server = await started();
  server.setScenario(await loadScenario('02-two-meshes'));
  expect(names((await server.get('/api/v1/namespaces')).body)).toContain('osm-system-2');
  expect(server.kubeconfig()).toContain('demo-02-two-meshes');
});

test('a watch begins with what there is, then tells every change that it is about', async () => {
  const { url, store } = await started();
  const leave = new AbortController();
  const response = await fetch(`${url}/api/v1/pods?watch=true&labelSelector=app%3Dosm-controller`, {
    signal: leave.signal,
  });
  const reader = response.body?.getReader();
  const next = async (): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode((await reader?.read())?.value));
  expect(await next()).toMatchObject({
    type: 'ADDED',
    object: { kind: 'Pod', metadata: { namespace: 'osm-system' } },
  });
  store.put('pods', { metadata: { name: 'other', namespace: 'x' } });
  store.put('pods', { metadata: { name: 'mine', namespace: 'x', labels: { app: 'osm-controller' } } });
  expect(await next()).toMatchObject({ type: 'ADDED', object: { metadata: { name: 'mine' } } });
  store.remove('pods', 'x', 'mine');
  expect(await next()).toMatchObject({ type: 'DELETED', object: { metadata: { name: 'mine' } } });
  leave.abort();
});

test('a watch that goes on from a list has nothing to say at first, and ends in time', async () => {
  const { get } = await started();
  expect((await get('/api/v1/pods?watch=true&resourceVersion=1932&timeoutSeconds=1')).text).toBe('');
});

test('a kubeconfig names the demo, the address and the token', async () => {
  const { url, kubeconfig } = await started({ token: 'secret: "x"' });
  expect(parse(kubeconfig({ namespace: 'osm-system' }))).toEqual({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'demo-01-healthy',
    clusters: [{ name: 'demo-01-healthy', cluster: { server: url, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'demo-01-healthy', user: { token: 'secret: "x"' } }],
    contexts: [
      {
        name: 'demo-01-healthy',
        context: { cluster: 'demo-01-healthy', user: 'demo-01-healthy', namespace: 'osm-system' },
      },
    ],
  });
  expect(parse(kubeconfig({ context: 'prod', user: 'jane' }))).toMatchObject({
    'current-context': 'prod',
    users: [{ name: 'jane' }],
    contexts: [{ context: { cluster: 'prod', user: 'jane' } }],
  });
});

test('closing ends connections that are in use, promptly', async () => {
  const server = await startFaultyServer({ scenario: await loadScenario('01-healthy') });
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1').resume();
  socket.write('GET /api/v1/pods?watch=true HTTP/1.1\r\nHost: x\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  const ended = new Promise((resolve) => socket.once('close', resolve));
  const before = performance.now();
  await Promise.all([server.close(), ended]);
  expect(performance.now() - before).toBeLessThan(500);
});

test('when asked to, it does not keep the process alive, even with an open connection', async () => {
  const program = `
    const { loadScenario } = await import('#demo/scenarios.ts');
    const { startServer } = await import('#demo/server.ts');
    const server = await startServer({ scenario: await loadScenario('01-healthy'), unref: true });
    const response = await fetch(server.url + '/api/v1/pods');
    console.log((await response.json()).items.length);`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { timeout: 10_000 });
  expect(stdout).toBe('5\n');
});

test('over TLS, with a certificate that its kubeconfig trusts', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'demo-tls-'));
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=demo', '-addext', 'subjectAltName=IP:127.0.0.1'];
  try {
    await run('openssl', [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '1',
      ...files,
      ...subject,
    ]);
  } catch (error) {
    context.skip(`no certificate to test with: ${String(error)}`);
  }
  const [key, cert] = await Promise.all(
    ['key.pem', 'cert.pem'].map((file) => readFile(join(folder, file), 'utf8')),
  );
  await rm(folder, { recursive: true });
  const { url, kubeconfig } = await started({ tls: { key: key ?? '', cert: cert ?? '' } });
  expect(url).toMatch(/^https:/);
  const config = parse(kubeconfig()) as { clusters: [{ cluster: Record<string, string> }] };
  const ca = Buffer.from(config.clusters[0].cluster['certificate-authority-data'] ?? '', 'base64');
  const status = await new Promise((resolve, reject) => {
    httpsGet(`${url}/version`, { ca, agent: false }, (response) => resolve(response.resume().statusCode)).on(
      'error',
      reject,
    );
  });
  expect(status).toBe(200);
});
