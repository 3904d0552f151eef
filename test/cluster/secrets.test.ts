import { expect, test } from 'vitest';
import type { KubeObject } from '#demo/scenario.ts';
import { readFrom, served } from './connected.ts';

const secrets = {
  token: 'planted-token-1',
  jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJwbGFudGVkIjoyfQ.cGxhbnRlZC1qd3QtMg',
  password: 'planted-password-3',
  url: 'planted-url-password-4',
  key: 'cGxhbnRlZC1wcml2YXRlLWtleS01AAAAAAAAAAAAAAAA',
  applied: 'planted-applied-6',
};

/** A cluster with secrets in every place that is read. */
async function planted() {
  const server = await served();
  const { store } = server;
  const said = `call https://user:${secrets.url}@vault:8200 with ${secrets.jwt}, password=${secrets.password}`;
  const annotate = (object: KubeObject): KubeObject => ({
    ...object,
    metadata: {
      ...object.metadata,
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration': `{"x":"${secrets.applied}"}`,
        note: said,
      },
    },
  });
  const inContainers = (spec: { containers: object[] }): object => ({
    ...spec,
    containers: spec.containers.map((container) => ({
      ...container,
      env: [
        { name: 'VAULT_TOKEN', value: secrets.token },
        { name: 'NOTE', value: said },
      ],
      args: ['--vault-token', secrets.token, `--password=${secrets.password}`],
    })),
  });
  for (const { metadata, ...rest } of store
    .list('pods')
    .filter((pod) => pod.metadata.namespace === 'osm-system')) {
    store.put(
      'pods',
      annotate({ metadata, ...rest, spec: inContainers(rest['spec'] as { containers: object[] }) }),
    );
    const log = `2026-11-23T09:00:00Z {"level":"error","message":"${said}","token":"${secrets.token}"}
2026-11-23T09:00:01Z -----BEGIN RSA PRIVATE KEY-----
2026-11-23T09:00:01Z ${secrets.key}
2026-11-23T09:00:01Z -----END RSA PRIVATE KEY-----
2026-11-23T09:00:02Z panic: Authorization: Bearer ${secrets.token}
`;
    for (const container of ['osm-controller', 'osm-injector', 'osm-bootstrap'])
      store.setLog('osm-system', metadata.name, container, { text: log });
    const answer = { status: 503, contentType: 'text/plain', body: said };
    store.setProxy('osm-system', metadata.name, 9091, '/health/alive', answer);
  }
  for (const resource of [
    'deployments',
    'events',
    'services',
    'namespaces',
    'mutatingwebhookconfigurations',
    'customresourcedefinitions',
    'meshconfigs',
  ]) {
    for (const object of store.list(resource))
      store.put(resource, annotate({ ...object, ...(resource === 'events' && { message: said }) }));
  }
  for (const mesh of store.list('meshconfigs'))
    store.put('meshconfigs', { ...mesh, spec: { vault: { token: secrets.token, note: said } } });
  return server;
}

test('planted secrets never reach the snapshot; what they were does', async () => {
  const server = await planted();
  server.faults.add({ kind: 'status', status: 500, message: `bad token=${secrets.token}`, on: '/endpoints' });
  const text = JSON.stringify(await readFrom(server));
  for (const [name, secret] of Object.entries(secrets))
    expect([name, text.includes(secret)]).toEqual([name, false]);
  for (const kind of [
    'jwt',
    'token',
    'password',
    'private key',
    'last-applied-configuration',
    'credential',
  ]) {
    expect(text).toContain(`[redacted: ${kind}]`);
  }
});
