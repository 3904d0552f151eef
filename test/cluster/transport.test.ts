import { readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { RequestError } from '#cluster/request-error.ts';
import { certificate } from './certificate.ts';
import { bareEnv, configured, connected, opened, served, temporaryFolder } from './connected.ts';

describe('one way to the cluster', () => {
  test('one file sends requests, and only GET', async () => {
    const folder = new URL('../../src/cluster/', import.meta.url);
    const sources = (await readdir(folder)).map(
      async (name) => [name, await readFile(new URL(name, folder), 'utf8')] as const,
    );
    const senders = (await Promise.all(sources)).filter(([, text]) =>
      /\bfetch\(|\.request\(|\.dispatch\(|node:http/.test(text),
    );
    expect(senders.map(([name]) => name)).toEqual(['client-node.ts', 'transport.ts']);
    const [[, clientNode] = [], [, transport] = []] = senders;
    // A type, for the options that client-node fills in.
    expect(clientNode?.match(/.*node:http.*/g)).toEqual([
      "import type { RequestOptions } from 'node:https';",
    ]);
    expect(transport?.match(/method:.*/g)).toEqual(["method: 'GET',"]);
  });

  test('a path behind the server is kept, and a large answer may come zipped', async () => {
    const server = await served();
    const transport = await opened(
      await configured(server.kubeconfig().replace(server.url, `${server.url}/`)),
    );
    const reply = await transport.get('/api/v1/namespaces/osm-system/events?limit=500');
    expect(reply).toMatchObject({ status: 200, contentType: 'application/json' });
    expect(JSON.parse(reply.body)).toMatchObject({ kind: 'EventList' });
  });

  test('a pod that answers with a redirect is not followed', async () => {
    const server = await served();
    const transport = await connected(server);
    const pod =
      server.store.list('pods').find(({ metadata }) => metadata.name.startsWith('osm-controller'))?.metadata
        .name ?? '';
    server.store.setProxy('osm-system', pod, 9091, '/', { status: 302, contentType: 'text/html', body: '' });
    expect((await transport.get(`/api/v1/namespaces/osm-system/pods/${pod}:9091/proxy/`)).status).toBe(302);
  });

  test('no answer within the deadline', async () => {
    const server = await served({ faults: [{ kind: 'hang' }] });
    const transport = await connected(server);
    await expect(transport.get('/version', { deadlineMs: 50 })).rejects.toMatchObject({
      reason: { kind: 'timeout' },
    });
  });

  test('a request that is called off', async () => {
    const server = await served({ faults: [{ kind: 'hang' }] });
    const transport = await connected(server);
    const signal = AbortSignal.timeout(30);
    await expect(transport.get('/version', { signal })).rejects.toEqual(new RequestError('cancelled'));
  });

  test('a connection that breaks before the answer is tried once more', async () => {
    const server = await served({ faults: [{ kind: 'reset', times: 1 }] });
    const transport = await connected(server);
    expect((await transport.get('/version')).status).toBe(200);
  });

  test('who is told to wait waits', async () => {
    const server = await served({
      faults: [{ kind: 'status', status: 429, details: { retryAfterSeconds: 0 }, times: 1 }],
    });
    const transport = await connected(server);
    expect((await transport.get('/version')).status).toBe(200);
  });

  test('HTTPS_PROXY and proxy-url are used', async () => {
    const asked: string[] = [];
    const proxy = createServer().on('connect', (request, socket, head) => {
      asked.push(request.url ?? '');
      const [host, port] = (request.url ?? '').split(':');
      const upstream = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.write(head);
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      proxy.closeAllConnections();
      proxy.close();
    });
    const server = await served({ tls: await certificate('127.0.0.1') });
    const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const kubeconfig = server.kubeconfig().replace(/(\n +)server:/, `$1proxy-url: ${url}$1server:`);
    const transport = await opened(await configured(kubeconfig));
    expect((await transport.get('/version')).status).toBe(200);
    expect(asked).toEqual([new URL(server.url).host]);
  });
});

test('a token file is read, without its line end', async () => {
  const server = await served({ token: 'from-file' });
  const file = join(await temporaryFolder(), 'token');
  await writeFile(file, 'from-file\n');
  const transport = await opened(
    await configured(server.kubeconfig().replace(/token: "[^"]*"/, `tokenFile: ${file}`), bareEnv),
  );
  expect((await transport.get('/api/v1/namespaces')).status).toBe(200);
});
