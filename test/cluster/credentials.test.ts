import type { RequestOptions } from 'node:https';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { resolveCredentials } from '#cluster/credentials.ts';
import { certificate } from './certificate.ts';
import { configured, problemIn, temporaryFolder } from './connected.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** One cluster and one user, in flow style. */
function kubeconfig(user: string, cluster = 'server: "https://127.0.0.1:6443"'): string {
  return [
    'apiVersion: v1',
    'kind: Config',
    'current-context: one',
    `clusters: [{ name: one, cluster: { ${cluster} } }]`,
    `contexts: [{ name: one, context: { cluster: one, user: one } }]`,
    `users: [{ name: one, user: { ${user} } }]`,
  ].join('\n');
}

async function ours(text: string) {
  return resolveCredentials(await configured(text), { isInteractive: false, timeoutMs: 1000 });
}

/** What client-node makes of the same text, with the names of headers in small letters. */
async function clientNodes(text: string) {
  const config = new KubeConfig();
  config.loadFromString(text);
  const https: RequestOptions & { servername?: string } = {};
  await config.applyToHTTPSOptions(https);
  const { ca, cert, key, rejectUnauthorized, servername, auth, headers } = https;
  const tls = Object.entries({ ca, cert, key, rejectUnauthorized, servername });
  return {
    headers: {
      ...(auth != null && { authorization: `Basic ${base64(auth)}` }),
      ...Object.fromEntries(
        Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
      ),
    },
    tls: Object.fromEntries(tls.filter(([, value]) => value !== undefined)),
  };
}

const unexpired = `e30.${base64(JSON.stringify({ exp: 4102444800 }))}.c2ln`;

test.each([
  ['nobody', ''],
  ['a token', 'token: of-a'],
  ['a name and a password', 'username: ann, password: "pass:word"'],
  ['a name and a token, of which the token counts', 'username: ann, password: word, token: of-a'],
  ['somebody who acts as another', 'token: of-a, as: bob'],
  [
    'an auth-provider',
    `auth-provider: { name: oidc, config: { client-id: c, id-token: "${unexpired}", idp-issuer-url: "https://127.0.0.1", refresh-token: r } }`,
  ],
])('the credentials of %s are what client-node makes of them', async (_who, user) => {
  const text = kubeconfig(user);
  expect(await ours(text)).toEqual(await clientNodes(text));
});

test.each([
  ['another name', 'tls-server-name: elsewhere.test'],
  ['no verification', 'insecure-skip-tls-verify: true'],
])('a server with %s is trusted as client-node would', async (_what, more) => {
  const text = kubeconfig('token: of-a', `server: "https://127.0.0.1:6443", ${more}`);
  expect(await ours(text)).toEqual(await clientNodes(text));
});

test('certificates given inline are what client-node makes of them', async () => {
  const { cert, key } = await certificate('127.0.0.1');
  const text = kubeconfig(
    `client-certificate-data: ${base64(cert)}, client-key-data: ${base64(key)}`,
    `server: "https://127.0.0.1:6443", certificate-authority-data: ${base64(cert)}`,
  );
  const credentials = await ours(text);
  expect(credentials).toEqual(await clientNodes(text));
  expect(Object.keys(credentials.tls).toSorted()).toEqual(['ca', 'cert', 'key']);
});

test('certificate and key come from files, unless they are given inline', async () => {
  const folder = await temporaryFolder();
  const [inFiles, inline] = [await certificate('127.0.0.1'), await certificate('127.0.0.1')];
  const files = { cert: join(folder, 'cert'), key: join(folder, 'key') };
  await writeFile(files.cert, inFiles.cert);
  await writeFile(files.key, inFiles.key);
  const user = `client-certificate: ${files.cert}, client-key: ${files.key}`;
  const { tls } = await ours(kubeconfig(user));
  expect([tls.cert?.toString(), tls.key?.toString()]).toEqual([inFiles.cert, inFiles.key]);
  const data = `client-certificate-data: ${base64(inline.cert)}, client-key-data: ${base64(inline.key)}`;
  const both = await ours(kubeconfig(`${user}, ${data}`));
  expect([both.tls.cert?.toString(), both.tls.key?.toString()]).toEqual([inline.cert, inline.key]);
});

test('an auth-provider that cannot give a token is told as not authenticated', async () => {
  const expired = `e30.${base64(JSON.stringify({ exp: 1 }))}.c2ln`;
  const user = `auth-provider: { name: oidc, config: { client-id: c, id-token: "${expired}", idp-issuer-url: "http://127.0.0.1:1", refresh-token: r } }`;
  expect(await problemIn(ours(kubeconfig(user)))).toMatchObject({
    kind: 'not-authenticated',
    server: 'https://127.0.0.1:6443',
  });
});
