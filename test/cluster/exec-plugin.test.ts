import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTransport } from '#cluster/transport.ts';
import { readCluster } from '#cluster/read-cluster.ts';
import { configured, opened, problemIn, quick, served, temporaryFolder } from './connected.ts';

describe('a credential plugin', () => {
  const withPlugin = async (script: string, more = ''): Promise<string> => {
    const server = await served({ token: 'from-plugin' });
    const plugin = join(await temporaryFolder(), 'plugin');
    await writeFile(plugin, `#!/bin/sh\n${script}\n`);
    await chmod(plugin, 0o755);
    return server
      .kubeconfig()
      .replace(
        /user: \{ token: .*\}/,
        `user: { exec: { apiVersion: client.authentication.k8s.io/v1, command: ${plugin}, args: [get, --password=hunter2], installHint: install it, interactiveMode: IfAvailable${more} } }`,
      );
  };
  const credential = (token: string, expires = '2099-01-01T00:00:00Z') =>
    `{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"${token}","expirationTimestamp":"${expires}"}}`;

  test('runs once for all requests, without standard input, and learns about the cluster', async () => {
    const folder = await temporaryFolder();
    const script = `cat > ${folder}/stdin; echo "$KUBERNETES_EXEC_INFO" >> ${folder}/info; echo '${credential('from-plugin')}'`;
    const transport = await opened(await configured(await withPlugin(script, ', provideClusterInfo: true')));
    const replies = await Promise.all([1, 2, 3, 4].map(() => transport.get('/api/v1/namespaces')));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const runs = (await readFile(join(folder, 'info'), 'utf8')).trim().split('\n');
    expect(runs).toHaveLength(1);
    expect(JSON.parse(runs[0] ?? '')).toMatchObject({
      kind: 'ExecCredential',
      spec: { interactive: false, cluster: { server: transport.server } },
    });
    expect(await readFile(join(folder, 'stdin'), 'utf8')).toBe('');
  });

  test('is run again when its token is not accepted any more', async () => {
    const folder = await temporaryFolder();
    const script = `if [ -e ${folder}/ran ]; then echo '${credential('from-plugin')}'; else touch ${folder}/ran; echo '${credential('old')}'; fi`;
    const transport = await opened(await configured(await withPlugin(script)));
    const replies = await Promise.all([1, 2, 3].map(() => transport.get('/api/v1/namespaces')));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test('is run again when its token expires', async () => {
    const folder = await temporaryFolder();
    const script = `echo run >> ${folder}/runs; echo '${credential('from-plugin', '2020-01-01T00:00:00Z')}'`;
    const transport = await opened(await configured(await withPlugin(script)));
    await transport.get('/api/v1/namespaces');
    expect(await readFile(join(folder, 'runs'), 'utf8')).toBe('run\nrun\n');
    // What is expired from the start tells of a wrong clock: not a run for every request.
    await transport.get('/api/v1/namespaces');
    expect(await readFile(join(folder, 'runs'), 'utf8')).toBe('run\nrun\n');
  });

  test.each([
    [
      'ends with an error',
      'echo "login expired token=abc123" >&2; exit 3',
      3,
      'login expired token=[redacted: token]',
    ],
    ['prints no credential', 'echo hello', 0, 'ExecCredential'],
    [
      'prints an empty credential',
      `echo '${credential('').replace('"token":"",', '')}'`,
      0,
      'neither a token',
    ],
    ['never ends', 'exec sleep 60', null, 'no answer within'],
    ['prints without end', 'exec cat /dev/zero', null, 'its output is longer than 1024 KiB'],
  ])('that %s: its command, what it said, and how to get it', async (_what, script, exitCode, said) => {
    const configuration = await configured(await withPlugin(script));
    expect(await problemIn(openTransport(configuration, { deadlines: { pluginMs: 1000 } }))).toMatchObject({
      kind: 'exec-plugin-failed',
      context: 'demo-01-healthy',
      command: [expect.stringContaining('/plugin'), 'get', '--password=[redacted: password]'],
      exitCode,
      stderr: expect.stringContaining(said),
      installHint: 'install it',
    });
  });

  test('that is not installed', async () => {
    const kubeconfig = (await withPlugin('')).replace(/command: [^,]+/, 'command: no-such-plugin-here');
    const problem = await problemIn(openTransport(await configured(kubeconfig)));
    expect(problem).toMatchObject({
      kind: 'exec-plugin-failed',
      exitCode: null,
      stderr: expect.stringContaining('ENOENT'),
    });
  });

  test('that needs a terminal is not started without one', async () => {
    const kubeconfig = (await withPlugin('')).replace('IfAvailable', 'Always');
    const problem = await problemIn(openTransport(await configured(kubeconfig)));
    expect(problem).toMatchObject({
      kind: 'exec-plugin-failed',
      stderr: expect.stringContaining('terminal'),
    });
  });

  test('that fails in the middle of a reading leaves what was read, and says why the rest was not', async () => {
    const folder = await temporaryFolder();
    const server = await served({ token: 'from-plugin' });
    const script = `if [ -e ${folder}/ran ]; then echo "login expired" >&2; exit 3; else touch ${folder}/ran; echo '${credential('from-plugin')}'; fi`;
    const plugin = join(folder, 'plugin');
    await writeFile(plugin, `#!/bin/sh\n${script}\n`);
    await chmod(plugin, 0o755);
    const kubeconfig = server
      .kubeconfig()
      .replace(
        /user: \{ token: .*\}/,
        `user: { exec: { apiVersion: client.authentication.k8s.io/v1, command: ${plugin}, args: [get], interactiveMode: IfAvailable } }`,
      );
    // The token is not accepted any more once the reading has come to the events.
    server.faults.add({ kind: 'status', status: 401, on: '/events' });
    const transport = await opened(await configured(kubeconfig));
    const snapshot = await readCluster({ transport, settings: quick });
    const facts = snapshot.namespaces['osm-system'];
    expect(snapshot.cluster.deployments.state).toBe('read');
    expect(facts?.events).toMatchObject({
      state: 'failed',
      error: { kind: 'unauthorized', message: expect.stringContaining('login expired') },
    });
    const states = Object.values(facts ?? {}).flatMap((fact) =>
      fact !== undefined && 'state' in fact ? [fact.state] : [],
    );
    expect(states).not.toContain('cancelled');
    expect(states).not.toContain('pending');
  });
});
