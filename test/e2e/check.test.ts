import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listScenarios } from '#demo/scenarios.ts';
import { started } from '../demo/started.ts';
import { expectNoTrace, kubeconfigFile, ran } from './ran.ts';
import { temporaryFolder } from './terminal.ts';

test('check -o json prints one JSON document and ends with 3 for two meshes', async () => {
  const { status, stdout, stderr } = await ran(['check', '--demo', '02-two-meshes', '-o', 'json']);
  const document = JSON.parse(stdout) as { kind: string; demo: boolean; verdict: { exitCode: number } };
  expect(document).toMatchObject({ kind: 'Diagnosis', demo: true, verdict: { exitCode: 3 } });
  expect(status).toBe(3);
  expect(stderr).toBe('');
});

test('check ends with 0 for the healthy control plane', async () => {
  const { status, stdout } = await ran(['check', '--demo', '01-healthy']);
  expect(status).toBe(0);
  expect(stdout).toContain('healthy');
  expect(stdout).not.toContain('\u001B');
});

test('without a terminal the program prints the same as check', async () => {
  const { status, stdout } = await ran(['--demo', '04b-image-pull']);
  expect(status).toBe(3);
  expect(stdout).toContain('flomesh/osm-edge-controller:9.9.9');
});

test('with everything forbidden it ends with 4, names what to allow, and never says healthy', async () => {
  const server = await started({ scenario: '01-healthy', rbac: { rules: [] } });
  const folder = await temporaryFolder();
  const file = await kubeconfigFile(server.kubeconfig(), folder);
  const { status, stdout } = await ran(['check', '--kubeconfig', file], {}, folder);
  expect(status).toBe(4);
  expect(stdout).not.toContain('✔');
  expect(stdout).not.toMatch(/^\W*healthy/m);
  expect(stdout).toContain('deployments');
  expect(stdout).toContain('list');
});

test('a snapshot replays to the same report, byte for byte, and again', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'cluster.json');
  const collected = await ran(['collect', file, '--demo', '06b-crashloop-fatal'], {}, folder);
  expect(collected.status).toBe(0);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const once = await ran(['check', '--from', file, '-o', 'markdown'], {}, folder);
  const twice = await ran(['check', '--from', file, '-o', 'markdown'], { TZ: 'Asia/Tokyo' }, folder);
  expect(once.status).toBe(3);
  expect(once.stdout).toContain('osm-ca-bundle');
  expect(twice.stdout).toBe(once.stdout);
});

test('--report writes what its ending says, and never over a file unasked', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'report.html');
  const first = await ran(['check', '--demo', '01-healthy', '--report', file], {}, folder);
  expect(first.status).toBe(0);
  expect(await readFile(file, 'utf8')).toMatch(/^<!doctype html>/i);
  const second = await ran(['check', '--demo', '01-healthy', '--report', file], {}, folder);
  expect(second.status).toBe(73);
  expect(second.stderr).toContain(file);
  expect(second.stdout).toContain('healthy');
  const forced = await ran(['check', '--demo', '01-healthy', '--report', file, '--force'], {}, folder);
  expect(forced.status).toBe(0);
});

test('a report path that cannot be written is said, and the diagnosis still printed', async () => {
  const { status, stdout, stderr } = await ran([
    'check',
    '--demo',
    '01-healthy',
    '--report',
    '/no/such/folder/r.md',
  ]);
  expect(status).toBe(73);
  expect(stderr).toContain('/no/such/folder/r.md');
  expect(stdout).toContain('healthy');
});

test('an unknown flag is a usage error', async () => {
  const result = await ran(['check', '--nonsense']);
  expect(result.status).toBe(64);
  expect(result.stderr).toContain('--nonsense');
  expectNoTrace(result);
});

test('no configuration off a terminal names the three ways out', async () => {
  const result = await ran(['check']);
  expect(result.status).toBe(78);
  for (const way of ['--kubeconfig', '--demo', '--from']) expect(result.stderr).toContain(way);
  expectNoTrace(result);
});

test('a kubeconfig that is not there is named', async () => {
  const result = await ran(['check', '--kubeconfig', '/no/such/kubeconfig']);
  expect(result.status).toBe(78);
  expect(result.stderr).toContain('/no/such/kubeconfig');
  expectNoTrace(result);
});

test('a malformed kubeconfig is named with its line', async () => {
  const folder = await temporaryFolder();
  const file = await kubeconfigFile('apiVersion: v1\nkind: Config\nclusters:\n  - name: "broken\n', folder);
  const result = await ran(['check'], { KUBECONFIG: file }, folder);
  expect(result.status).toBe(78);
  expect(result.stderr).toContain(file);
  expect(result.stderr).toMatch(/\b[45]\b/);
  expectNoTrace(result);
});

