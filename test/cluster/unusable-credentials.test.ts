import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTransport } from '#cluster/transport.ts';
import { certificate } from './certificate.ts';
import { configured, problemIn, temporaryFolder } from './connected.ts';

async function problemOf(user: string, cluster = ''): Promise<unknown> {
  const text = [
    'current-context: one',
    `clusters: [{ name: one, cluster: { server: "https://127.0.0.1:6443"${cluster} } }]`,
    'contexts: [{ name: one, context: { cluster: one, user: one } }]',
    `users: [{ name: one, user: { ${user} } }]`,
  ].join('\n');
  const configuration = await configured(text);
  return problemIn(openTransport(configuration));
}

async function file(content: string): Promise<string> {
  const path = join(await temporaryFolder(), 'file');
  await writeFile(path, content);
  return path;
}

test('an empty token file is named, and nobody is asked without a token', async () => {
  const path = await file('\n');
  expect(await problemOf(`tokenFile: ${path}`)).toMatchObject({
    kind: 'not-authenticated',
    message: `${path} is empty`,
  });
});

test('a token that no header can hold is told without showing it', async () => {
  const path = await file('hunter2\nhunter3\n');
  const problem = await problemOf(`tokenFile: ${path}`);
  expect(problem).toMatchObject({
    kind: 'not-authenticated',
    message: expect.stringContaining(path) as string,
  });
  expect(JSON.stringify(problem)).not.toContain('hunter');
});

test('the key of another certificate is found before anything is sent', async () => {
  const [one, other] = [await certificate('one.test'), await certificate('other.test')];
  const user = `client-certificate: ${await file(one.cert)}, client-key: ${await file(other.key)}`;
  expect(await problemOf(user)).toMatchObject({
    kind: 'not-authenticated',
    message: expect.stringContaining('the client certificate or its key is unusable') as string,
  });
});

test.each(['not a url', 'ftp://proxy.test'])('the proxy %s is none, and is named', async (proxy) => {
  expect(await problemOf('', `, proxy-url: "${proxy}"`)).toMatchObject({
    kind: 'unreachable',
    message: expect.stringContaining(proxy) as string,
  });
});
