import { afterEach, describe, expect, test } from 'vitest';
import { listScenarios } from '#demo/scenarios.ts';
import { textWidth } from '#presentation/text-width.ts';
import { textsOf } from '#steps/all-texts.ts';
import { languages } from '#i18n/texts.ts';
import { ProblemError } from '#errors/problem.ts';
import type { ContextRow, WizardPorts } from '#wizard/ports/ports.ts';
import { openWizard, type OpenOptions, type OpenWizard } from '../support/frame.tsx';
import { fakeDiagnosis, fakeMesh, fakePorts, fakeReading } from './fakes.ts';

const down = '\u001B[B';
const escape = '\u001B';
const enter = '\r';
let wizard: OpenWizard;
let used: string[];

const contexts: readonly ContextRow[] = [
  { name: 'prod-tokyo', server: 'tokyo.example.com:6443', namespace: 'default', isCurrent: true },
  { name: '本番-大阪', server: 'rancher.example.com/k8s/clusters/c-m-1', isCurrent: false },
  ...Array.from({ length: 198 }, (_, index) => ({
    name: `arn:aws:eks:ap-northeast-1:111122223333:cluster/team-${index}`,
    server: `${index}.eks.amazonaws.com`,
    isCurrent: false,
  })),
];

const meshes = [
  fakeMesh(),
  fakeMesh('osm2', 'osm-system-2', { verdict: { status: 'healthy', soFar: false, exitCode: 0 } }),
];

async function opened(options: OpenOptions = {}, change: Partial<WizardPorts> = {}): Promise<void> {
  used = [];
  wizard = await openWizard(
    fakePorts({
      diagnose: () => fakeDiagnosis(meshes),
      contexts: {
        list: async () => ({ kind: 'some', contexts }),
        use: async (name) => {
          used.push(name);
        },
      },
      ...change,
    }),
    options,
  );
}

afterEach(() => {
  wizard.close();
});

describe.each([80, 60] as const)('at %i columns', (columns) => {
  test.each(languages)('two hundred contexts, in %s', async (language) => {
    await opened({ columns, rows: columns / 4, language });
    await wizard.type('m');
    const words = textsOf(language).runs.picker;
    const lines = () => wizard.frame().split('\n');
    expect(wizard.frame()).toContain(words.shown(202, 202));
    expect(lines()).toEqual(expect.arrayContaining([words.meshes(2), words.contexts(200)]));
    expect(wizard.frame()).toMatch(/^▸ ✘ osm @ osm-system .* osm-edge v1\.3/mu);
    expect(wizard.frame()).toMatch(new RegExp(`^  • prod-tokyo +${words.current}  tokyo\\.example`, 'mu'));
    await wizard.type('大阪');
    expect(wizard.frame()).toContain(words.shown(1, 202));
    expect(lines().filter((line) => line.includes('example'))).toEqual([
      '▸   本番-大阪  rancher.example.com/k8s/clusters/c-m-1',
    ]);
    for (const line of lines()) expect(textWidth(line)).toBeLessThanOrEqual(columns);
  });
});

test.each([
  ['en', 'a healthy mesh'],
  ['ja', '正常なメッシュ'],
] as const)('scenarios of the demo are named, and found, in %s', async (language, title) => {
  const scenarios = listScenarios().map(({ name, title: server }, index) => ({
    name: `demo-${name}`,
    server,
    scenario: name,
    isCurrent: index === 1,
  }));
  await opened(
    { language },
    {
      contexts: {
        list: async () => ({ kind: 'some', contexts: scenarios, isDemo: true }),
        use: async () => undefined,
      },
    },
  );
  await wizard.type('m');
  expect(wizard.frame()).toMatch(new RegExp(`demo-01-healthy .*${title}`, 'u'));
  await wizard.type(title);
  expect(wizard.frame()).toMatch(new RegExp(`^▸ .*demo-01-healthy .*${title}`, 'mu'));
});

test('every scenario of the demo has its title in each language', () => {
  for (const language of languages) {
    const { scenarioTitles } = textsOf(language).runs.picker;
    expect(Object.keys(scenarioTitles)).toEqual(listScenarios().map(({ name }) => name));
  }
  expect(Object.values(textsOf('en').runs.picker.scenarioTitles)).toEqual(
    listScenarios().map(({ title }) => title),
  );
});

test('every word must fit, in any case and width; Esc clears the filter, then closes', async () => {
  await opened();
  await wizard.type('mＴＥＡＭ-17 eks');
  expect(wizard.frame()).toContain('11 of 202');
  await wizard.type('zz');
  expect(wizard.frame()).toContain('Nothing matches; Esc clears the filter.');
  await wizard.type(enter);
  expect(wizard.frame()).toContain('there is nothing to select');
  await wizard.type(escape);
  expect(wizard.frame()).toContain('202 of 202');
  await wizard.type(escape);
  expect(wizard.frame()).not.toContain('Select a mesh');
});

test('letters and digits are typed, and the row that is marked stays in view', async () => {
  await opened();
  await wizard.type('m2jq');
  expect(wizard.frame()).toMatch(/^▸ 2jq /mu);
  await wizard.type(`\u0015${down.repeat(150)}`);
  expect(wizard.frame()).toMatch(/^▸ .*team-146 /mu);
});

