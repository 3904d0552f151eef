import { afterEach, describe, expect, test } from 'vitest';
import type { TimelineEntry } from '#diagnosis/diagnosis.ts';
import { textsOf } from '#steps/all-texts.ts';
import { languages } from '#i18n/texts.ts';
import { expectToFit } from '../screens/frame-text.ts';
import { openWizard, type OpenWizard } from '../support/frame.tsx';
import { fakeDiagnosis, fakeMesh, fakePorts, fakeTexts, row } from './fakes.ts';

const small = { columns: 60, rows: 15 };
let wizard: OpenWizard;

const lines = (): readonly string[] => wizard.frame().split('\n');

afterEach(() => {
  wizard.close();
});

describe('a note too long for one line', () => {
  test.each(languages)('stands whole on two, above the footer, in %s', async (language) => {
    wizard = await openWizard(fakePorts(), { ...small, language, file: 'snapshot.json' });
    await wizard.type('w');
    expectToFit(wizard.frame(), 60, 15);
    const said = lines()
      .slice(-3, -1)
      .map((line) => line.replaceAll('─', '').trim());
    const note = textsOf(language).ui.notes.watchReplay({});
    expect(said.join('').replaceAll(' ', '')).toBe(note.replaceAll(' ', ''));
    expect(lines().at(-1)).toMatch(/ q /u);
  });

  test('takes its line from the body until the next key', async () => {
    const many = Array.from({ length: 9 }, (_, index) => row({ key: `${index}`, commands: [] }));
    wizard = await openWizard(fakePorts({}, many), { ...small, file: 'snapshot.json' });
    const before = wizard.frame();
    await wizard.type('w');
    expect(wizard.frame()).toContain('▸ ✘ OED101 osm-controller-0');
    await wizard.type('k');
    await wizard.type('jk');
    expect(wizard.frame()).toBe(before);
  });
});

test.each(languages)('the question of a step stands whole on its line, in %s', async (language) => {
  const texts = textsOf(language);
  wizard = await openWizard(fakePorts({ texts: () => texts }), { ...small, language });
  for (const { question } of Object.values(texts.steps)) {
    expect(lines()).toContain(question);
    await wizard.type(']');
  }
});

describe('the time line at 60×15', () => {
  const entry = (at: string, kind: TimelineEntry['kind']): TimelineEntry => ({
    at,
    kind,
    subject: { mesh: 'osm', kind: 'Pod', namespace: 'osm-system', name: 'osm-controller-x' },
    text: 'osm-controller-x',
    count: 1,
  });
  const kinds = ['label-change', 'rollout', 'pod-created', 'probe-failure', 'log'] as const;

  async function opened(from: string): Promise<void> {
    const timeline = kinds.map((kind, index) =>
      entry(index === 0 ? from : `2026-11-23T09:3${index}:00Z`, kind),
    );
    const diagnosis = fakeDiagnosis([fakeMesh('osm', 'osm-system', { timeline })]);
    wizard = await openWizard(fakePorts({ diagnose: () => diagnosis }), small);
    await wizard.type('5\t\t');
    expectToFit(wizard.frame(), 60, 15);
  }

  test('its title tells the whole day, and most of its rows are there', async () => {
    await opened('2026-11-23T09:20:00Z');
    expect(wizard.frame()).toContain('━━ Timeline 09:20:00–10:00:00 UTC, 2026-11-23 ━━ 2–5 of 5 ━━');
    for (const label of ['rollout 1', 'Pod created 1', 'probe failed 1', 'log 1'])
      expect(wizard.frame()).toContain(label);
  });

  test('over several days, both of them', async () => {
    await opened('2026-11-21T09:20:00Z');
    expect(wizard.frame()).toContain('━━ 2026-11-21T09:20Z to 2026-11-23T10:00Z ━━');
  });
});

describe('three dots without Unicode', () => {
  test('are three, and everything keeps its width', async () => {
    const start = () => new Promise<void>(() => undefined);
    wizard = await openWizard(fakePorts({ source: { start, reread: start } }), { ...small, ascii: true });
    expect(lines()[2]).toBe('Reading the cluster...');
    expect(lines()[3]).toMatch(/^-+ connecting\.\.\. --$/u);
    expect(lines()[3]).toHaveLength(60);
    expect(fakeTexts('en').ui.firstHeadline).toBe('Reading the cluster…');
  });

  test('are a sign of one column where the cluster says them', async () => {
    wizard = await openWizard(fakePorts({}, [row({ key: 'a', text: 'Back-off pulling…' })]), {
      ...small,
      ascii: true,
    });
    expect(wizard.frame()).toContain('Back-off pulling~');
  });
});
