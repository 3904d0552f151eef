import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { loadScenario } from '#demo/scenarios.ts';
import { type FaultyServer, type FaultyServerOptions, startFaultyServer } from '../support/faulty-server.ts';
import { textsOf } from '#steps/all-texts.ts';
import { languages } from '#i18n/texts.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import { screenIds } from '#wizard/state/state.ts';
import type { Source } from '../../src/cli/source.ts';
import type { OpenWizard } from '../support/frame.tsx';
import { expectToFit, paneText } from './frame-text.ts';
import { oneContext, opened, readFrozen, readingFrom, sourceOf } from './opened.ts';

const silent: Source = {
  ...oneContext,
  read: () => new Promise(() => {}),
  close: () => Promise.resolve(),
};

/** A server that is there until the test ends. */
async function served(options: Omit<FaultyServerOptions, 'scenario'>): Promise<FaultyServer> {
  const server = await startFaultyServer({ ...options, scenario: await loadScenario('02-two-meshes') });
  onTestFinished(() => server.close());
  return server;
}

/** Every screen, as it is without a further key. */
async function framesOf(wizard: OpenWizard): Promise<Record<ScreenId, string>> {
  const frames: Partial<Record<ScreenId, string>> = {};
  for (const [index, screen] of screenIds.entries()) {
    await wizard.type(String(index + 1));
    expectToFit(wizard.frame(), 80, 24);
    frames[screen] = wizard.frame();
  }
  return frames as Record<ScreenId, string>;
}

function tabMarks(frame: string): string {
  return [...(frame.split('\n')[1]?.matchAll(/\d \S+ (\S)/gu) ?? [])].map(([, mark]) => mark).join('');
}

describe.each(languages)('in %s', (language) => {
  const { presentation, steps, ui } = textsOf(language);

  test('before the first answer every screen says that the cluster is being read, and what it will ask', async () => {
    const frames = await framesOf(await opened(silent, { language }));
    for (const screen of screenIds) {
      expect(tabMarks(frames[screen])).toBe('……………');
      expect(frames[screen]).toContain(ui.firstHeadline);
      expect(frames[screen]).toContain(ui.progress.connecting);
      expect(frames[screen]).toContain(steps[screen].question.slice(0, 20));
      expect(frames[screen]).not.toMatch(/[✔✘⚠]/u);
    }
  });

  test('while the logs do not come, their step waits, the others tell what they found so far', async () => {
    const server = await served({ faults: [{ kind: 'hang', on: '/log?' }] });
    const wizard = await opened(readingFrom(server), { language });
    await vi.waitFor(() => {
      const { run } = wizard.state();
      const current = run.kind === 'reading' ? run.progress?.current : undefined;
      expect(current?.length).toBeGreaterThan(0);
      expect(current?.every(({ what }) => what.startsWith('log '))).toBe(true);
    }, 10_000);
    await wizard.settle();
    const frames = await framesOf(wizard);
    for (const screen of screenIds) {
      expect(tabMarks(frames[screen])).toBe('…✘……✘');
      expect(frames[screen].split('\n')[2]).toContain(presentation.headline.soFar('').trim());
    }
    expect(frames['error-logs']).toMatch(/^▸ … /mu);
    expect(frames['error-logs'].match(/^… /gmu)?.length).toBeGreaterThan(4);
    expect(frames['stray-sidecar']).toContain('OED101');
  });

  test('with everything forbidden nothing is green on any screen, and the missing rules stand there', async () => {
    const { snapshot } = await readFrozen('01-healthy', { rbac: { rules: [] } });
    const wizard = await opened(sourceOf(snapshot), { language });
    const frames = await framesOf(wizard);
    for (const screen of screenIds) {
      expect(tabMarks(frames[screen])).toBe('?????');
      expect(frames[screen]).toMatch(/^▸ \? /mu);
      expect(frames[screen]).not.toContain('✔');
      // No control plane is known, so none is named.
      expect(frames[screen].split('\n')[0]).not.toContain('@');
    }
    await wizard.type('5\t');
    const said = await paneText(wizard.frame, () => wizard.type('\u001B[6~'));
    // Version and discovery are open to everybody: what the API server is and serves is all that is known.
    expect(said.split('\n').filter((line) => line.includes('✔'))).toEqual([
      expect.stringContaining(`✔ ${textsOf(language).reading.facts.version}`),
      expect.stringMatching(language === 'en' ? /^✔ API resources \(3\)/u : /^✔ API リソース \(3\)/u),
    ]);
    for (const resource of [
      'deployments',
      'pods',
      'events',
      'services',
      'endpointslices',
      'replicasets',
      'meshconfigs',
    ])
      expect(said).toContain(`"${resource}"`);
  });

  test('with the logs alone forbidden, that step is open and the others are done', async () => {
    const { snapshot } = await readFrozen('01-healthy', { deny: ({ subresource }) => subresource === 'log' });
    const wizard = await opened(sourceOf(snapshot), { language });
    const frames = await framesOf(wizard);
    for (const screen of screenIds) expect(tabMarks(frames[screen])).toBe('✔✔✔??');
    expect(frames.verdict.split('\n')[2]).toMatch(/^\? /u);
    await wizard.type('4\r');
    expect(await paneText(wizard.frame, () => wizard.type('\u001B[6~'))).toContain('["pods/log"]');
  });

  test('a cluster that cannot be reached is told on every screen, with a way out', async () => {
    const server = await served({});
    await server.close();
    const wizard = await opened(readingFrom(server), { language });
    await vi.waitFor(() => expect(wizard.state().run.kind).toBe('failed'), 10_000);
    await wizard.settle();
    const frames = await framesOf(wizard);
    for (const screen of screenIds) {
      expect(tabMarks(frames[screen])).toBe('?????');
      expect(frames[screen]).toContain(ui.problem.title);
      expect(frames[screen]).toContain(server.url);
      expect(frames[screen]).toContain('kubectl --context demo-test get --raw /readyz');
      expect(frames[screen]).toContain(ui.problem.retry);
    }
  });
});

test('the finding that is open stays open when it is mended, and says so', async () => {
  const [broken, healthy] = [await readFrozen('02-two-meshes'), await readFrozen('01-healthy')];
  let isMended = false;
  const source: Source = {
    ...oneContext,
    read: (request) => sourceOf((isMended ? healthy : broken).snapshot).read(request),
    close: () => Promise.resolve(),
  };
  const wizard = await opened(source);
  await wizard.type('2\r');
  const id = /━━ (OED\d+)/u.exec(wizard.frame())?.[1];
  expect(id).toBeDefined();
  isMended = true;
  await wizard.type('r');
  await vi.waitFor(() => expect(wizard.state().run.kind).toBe('finished'));
  await wizard.settle();
  expect(wizard.frame()).toContain(`━━ ${id} `);
  expect(await paneText(wizard.frame, () => wizard.type('\u001B[6~'))).toContain(textsOf('en').runs.fixed);
});