test('another context: its name stands there at once, and nothing of the old one does', async () => {
  let reading = 0;
  await opened(
    {},
    {
      source: {
        start: async (onUpdate) => {
          reading += 1;
          if (reading > 1) return new Promise(() => undefined);
          onUpdate(fakeReading);
        },
        reread: async () => undefined,
      },
    },
  );
  expect(wizard.frame()).toContain('osm @ osm-system');
  await wizard.type('m');
  await wizard.type(`大阪${enter}`);
  expect(used).toEqual(['本番-大阪']);
  expect(wizard.frame()).toContain('ctx 本番-大阪');
  expect(wizard.frame()).not.toContain('osm @ osm-system');
  expect(wizard.frame()).not.toContain('✘');
  expect(wizard.state()).toMatchObject({ run: { kind: 'reading', id: 2 } });
});

test('a context that cannot be read is told, and m leads away from it', async () => {
  await opened(
    {},
    {
      contexts: {
        list: async () => ({ kind: 'some', contexts }),
        use: async () => {
          throw new ProblemError({ kind: 'unknown-context', context: 'x', known: [] });
        },
      },
    },
  );
  await wizard.type('m');
  await wizard.type(`大阪${enter}`);
  expect(wizard.frame()).toContain('Trouble: unknown-context');
  await wizard.type('m');
  expect(wizard.frame()).toContain('Contexts of the kubeconfig (200)');
});

test('a snapshot file says why it has no contexts', async () => {
  await opened(
    { file: 'cluster.json' },
    { contexts: { list: async () => ({ kind: 'none', why: 'snapshot' }), use: async () => undefined } },
  );
  await wizard.type('m');
  expect(wizard.frame()).toContain('A snapshot file contains one cluster');
});

describe('at the start', () => {
  const known = {
    ...fakeReading,
    snapshot: { ...fakeReading.snapshot, cluster: { deployments: { state: 'absent', at: '' } } },
  } as typeof fakeReading;
  const source: WizardPorts['source'] = {
    start: async (onUpdate) => onUpdate(known),
    reread: async (_what, _previous, onUpdate) => onUpdate(known),
  };

  test('several meshes open it once, with the worst one marked; Esc goes on', async () => {
    await opened({ beginning: { asksMesh: true } }, { source });
    expect(wizard.frame()).toContain('2 meshes: the most severe so far is marked.');
    expect(wizard.frame()).toMatch(/^▸ ✘ osm @ osm-system /mu);
    await wizard.type(escape);
    await wizard.type('R');
    expect(wizard.frame()).not.toContain('Select a mesh');
  });

  test.each([
    [80, 24],
    [60, 15],
  ] as const)(
    'on the first run it says what the walk is, and still shows both meshes, at %i×%i',
    async (columns, rows) => {
      await opened({ columns, rows, beginning: { asksMesh: true } }, { source });
      const lines = wizard.frame().split('\n');
      const title = lines.findIndex((line) => line.startsWith('━━ Select a mesh'));
      expect(lines.slice(title + 1, title + 4)).toEqual([
        '• Five steps lead from the failing probe to its root cause.',
        '• Select one. → next step, Enter opens a row, ? all keys.',
        '2 meshes: the most severe so far is marked.',
      ]);
      expect(wizard.frame()).toMatch(/^▸ ✘ osm @ osm-system /mu);
      expect(wizard.frame()).toMatch(/^ {2}✔ osm2 @ osm-system-2 /mu);
    },
  );

  test('opened by hand it leaves that out', async () => {
    await opened({ beginning: { asksMesh: true } }, { source });
    await wizard.type(escape);
    await wizard.type('m');
    const picker = wizard.frame().slice(wizard.frame().indexOf('━━ Select a mesh'));
    expect(picker).not.toContain('Five steps');
  });

  test('whoever has pressed a key already only gets a word', async () => {
    let answer: () => void = () => undefined;
    await opened(
      { beginning: { asksMesh: true } },
      {
        source: {
          ...source,
          start: (onUpdate) =>
            new Promise((done) => {
              answer = () => {
                onUpdate(known);
                done();
              };
            }),
        },
      },
    );
    await wizard.type('2');
    answer();
    await wizard.settle();
    expect(wizard.frame()).toContain('There are 2 meshes; m selects one');
    expect(wizard.frame()).not.toContain('Select a mesh');
  });

  test('what is wrong with the context that was begun with ends the program, with one gone to it stays', async () => {
    let broken = '';
    const start = async (): Promise<never> => {
      broken = used.at(-1) ?? 'prod-tokyo';
      throw new ProblemError({
        kind: 'context-incomplete',
        context: broken,
        file: '/kubeconfig',
        missing: 'cluster',
      });
    };
    await opened({}, { source: { ...source, start } });
    expect([broken, wizard.left]).toEqual(['prod-tokyo', ['quit']]);
    await wizard.type('m');
    await wizard.type(`大阪${enter}`);
    expect([broken, wizard.left]).toEqual(['本番-大阪', ['quit']]);
    expect(wizard.frame()).toContain('Trouble: context-incomplete.');
  });

  test('without a context nothing is read before one is chosen', async () => {
    let started = 0;
    await opened(
      { beginning: { watch: true } },
      {
        source: {
          ...source,
          start: async (onUpdate) => {
            if (used.length === 0)
              throw new ProblemError({ kind: 'no-current-context', file: '/kubeconfig', known: [] });
            started += 1;
            onUpdate(known);
          },
        },
      },
    );
    expect(wizard.frame()).toContain('has no current context: select one');
    await wizard.type(escape);
    await wizard.type('R');
    expect(wizard.frame()).toContain('No context is selected yet');
    expect(started).toBe(0);
    await wizard.type('m');
    await wizard.type(`大阪${enter}`);
    expect([started, used]).toEqual([1, ['本番-大阪']]);
    // What the command line asked for has not begun before.
    expect(wizard.state().watch).toMatchObject({ kind: 'on' });
  });
});
