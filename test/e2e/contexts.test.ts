import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { kubeconfigText } from '#demo/kubeconfig.ts';
import { loadScenario } from '#demo/scenarios.ts';
import { type FaultyServer, startFaultyServer } from '../support/faulty-server.ts';
import { cleanEnvironment, program } from './program.ts';
import type { Session } from './session.ts';
import { run, temporaryFolder } from './terminal.ts';

async function served(scenario: string, token?: string): Promise<FaultyServer> {
  const server = await startFaultyServer({
    scenario: await loadScenario(scenario),
    ...(token === undefined ? {} : { token }),
  });
  onTestFinished(() => server.close());
  return server;
}

/** The program on one kubeconfig of several clusters, as the kubeconfig files of several people come together. */
async function opened(
  clusters: Readonly<Record<string, { readonly url: string }>>,
  change: (kubeconfig: string) => string = (same) => same,
): Promise<Session> {
  const folder = await temporaryFolder();
  const files = await Promise.all(
    Object.entries(clusters).map(async ([context, { url }]) => {
      const file = join(folder, context);
      await writeFile(file, change(kubeconfigText({ server: url, context, token: 'of-me' })));
      return file;
    }),
  );
  const env = cleanEnvironment(folder, { KUBECONFIG: files.join(':') });
  return run(process.execPath, [program], { cwd: folder, env });
}

test('m goes from one cluster to another, and back from one that does not accept the credentials', async () => {
  const [tokyo, osaka, kyoto] = await Promise.all([
    served('01-healthy'),
    served('04b-image-pull'),
    served('01-healthy', 'of-somebody-else'),
  ]);
  const session = await opened({ 'prod-tokyo': tokyo, 'prod-osaka': osaka, 'prod-kyoto': kyoto });
  await session.shows('ctx prod-tokyo');
  await session.shows('is healthy');
  const asked = tokyo.requests.length;

  session.press('m');
  await session.shows('Contexts of the kubeconfig (3)');
  await session.shows(/• prod-tokyo +current +127\.0\.0\.1:\d+/u);
  session.press('osaka\r');
  await session.shows('ctx prod-osaka');
  await session.shows('flomesh/osm-edge-controller:9.9.9');
  expect(session.screen()).not.toContain('is healthy');

  session.press('m');
  await session.shows('Contexts of the kubeconfig (3)');
  session.press('kyoto\r');
  await session.shows('does not accept');
  await session.shows('m selects another context');
  expect(session.screen()).not.toContain('flomesh/osm-edge-controller:9.9.9');

  session.press('m');
  await session.shows('Contexts of the kubeconfig (3)');
  session.press('tokyo\r');
  await session.shows('is healthy');
  expect(tokyo.requests.length).toBeGreaterThan(asked);
  session.press('q');
  expect((await session.ended).exitCode).toBe(0);
});

test('without a current context the program asks for one, and says so', async () => {
  const [tokyo, osaka] = await Promise.all([served('01-healthy'), served('04b-image-pull')]);
  const session = await opened({ 'prod-tokyo': tokyo, 'prod-osaka': osaka }, (kubeconfig) =>
    kubeconfig.replace(/^current-context:.*$/mu, ''),
  );
  await session.shows('has no current context: select one');
  await session.shows('prod-osaka');
  expect(tokyo.requests).toEqual([]);
  session.press('osaka\r');
  await session.shows('flomesh/osm-edge-controller:9.9.9');
  expect(tokyo.requests).toEqual([]);
  session.press('\u0003');
  expect((await session.ended).exitCode).toBe(130);
});
