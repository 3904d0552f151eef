import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadConfiguration } from '#cluster/configuration.ts';
import type { Configuration } from '#cluster/connection.ts';
import { readCluster } from '#cluster/read-cluster.ts';
import type { ReadOptions } from '#cluster/read-cluster.ts';
import { openTransport } from '#cluster/transport.ts';
import type { Transport, TransportOptions } from '#cluster/transport.ts';
import { loadScenario } from '#demo/scenarios.ts';
import { startFaultyServer } from '../support/faulty-server.ts';
import type { FaultyServer, FaultyServerOptions } from '../support/faulty-server.ts';
import { ProblemError } from '#errors/problem.ts';
import type { Problem } from '#errors/problem.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** No proxy, no home, nothing of the machine that runs the tests but its PATH. */
export const bareEnv = { PATH: process.env['PATH'], HOME: '/nonexistent' };

/** Tests need not wait between attempts. */
export const quick = { repeatMs: 5, resumeDelayMs: 5 };

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'osm-edge-doctor-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function served(
  options: Partial<FaultyServerOptions> & { name?: string } = {},
): Promise<FaultyServer> {
  const { name = '01-healthy', ...rest } = options;
  const server = await startFaultyServer({ scenario: await loadScenario(name), ...rest });
  onTestFinished(() => server.close());
  return server;
}

export async function configured(
  kubeconfig: string,
  env: Record<string, string | undefined> = bareEnv,
): Promise<Configuration> {
  const file = join(await temporaryFolder(), 'config');
  await writeFile(file, kubeconfig);
  return loadConfiguration({ kubeconfig: file, env });
}

export async function connected(server: FaultyServer, options: TransportOptions = {}): Promise<Transport> {
  return opened(await configured(server.kubeconfig()), options);
}

export async function opened(
  configuration: Configuration,
  options: TransportOptions = {},
): Promise<Transport> {
  const transport = await openTransport(configuration, options);
  onTestFinished(() => transport.close());
  return transport;
}

/** Reads what the server serves, from the kubeconfig to the snapshot. */
export async function readFrom(
  server: FaultyServer,
  options: Partial<ReadOptions> & { deadlines?: TransportOptions['deadlines'] } = {},
): Promise<Snapshot> {
  const { deadlines, ...rest } = options;
  const transport = await connected(server, deadlines ? { deadlines } : {});
  return readCluster({ transport, settings: quick, ...rest });
}

/** The problem that an attempt ended with. */
export async function problemIn(attempt: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof ProblemError) return thrown.problem;
  throw new Error(`no problem, but ${String(thrown)}`);
}