test('an unknown context gets the list of those there are', async () => {
  const server = await started({ scenario: '01-healthy' });
  const folder = await temporaryFolder();
  const file = await kubeconfigFile(server.kubeconfig({ context: 'prod-tokyo' }), folder);
  const result = await ran(['check', '--kubeconfig', file, '--context', 'prod-osaka'], {}, folder);
  expect(result.status).toBe(64);
  expect(result.stderr).toContain('prod-osaka');
  expect(result.stderr).toContain('prod-tokyo');
  expectNoTrace(result);
});

test('a server that cannot be reached ends with 69', async () => {
  const folder = await temporaryFolder();
  const port = await freePort();
  const server = await started({ scenario: '01-healthy' });
  const text = server.kubeconfig().replaceAll(server.url, `http://127.0.0.1:${port}`);
  const result = await ran(['check', '--kubeconfig', await kubeconfigFile(text, folder)], {}, folder);
  expect(result.status).toBe(69);
  expect(result.stderr).toContain(`127.0.0.1:${port}`);
  expectNoTrace(result);
});

test('a refused token ends with 77', async () => {
  const server = await started({ scenario: '01-healthy', token: 'the-right-one' });
  const folder = await temporaryFolder();
  const file = await kubeconfigFile(server.kubeconfig({ token: 'expired-token' }), folder);
  const result = await ran(['check', '--kubeconfig', file], {}, folder);
  expect(result.status).toBe(77);
  expect(result.stderr).not.toContain('expired-token');
  expectNoTrace(result);
});

test('a credential plugin that fails is shown with its words', async () => {
  const server = await started({ scenario: '01-healthy' });
  const folder = await temporaryFolder();
  const plugin = join(folder, 'login-helper');
  await writeFile(plugin, '#!/bin/sh\necho "session has ended, run: login-helper login" >&2\nexit 7\n');
  await chmod(plugin, 0o755);
  const user = `{ exec: { apiVersion: client.authentication.k8s.io/v1, command: "${plugin}", interactiveMode: Never } }`;
  const text = server.kubeconfig().replace('user: {}', `user: ${user}`);
  const result = await ran(['check', '--kubeconfig', await kubeconfigFile(text, folder)], {}, folder);
  expect(result.status).toBe(77);
  expect(result.stderr).toContain('session has ended');
  expectNoTrace(result);
});

test('a snapshot of another version, or cut short, ends with 65', async () => {
  const folder = await temporaryFolder();
  const other = join(folder, 'other.json');
  await writeFile(other, JSON.stringify({ apiVersion: 'osm-edge-doctor/v99', kind: 'Snapshot' }));
  const version = await ran(['check', '--from', other], {}, folder);
  expect(version.status).toBe(65);
  expect(version.stderr).toContain('osm-edge-doctor/v99');
  const cut = join(folder, 'cut.json');
  await writeFile(cut, '{"apiVersion":"osm-edge-doctor/v1","kind":"Snap');
  const short = await ran(['check', '--from', cut], {}, folder);
  expect(short.status).toBe(65);
  expect(short.stderr).toContain(cut);
  expectNoTrace(short);
});

test('an unknown scenario gets the list of those there are', async () => {
  const result = await ran(['check', '--demo', 'nothing-like-it']);
  expect(result.status).toBe(64);
  for (const { name } of listScenarios()) expect(result.stderr).toContain(name);
});

test('a configured cluster that is gone never becomes the demo', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '.kube'));
  const text = `apiVersion: v1\nkind: Config\ncurrent-context: gone\nclusters: [{name: c, cluster: {server: "http://127.0.0.1:${await freePort()}"}}]\ncontexts: [{name: gone, context: {cluster: c}}]\n`;
  await writeFile(join(folder, '.kube', 'config'), text);
  const result = await ran([], {}, folder);
  expect(result.status).toBe(69);
  expect(result.stdout).not.toContain('DEMO');
});

test('problems are told in Japanese where the locale is', async () => {
  const result = await ran(['check', '--kubeconfig', '/no/such/kubeconfig'], { LANG: 'ja_JP.UTF-8' });
  expect(result.stderr).toMatch(/[ぁ-んァ-ヶ一-龠]/);
});

/** A port where nothing listens. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null ? done(address.port) : fail(new Error('no port')),
      );
    });
  });
}
