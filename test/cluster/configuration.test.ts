import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listContexts, loadConfiguration } from '#cluster/configuration.ts';
import { isConfigured } from '#cluster/kubeconfig-location.ts';
import { proxyOf } from '#cluster/proxy.ts';
import { bareEnv, configured, problemIn, temporaryFolder } from './connected.ts';

/** A kubeconfig with one context; `name` is also that of its cluster and user. */
function kubeconfig(name: string, server = `https://${name}.test:6443`): string {
  return `apiVersion: v1
kind: Config
current-context: ${name}
clusters: [{ name: ${name}, cluster: { server: '${server}' } }]
users: [{ name: ${name}, user: { token: of-${name} } }]
contexts: [{ name: ${name}, context: { cluster: ${name}, user: ${name}, namespace: of-${name} } }]
`;
}

async function files(contents: Readonly<Record<string, string>>): Promise<{ folder: string; list: string }> {
  const folder = await temporaryFolder();
  const paths = Object.entries(contents).map(([name, content]) => [join(folder, name), content] as const);
  await Promise.all(paths.map(([path, content]) => writeFile(path, content)));
  return { folder, list: paths.map(([path]) => path).join(delimiter) };
}

describe('which cluster', () => {
  test('the files of KUBECONFIG are merged; the first current-context and the first of a name win', async () => {
    const { list } = await files({
      one: kubeconfig('a'),
      two: kubeconfig('b'),
      three: kubeconfig('a', 'https://other'),
    });
    const { context, server, contexts, namespace } = await loadConfiguration({
      env: { ...bareEnv, KUBECONFIG: list },
    });
    expect({ context, server, namespace }).toEqual({
      context: 'a',
      server: 'https://a.test:6443',
      namespace: 'of-a',
    });
    expect(contexts.map(({ name, isCurrent }) => [name, isCurrent])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  test('--context picks another one', async () => {
    const { list } = await files({ one: kubeconfig('a'), two: kubeconfig('b') });
    const found = await loadConfiguration({ context: 'b', env: { ...bareEnv, KUBECONFIG: list } });
    expect(found.server).toBe('https://b.test:6443');
  });

  test('missing files of the list are skipped, as kubectl does', async () => {
    const { folder, list } = await files({ one: kubeconfig('a') });
    const env = { ...bareEnv, KUBECONFIG: [join(folder, 'none'), list].join(delimiter) };
    expect((await loadConfiguration({ env })).context).toBe('a');
  });

  test('~/.kube/config is read when nothing else is named', async () => {
    const { folder } = await files({});
    await mkdir(join(folder, '.kube'));
    await writeFile(join(folder, '.kube/config'), kubeconfig('home'));
    expect((await loadConfiguration({ env: { HOME: folder } })).context).toBe('home');
    expect(isConfigured({ HOME: folder })).toBe(true);
  });

  test('a path in a kubeconfig is relative to that file; the server keeps its path, without a slash at the end', async () => {
    const { folder } = await files({
      ca: 'x',
      one: kubeconfig('a', 'https://rancher.test/k8s/c-1/').replace(
        'cluster: { ',
        'cluster: { certificate-authority: ca, ',
      ),
    });
    const { cluster, server } = await loadConfiguration({ kubeconfig: join(folder, 'one'), env: bareEnv });
    expect(cluster['certificate-authority']).toBe(join(folder, 'ca'));
    expect(server).toBe('https://rancher.test/k8s/c-1');
  });

  test('what decides on the demo: a named file counts even when it is missing', () => {
    expect(isConfigured(bareEnv)).toBe(false);
    expect(isConfigured(bareEnv, '/nonexistent/config')).toBe(true);
    expect(isConfigured({ ...bareEnv, KUBECONFIG: '/nonexistent/config' })).toBe(true);
    expect(isConfigured({ ...bareEnv, KUBECONFIG: '' })).toBe(false);
  });
});

describe('what is wrong is said', () => {
  test('nothing is configured', async () => {
    expect(await problemIn(loadConfiguration({ env: bareEnv }))).toEqual({ kind: 'no-configuration' });
  });

  test('all named files are missing', async () => {
    const env = { ...bareEnv, KUBECONFIG: `/nonexistent/a${delimiter}/nonexistent/b` };
    expect(await problemIn(loadConfiguration({ env }))).toEqual({
      kind: 'kubeconfig-missing',
      files: ['/nonexistent/a', '/nonexistent/b'],
      from: 'KUBECONFIG',
    });
    expect(await problemIn(loadConfiguration({ kubeconfig: '/nonexistent/a', env }))).toEqual({
      kind: 'kubeconfig-missing',
      files: ['/nonexistent/a'],
      from: '--kubeconfig',
    });
  });

  test.each([
    ['no YAML', 'apiVersion: v1\nclusters:\n  - name: a\n   cluster: {}\n', 4],
    ['of the wrong shape', 'apiVersion: v1\nkind: Config\nclusters:\n  a: b\n', 4],
    ['an entry of the wrong type', 'contexts:\n  - name: a\n    context: { cluster: [1] }\n', 3],
    ['a text', 'hello', 1],
  ])('a file that is %s: file and line', async (_what, content, line) => {
    const { folder } = await files({ broken: content });
    const problem = await problemIn(loadConfiguration({ kubeconfig: join(folder, 'broken'), env: bareEnv }));
    expect(problem).toMatchObject({ kind: 'kubeconfig-malformed', file: join(folder, 'broken'), line });
  });

  test('an unknown context: those there are', async () => {
    const { list } = await files({ two: kubeconfig('b'), one: kubeconfig('a') });
    expect(await problemIn(loadConfiguration({ context: 'c', env: { KUBECONFIG: list } }))).toEqual({
      kind: 'unknown-context',
      context: 'c',
      known: ['a', 'b'],
    });
  });

  test.each([
    ['its cluster', (text: string) => text.replace(/^clusters.*$/m, ''), 'clusters: a'],
    ['its user', (text: string) => text.replace(/^users.*$/m, ''), 'users: a'],
    ['its server', (text: string) => text.replace(/server: '[^']+'/, ''), 'clusters: a: server'],
    [
      'a readable certificate',
      (text: string) => text.replace('token: of-a', 'client-certificate: /nonexistent/crt'),
      '/nonexistent/crt',
    ],
    [
      'the key of its certificate',
      (text: string) => text.replace('token: of-a', 'client-certificate-data: LS0t'),
      'users: a: client-key',
    ],
  ])('a context without %s', async (_what, change, missing) => {
    const { folder } = await files({ one: change(kubeconfig('a')) });
    const problem = await problemIn(loadConfiguration({ kubeconfig: join(folder, 'one'), env: bareEnv }));
    expect(problem).toMatchObject({ kind: 'context-incomplete', file: join(folder, 'one'), missing });
  });

  test('contexts of which none is the current one: their names', async () => {
    const { folder } = await files({ one: kubeconfig('a').replace(/^current-context.*$/m, '') });
    const file = join(folder, 'one');
    expect(await problemIn(loadConfiguration({ kubeconfig: file, env: bareEnv }))).toEqual({
      kind: 'no-current-context',
      file,
      known: ['a'],
    });
    expect(await listContexts({ kubeconfig: file, env: bareEnv })).toMatchObject([
      { name: 'a', server: 'a.test:6443', isCurrent: false },
    ]);
  });

  test.each([
    [
      'a server that is no URL',
      (text: string) => text.replace('https://a', 'https://me:hunter2@a:99999'),
      'clusters: a: server: https://me:[redacted: password]@a:99999.test:6443 is no http or https URL',
    ],
    [
      'an authority that is no certificate',
      (text: string) => text.replace("6443'", "6443', certificate-authority-data: aGVsbG8="),
      'clusters: a: certificate-authority-data: no PEM certificate in base64',
    ],
    [
      'a folder for a file',
      (text: string) => text.replace('token: of-a', 'tokenFile: /'),
      '/ is a folder, not a file',
    ],
  ])('%s: what, and where', async (_what, change, reason) => {
    const { folder } = await files({ one: change(kubeconfig('a')) });
    const problem = await problemIn(loadConfiguration({ kubeconfig: join(folder, 'one'), env: bareEnv }));
    expect(problem).toEqual({ kind: 'kubeconfig-malformed', file: join(folder, 'one'), reason });
  });

  test('of equal keys the last counts, as for kubectl', async () => {
    const { server } = await configured(`${kubeconfig('a')}kind: Config\n`);
    expect(server).toBe('https://a.test:6443');
  });

  test('an empty file is an empty configuration', async () => {
    expect(await problemIn(configured('# nothing\n'))).toMatchObject({
      kind: 'context-incomplete',
      missing: 'current-context',
    });
  });
});

describe('which proxy', () => {
  const proxy = (server: string, env: Record<string, string>, own?: string) =>
    proxyOf({
      server,
      env,
      cluster: (own === undefined ? {} : { 'proxy-url': own }) as Parameters<typeof proxyOf>[0]['cluster'],
    });
  const viaProxy = {
    HTTPS_PROXY: 'http://proxy:3128',
    NO_PROXY: '10.0.0.0/8, .corp.test,exact.test:6443 ::1/128',
  };

  test.each([
    ['https://api.test:6443', 'http://proxy:3128'],
    ['https://10.1.2.3:6443', undefined],
    ['https://11.1.2.3:6443', 'http://proxy:3128'],
    ['https://a.corp.test', undefined],
    ['https://exact.test:6443', undefined],
    ['https://exact.test:443', 'http://proxy:3128'],
    ['https://localhost:6443', undefined],
    ['https://127.0.0.1:6443', undefined],
    ['http://api.test', undefined],
  ])('to %s: %s', (server, expected) => {
    expect(proxy(server, viaProxy)).toBe(expected);
  });

  test("the cluster's own proxy-url comes first, and a bare host is an http proxy", () => {
    expect(proxy('https://10.1.2.3', viaProxy, 'socks5://own:1080')).toBe('socks5://own:1080');
    expect(proxy('https://api.test', { https_proxy: 'proxy:3128' })).toBe('http://proxy:3128');
    expect(proxy('https://api.test', { ...viaProxy, NO_PROXY: '*' })).toBeUndefined();
  });
});
