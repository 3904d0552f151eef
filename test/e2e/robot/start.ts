import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Fault } from '../../support/faults.ts';
import { kubeconfigText } from '#demo/kubeconfig.ts';
import type { Scenario as Cluster } from '#demo/scenario.ts';
import { loadScenario } from '#demo/scenarios.ts';
import { type FaultyServer, startFaultyServer } from '../../support/faulty-server.ts';
import { cleanEnvironment, program } from '../program.ts';
import type { ServerFault, ServerStart, Start } from './scenario.ts';

/** Everything that is there before the program is. */
export interface Ground {
  /** The folder in which the program runs. */
  readonly folder: string;
  /** Holds the process id of the program, once it has been started. */
  readonly pidFile: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
  /** The cluster behind the kubeconfig, if it is one that can change. */
  readonly server: FaultyServer | undefined;
  clear(): Promise<void>;
}

/** Makes folder, kubeconfig, snapshot and cluster. The caller clears them away. */
export async function prepare(start: Start, locale: Record<string, string>): Promise<Ground> {
  const base = await mkdtemp(join(tmpdir(), 'robot-'));
  const [folder, home] = [join(base, 'work'), join(base, 'home')];
  await Promise.all([mkdir(folder), mkdir(home)]);
  for (const [name, text] of Object.entries(start.files)) await writeFile(join(folder, name), text);
  const server = start.server === undefined ? undefined : await serverOf(start.server);
  return {
    folder,
    pidFile: join(base, 'pid'),
    args: [...(await sourceArgs(start, base, server)), ...start.args],
    env: cleanEnvironment(home, { ...locale, ...start.env }),
    server,
    async clear() {
      await server?.close();
      await rm(base, { recursive: true, force: true });
    },
  };
}

async function sourceArgs(
  start: Start,
  base: string,
  server: FaultyServer | undefined,
): Promise<readonly string[]> {
  if (start.demo !== undefined) return ['--demo', start.demo];
  if (start.bare !== undefined) return [];
  if (start.snapshot !== undefined) {
    const file = join(base, 'cluster.json');
    await writeFile(file, await collected(start.snapshot));
    return ['--from', file];
  }
  const context = 'prod-tokyo';
  const config = server?.kubeconfig({ context }) ?? kubeconfigText({ server: await nobody(), context });
  const file = join(base, 'kubeconfig');
  await writeFile(file, config);
  return ['--kubeconfig', file];
}

const snapshots = new Map<string, Promise<string>>();

/** What `collect` saves of a scenario of the demo. */
function collected(scenario: string): Promise<string> {
  const collect = async (): Promise<string> => {
    const home = await mkdtemp(join(tmpdir(), 'robot-'));
    const file = join(home, 'cluster.json');
    const args = [program, 'collect', file, '--demo', scenario];
    await promisify(execFile)(process.execPath, args, { cwd: home, env: cleanEnvironment(home) });
    const text = await readFile(file, 'utf8');
    await rm(home, { recursive: true });
    return text;
  };
  const known = snapshots.get(scenario) ?? collect();
  snapshots.set(scenario, known);
  return known;
}

async function serverOf({ scenario, faults = [], may, latencyMs, log }: ServerStart): Promise<FaultyServer> {
  const cluster = await loadScenario(scenario);
  return startFaultyServer({
    scenario: log === undefined ? cluster : withLongLog(cluster, log),
    faults: faults.map(faultOf),
    ...(may === 'nothing' ? { rbac: { rules: [] } } : {}),
    ...(latencyMs === undefined ? {} : { latencyMs }),
  });
}

/** Says the lines of a log again and again. */
function withLongLog(cluster: Cluster, { container, lines }: NonNullable<ServerStart['log']>): Cluster {
  const logs = Object.entries(cluster.logs).map(([key, log]) => {
    if (!key.endsWith(`/${container}/current`) || !('text' in log)) return [key, log] as const;
    const have = log.text.split('\n').length - 1;
    return [key, { text: log.text.repeat(Math.ceil(lines / Math.max(1, have))) }] as const;
  });
  return { ...cluster, logs: Object.fromEntries(logs) };
}

export function faultOf({ kind, on, times, ms = 1000, status = 500 }: ServerFault): Fault {
  const when = { ...(on === undefined ? {} : { on }), ...(times === undefined ? {} : { times }) };
  switch (kind) {
    case 'delay':
      return { kind, ms, ...when };
    case 'status':
      return { kind, status, ...when };
    case 'hang':
    case 'reset':
      return { kind, ...when };
    default:
      return kind satisfies never;
  }
}

/** An address at which nothing listens. */
function nobody(): Promise<string> {
  return new Promise((done, fail) => {
    const probe = createServer()
      .once('error', fail)
      .listen(0, '127.0.0.1', () => {
        const address = probe.address();
        const port = typeof address === 'object' && address !== null ? address.port : 1;
        probe.close(() => done(`http://127.0.0.1:${port}`));
      });
  });
}
