import { connect, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { loadScenario } from '#demo/scenarios.ts';
import { type DemoServer, startServer } from '#demo/server.ts';
import { kubeconfigFile, ran } from './ran.ts';
import { temporaryFolder } from './terminal.ts';

// The bundle holds a small part of client-node: these run what the program uses of it.

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const unexpired = `${base64({})}.${base64({ exp: 4e9 })}.c2ln`;

async function served(token?: string): Promise<DemoServer> {
  const scenario = await loadScenario('01-healthy');
  const server = await startServer({ scenario, ...(token === undefined ? {} : { token }) });
  onTestFinished(() => server.close());
  return server;
}

/** A kubeconfig of one cluster; the parts are in the flow form of YAML. */
async function configured(cluster: string, user: string): Promise<readonly string[]> {
  const text = `apiVersion: v1
kind: Config
current-context: c
contexts: [{ name: c, context: { cluster: c, user: u } }]
clusters: [{ name: c, cluster: { ${cluster} } }]
users: [{ name: u, user: { ${user} } }]
`;
  return ['--kubeconfig', await kubeconfigFile(text, await temporaryFolder())];
}

test('an oidc auth-provider gives its token', async () => {
  const server = await served(unexpired);
  const config = `client-id: c, id-token: "${unexpired}", idp-issuer-url: "https://127.0.0.1", refresh-token: r`;
  const options = await configured(
    `server: "${server.url}"`,
    `auth-provider: { name: oidc, config: { ${config} } }`,
  );
  expect(await ran(['check', ...options])).toMatchObject({ status: 0 });
});

test('the API server is reached through a SOCKS proxy', async () => {
  const [server, proxy] = await Promise.all([served(), socksProxy()]);
  const options = await configured(
    `server: "${server.url}", proxy-url: "socks5://127.0.0.1:${proxy.port}"`,
    'token: of-a',
  );
  expect(await ran(['check', ...options])).toMatchObject({ status: 0 });
  expect(proxy.targets.length).toBeGreaterThan(0);
  expect(new Set(proxy.targets)).toEqual(new Set([new URL(server.url).host]));
});

/** SOCKS 5 as RFC 1928 has it: no authentication, CONNECT to an IPv4 address. */
async function socksProxy(): Promise<{ readonly port: number; readonly targets: string[] }> {
  const targets: string[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    sockets.add(client.on('error', () => client.destroy()));
    client.once('data', () => {
      client.write(Buffer.from([5, 0]));
      client.once('data', (request) => {
        const [host, port] = [request.subarray(4, 8).join('.'), request.readUInt16BE(8)];
        targets.push(`${host}:${port}`);
        const target = connect(port, host, () => {
          client.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          client.pipe(target).pipe(client);
        });
        sockets.add(target.on('error', () => client.destroy()));
      });
    });
  });
  await new Promise<void>((done) => {
    proxy.listen(0, '127.0.0.1', done);
  });
  onTestFinished(() => {
    proxy.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return { port: address.port, targets };
}
