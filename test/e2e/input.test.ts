import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { started } from '../demo/started.ts';
import { expectNoTrace, kubeconfigFile, ran } from './ran.ts';
import { cleanEnvironment, program } from './program.ts';
import { temporaryFolder } from './terminal.ts';

const demo = ['--demo', '01-healthy'];

/** Runs the built program with a redirection of its output. */
async function inShell(redirection: string, args: string): Promise<{ code: number; stderr: string }> {
  const folder = await temporaryFolder();
  const line = `"${process.execPath}" "${program}" ${args} ${redirection}`;
  return promisify(execFile)('/bin/sh', ['-c', line], { env: cleanEnvironment(folder), cwd: folder }).then(
    ({ stderr }) => ({ code: 0, stderr }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
  );
}

test.each([
  ['before the command', [...demo, '-o', 'json', 'check']],
  ['behind it', ['check', ...demo, '-o', 'json']],
  ['on both sides', ['-o', 'json', 'check', ...demo]],
])('options are understood %s', async (_where, args) => {
  const { status, stdout } = await ran(args);
  expect(JSON.parse(stdout)).toMatchObject({ source: { scenario: '01-healthy' } });
  expect(status).toBe(0);
});

test('--demo without a name does not take the command for one', async () => {
  const { status, stdout } = await ran(['--demo', 'check', '-o', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ source: { scenario: '02-two-meshes' } });
  expect(status).toBe(3);
});

test.each([
  ['a command that is none', ['chekc'], ['chekc', 'did you mean check']],
  ['a word too many', ['check', 'everything'], ['everything']],
  ['a language that is not there', ['check', '--lang', 'fr'], ['fr', 'en, ja']],
  ['a time of nothing', ['check', ...demo, '--timeout', '0'], ['--timeout', 'above 0']],
  ['a time that no timer knows', ['check', ...demo, '--timeout', '1e9'], ['--timeout', '86400']],
  ['half a byte', ['check', ...demo, '--log-bytes', '1.5'], ['--log-bytes', 'whole number']],
  ['a time that is none', ['check', ...demo, '--since', 'yesterday'], ['--since', 'yesterday', '2h']],
  [
    'a limit of what is saved',
    ['collect', '--from', 'x.json', '--since', '2h', 'y.json'],
    ['--from', '--since'],
  ],
  [
    'a namespace that cannot be',
    ['check', ...demo, '-n', 'osm-system/../x'],
    ['osm-system/../x', 'osm-system.'],
  ],
  ['a variable that was never set', ['check', '--kubeconfig', ''], ['--kubeconfig', 'empty']],
  ['standard input', ['check', '--from', '-'], ['--from', './-']],
  ['standard output', ['collect', ...demo, '-'], ["'-'", './-']],
  ['a format that is not there', ['check', ...demo, '--report', 'r.pdf'], ['r.pdf', '.html']],
  ['two sources', ['check', ...demo, '--from', 'x.json'], ['--from', '--demo']],
  ['a context of no configuration', ['check', ...demo, '--context', 'prod'], ['--demo', '--context']],
])('%s is a usage error that names it', async (_what, args, named) => {
  const folder = await temporaryFolder();
  const result = await ran(args, {}, folder);
  expect(result.status).toBe(64);
  for (const word of named) expect(result.stderr).toContain(word);
  expectNoTrace(result);
  expect(await readdir(folder)).toEqual([]);
});

test('a mesh that is not there gets the list of those there are, live and from a snapshot', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'two.json');
  await ran(['collect', file, '--demo', '02-two-meshes'], {}, folder);
  for (const source of [
    ['--demo', '02-two-meshes'],
    ['--from', file],
  ]) {
    const result = await ran(['check', ...source, '--mesh', 'osm3'], {}, folder);
    expect(result.status).toBe(64);
    for (const word of ['osm3', 'osm (osm-system)', 'osm2 (osm-system-2)'])
      expect(result.stderr).toContain(word);
    expectNoTrace(result);
  }
  const narrowed = await ran(['check', '--from', file, '--mesh', 'osm2', '-o', 'json'], {}, folder);
  expect(narrowed.status).toBe(0);
  expect(JSON.parse(narrowed.stdout)).toMatchObject({ meshes: [{ mesh: { name: 'osm2' } }] });
});

test('a namespace without a mesh ends with 4, and is named', async () => {
  const { status, stdout } = await ran(['check', ...demo, '-n', 'nowhere']);
  expect(status).toBe(4);
  expect(stdout).toContain('nowhere');
});

test('problems speak the language that --lang asks for', async () => {
  const result = await ran(['check', '--lang', 'ja', '--from', '/no/such/file']);
  expect(result.status).toBe(65);
  expect(result.stderr).toMatch(/[ぁ-んァ-ヶ一-龠]/);
});

test('a report never takes the place of a folder, not even with --force', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'reports'));
  const { status, stdout, stderr } = await ran(
    ['check', ...demo, '--report', 'reports', '--force'],
    {},
    folder,
  );
  expect(status).toBe(73);
  expect(stderr).toContain('it is a folder');
  expect(stdout).toContain('healthy');
  expect(await readdir(folder)).toEqual(['reports']);
});

test.each([
  ['a diagnosis', `check ${demo.join(' ')}`],
  ['help', '--help'],
])('a full disk behind standard output is said of %s, with 73', async (_what, args) => {
  const { code, stderr } = await inShell('> /dev/full', args);
  expect(code).toBe(73);
  expect(stderr).toContain('ENOSPC');
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('nobody to read the error does not change the status', async () => {
  expect((await inShell('2> /dev/full', 'check --nonsense')).code).toBe(64);
});

test('a reader that goes early is no error', async () => {
  const { code, stderr } = await inShell('| head -n 1', 'check --demo 02-two-meshes -o html');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('a path behind the server is kept, and a proxy that is none is named', async () => {
  const server = await started();
  const folder = await temporaryFolder();
  const prefixed = server.kubeconfig().replaceAll(server.url, `${server.url}/k8s/clusters/c-1`);
  await ran(['check', '--kubeconfig', await kubeconfigFile(prefixed, folder)], {}, folder);
  expect(server.requests.length).toBeGreaterThan(0);
  expect(server.requests.every(({ path }) => path.startsWith('/k8s/clusters/c-1/'))).toBe(true);
  const env = { HTTP_PROXY: '::none', HTTPS_PROXY: '::none' };
  const remote = server.kubeconfig().replaceAll(server.url, 'https://api.test:6443');
  const file = join(folder, 'remote');
  await writeFile(file, remote);
  const result = await ran(['check', '--kubeconfig', file], env, folder);
  expect(result.status).toBe(69);
  expect(result.stderr).toContain('::none');
  expectNoTrace(result);
});
