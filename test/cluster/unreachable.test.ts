import { describe, expect, test } from 'vitest';
import { readCluster } from '#cluster/read-cluster.ts';
import { certificate } from './certificate.ts';
import { configured, opened, problemIn, quick, served } from './connected.ts';

describe('when the cluster gives no answer, the run ends with the reason', () => {
  const problemOf = async (kubeconfig: string, deadlines = {}): Promise<unknown> =>
    problemIn(
      readCluster({ transport: await opened(await configured(kubeconfig), { deadlines }), settings: quick }),
    );

  test('nobody listens', async () => {
    const server = await served();
    const kubeconfig = server.kubeconfig();
    await server.close();
    expect(await problemOf(kubeconfig)).toMatchObject({
      kind: 'unreachable',
      server: server.url,
      context: 'demo-01-healthy',
      code: 'ECONNREFUSED',
    });
  });

  test('the name is unknown', async () => {
    const server = await served();
    expect(await problemOf(server.kubeconfig().replace(server.url, 'http://nowhere.invalid'))).toMatchObject({
      kind: 'unreachable',
    });
  });

  test('all requests hang', async () => {
    const server = await served({ faults: [{ kind: 'hang' }] });
    expect(await problemOf(server.kubeconfig(), { requestMs: 100 })).toMatchObject({
      kind: 'unreachable',
      code: 'ETIMEDOUT',
    });
  });

  test('the certificate is not trusted', async () => {
    const server = await served({ tls: await certificate('127.0.0.1') });
    const { cert: ca } = await certificate('127.0.0.1');
    expect(
      await problemOf(
        server
          .kubeconfig()
          .replace(
            /certificate-authority-data: .*/,
            `certificate-authority-data: ${Buffer.from(ca).toString('base64')}`,
          ),
      ),
    ).toMatchObject({
      kind: 'tls-not-trusted',
      code: expect.stringMatching(/CERT|SIGNATURE/),
    });
  });

  test('the certificate is that of another host; tls-server-name mends it', async () => {
    const server = await served({ tls: await certificate('elsewhere.test') });
    expect(await problemOf(server.kubeconfig())).toMatchObject({
      kind: 'tls-not-trusted',
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    const named = server.kubeconfig().replace(/(\n +)server:/, '$1tls-server-name: elsewhere.test$1server:');
    const transport = await opened(await configured(named));
    expect((await transport.get('/version')).status).toBe(200);
  });

  test('the token is not accepted', async () => {
    const server = await served({ token: 'right' });
    expect(await problemOf(server.kubeconfig({ token: 'wrong' }))).toEqual({
      kind: 'not-authenticated',
      server: server.url,
      context: 'demo-01-healthy',
      message: 'Unauthorized',
    });
  });

  test('the certificate of the server is not asked for with insecure-skip-tls-verify', async () => {
    const server = await served({ tls: await certificate('elsewhere.test') });
    const kubeconfig = server
      .kubeconfig()
      .replace(/certificate-authority-data: .*/, 'insecure-skip-tls-verify: true');
    expect((await (await opened(await configured(kubeconfig))).get('/version')).status).toBe(200);
  });
});
