import { execFileSync } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadScenario } from '#demo/scenarios.ts';
import { type FaultyServer, startFaultyServer } from '../support/faulty-server.ts';
import { kubeconfigFile } from './ran.ts';
import { cleanEnvironment, program } from './program.ts';
import type { Session } from './session.ts';
import { run, temporaryFolder } from './terminal.ts';

async function served(token?: string): Promise<FaultyServer> {
  const scenario = await loadScenario('01-healthy');
  const server = await startFaultyServer({ scenario, ...(token === undefined ? {} : { token }) });
  onTestFinished(() => server.close());
  return server;
}

function opened(folder: string, ...args: readonly string[]): Session {
  return run(process.execPath, [program, ...args], { cwd: folder, env: cleanEnvironment(folder) });
}

describe('the first frame does not wait for the kubeconfig', () => {
  /** Whoever reads a pipe waits until somebody writes it. */
  function pipe(folder: string): string {
    const file = join(folder, 'pipe');
    execFileSync('mkfifo', [file]);
    return file;
  }

  test('which comes behind it', async () => {
    const [server, folder] = await Promise.all([served(), temporaryFolder()]);
    const file = pipe(folder);
    const session = opened(folder, '--kubeconfig', file);
    await session.shows('5 Verdict');
    await session.shows('q quit');
    expect(server.requests).toEqual([]);
    await writeFile(file, server.kubeconfig({ context: 'prod-tokyo' }));
    await session.shows('ctx prod-tokyo');
    await session.shows('is healthy');
    session.press('q');
    expect(await session.ended).toMatchObject({ exitCode: 0 });
  });

  test('nor does Esc, which stops the waiting', async () => {
    const [server, folder] = await Promise.all([served(), temporaryFolder()]);
    const file = pipe(folder);
    const session = opened(folder, '--kubeconfig', file);
    await session.shows('q quit');
    session.press('\u001B');
    await session.shows('reading was stopped');
    await writeFile(file, server.kubeconfig({ context: 'prod-tokyo' }));
    session.press('R');
    await session.shows('is healthy');
    session.press('q');
    expect(await session.ended).toMatchObject({ exitCode: 0 });
  });
});

describe.each([
  ['on the full screen', []],
  ['in the linear mode', ['--screen-reader']],
] as const)('%s, what is wrong with the kubeconfig ends the program', (_, mode) => {
  const malformed = 'apiVersion: v1\nkind: Config\nclusters:\n  - name: "broken\n';
  const incomplete = 'apiVersion: v1\nkind: Config\ncurrent-context: half\ncontexts: [{ name: half }]\n';

  test.each([
    ['malformed', malformed, [], 78, /kubeconfig.*[45]/u],
    ['incomplete', incomplete, [], 78, /half/u],
    ['without the context', incomplete, ['--context', 'prod-osaka'], 64, /prod-osaka/u],
    ['missing', undefined, [], 78, /kubeconfig/u],
  ] as const)('%s', async (_what, text, args, exitCode, said) => {
    const folder = await temporaryFolder();
    const file = text === undefined ? join(folder, 'kubeconfig') : await kubeconfigFile(text, folder);
    const session = opened(folder, '--kubeconfig', file, ...args, ...mode);
    expect(await session.ended).toMatchObject({ exitCode });
    expect(session.isFullScreen()).toBe(false);
    const lines = session.screen().trim().split('\n');
    expect(lines.join(' ')).toMatch(said);
    // Nothing stands there twice.
    expect(new Set(lines).size).toBe(lines.length);
  });
});

test.each([
  ['from the full screen', []],
  ['in the linear mode', ['--screen-reader']],
] as const)('a credential plugin that asks the person has the plain terminal, %s', async (_, mode) => {
  const [server, folder] = await Promise.all([served('of-me'), temporaryFolder()]);
  const plugin = join(folder, 'plugin');
  await writeFile(
    plugin,
    `#!/bin/sh
printf 'Password: ' >&2
read -r password
echo "{\\"apiVersion\\":\\"client.authentication.k8s.io/v1\\",\\"kind\\":\\"ExecCredential\\",\\"status\\":{\\"token\\":\\"$password\\"}}"
`,
  );
  await chmod(plugin, 0o755);
  const user = `{ exec: { apiVersion: client.authentication.k8s.io/v1, command: ${plugin}, interactiveMode: Always } }`;
  const kubeconfig = server.kubeconfig({ token: 'of-me' }).replace(/user: \{ token: .*\}/u, `user: ${user}`);
  expect(kubeconfig).toContain(user);
  const session = opened(folder, '--kubeconfig', await kubeconfigFile(kubeconfig, folder), ...mode);
  await session.shows('Password:');
  expect(session.isFullScreen()).toBe(false);
  session.press('of-me\r');
  await session.shows('is healthy');
  expect(session.isFullScreen()).toBe(mode.length === 0);
  session.press('q');
  expect(await session.ended).toMatchObject({ exitCode: 0 });
});
