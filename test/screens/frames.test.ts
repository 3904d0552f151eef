import { beforeAll, describe, expect, test } from 'vitest';
import { headline } from '#presentation/headline.ts';
import { textsOf } from '#steps/all-texts.ts';
import { languages } from '#i18n/texts.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import { screenIds } from '#wizard/state/state.ts';
import { type Recording, screenModel, worstMesh } from '../recordings/read.ts';
import { openScreen, type OpenScreen, type ScreenOptions } from '../support/screen.ts';
import { expectToFit, paneText } from './frame-text.ts';
import { moment, readFrozen } from './opened.ts';

interface FirstPage {
  /** Visible on every terminal. */
  readonly always: readonly string[];
  /** Visible from 80×24 on. */
  readonly roomy: readonly string[];
}

/** What a person must see without a further key, in the cluster's own words. */
const firstPages: Readonly<Record<string, Readonly<Record<ScreenId, FirstPage>>>> = {
  '02-two-meshes': {
    health: { always: ['Deployment'], roomy: ['osm-controller-cf6dd6785-qmmf8', '3/3', 'Running'] },
    'stray-sidecar': { always: ['OED101'], roomy: ['OED104', 'osm-pipy-repo', 'CONTAINER', 'flomesh/'] },
    'pod-events': { always: ['45'], roomy: ['Deployment/osm-bootstrap', 'Normal'] },
    'error-logs': { always: ['osm-bootstrap'], roomy: ['init-osm-controller', 'osm-init'] },
    verdict: { always: ['OED501'], roomy: ['describe pod', 'osm-bootstrap-65f999878b-2mv4z'] },
  },
  '05-injector-errors': {
    health: { always: ['Deployment'], roomy: ['osm-controller-cf6dd6785-lzgf4', '2/2', 'Running'] },
    'stray-sidecar': { always: ['Pod'], roomy: ['osm-pipy-repo', 'CONTAINER', 'flomesh/'] },
    'pod-events': { always: ['27'], roomy: ['Deployment/osm-bootstrap', 'Normal'] },
    'error-logs': { always: ['OED309', '7267'], roomy: ['E6103', 'E4013', 'OED305'] },
    verdict: { always: ['OED507', 'OED533'], roomy: ['can-i'] },
  },
  '06b-crashloop-fatal': {
    health: { always: ['OED404', 'OED405', 'OED407'], roomy: ['OED413', '1/2'] },
    'stray-sidecar': { always: ['Pod'], roomy: ['osm-pipy-repo', 'CONTAINER', 'flomesh/'] },
    'pod-events': { always: ['OED211', 'OED213'], roomy: ['CrashLoopBackOf', 'Normal', 'Scheduled'] },
    'error-logs': { always: ['OED301', 'OED308'], roomy: ['fatal', 'E4000'] },
    verdict: { always: ['OED511', 'OED404'], roomy: ['describe', 'secret', 'osm-ca-bundle'] },
  },
};

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 60, rows: 15 },
  { columns: 120, rows: 40 },
] as const;

const recordings = new Map<string, Recording>();

beforeAll(async () => {
  for (const name of Object.keys(firstPages)) recordings.set(name, await readFrozen(name));
});

function recordingOf(name: string): Recording {
  const recording = recordings.get(name);
  if (recording === undefined) throw new Error(`${name} was not read`);
  return recording;
}

function openOn(name: string, options: ScreenOptions): OpenScreen {
  return openScreen(recordingOf(name), moment, { demo: name, ...options });
}

function digitOf(screen: ScreenId): string {
  return String(screenIds.indexOf(screen) + 1);
}

describe.each(Object.entries(firstPages))('%s', (name, pages) => {
  describe.each(sizes)('at $columns×$rows', ({ columns, rows }) => {
    describe.each(languages)('in %s', (language) => {
      const texts = textsOf(language);

      test.each(screenIds)('%s: framed, headline first, and the first page says what matters', (screen) => {
        const wizard = openOn(name, { columns, rows, language });
        wizard.press(digitOf(screen));
        const frame = wizard.frame();
        expectToFit(frame, columns, rows);
        const [header = '', tabs = '', top = ''] = frame.split('\n');
        expect(header).toMatch(/^osm-edge-doctor {2,3}ctx demo-.*DEMO/u);
        const words = screenIds.map((other) => `${digitOf(other)} ${texts.steps[other].tab}`);
        expect(tabs).toContain(`[${words[screenIds.indexOf(screen)]}`);
        // On a narrow terminal the other tabs may go without their words, never without their marks.
        if (columns >= 80) for (const word of words) expect(tabs).toContain(word);
        expect(tabs.match(/\d[^\d]*[✔⚠✘]/gu)).toHaveLength(5);
        const { text } = headline(worstMesh(recordingOf(name).diagnosis), texts);
        expect(top).toMatch(/^[✘⚠] /u);
        expect(top.slice(2)).toContain(text.slice(0, columns / 4));
        expect(frame).toContain(texts.steps[screen].question.slice(0, columns / 4));
        expect(frame.split('\n').at(-1)).toMatch(/ \? \S+ {2}q \S+$/u);
        const { always, roomy } = pages[screen];
        for (const phrase of [...always, ...(columns < 80 ? [] : roomy)]) expect(frame).toContain(phrase);
      });

      test('opening the first root cause shows every command of it', async () => {
        const wizard = openOn(name, { columns, rows, language });
        wizard.press('5 enter');
        expectToFit(wizard.frame(), columns, rows);
        const [first] = screenModel(recordingOf(name).diagnosis, 'verdict', language).rows;
        const text = await paneText(wizard.frame, () => wizard.press('pagedown'));
        expectToFit(wizard.frame(), columns, rows);
        expect(first?.commands.length).toBeGreaterThan(1);
        for (const command of first?.commands ?? [])
          expect(text).toContain(command.replace(/ +# DEMO$/u, ''));
      });
    });
  });
});

test.each([
  ['02-two-meshes', 'stray-sidecar'],
  ['05-injector-errors', 'error-logs'],
  ['06b-crashloop-fatal', 'health'],
  ['06b-crashloop-fatal', 'pod-events'],
  ['06b-crashloop-fatal', 'error-logs'],
] as const)('opening the first finding of %s on %s shows its commands', async (name, screen) => {
  const wizard = openOn(name, { language: 'en' });
  wizard.press(`${digitOf(screen)} enter`);
  const [first] = screenModel(recordingOf(name).diagnosis, screen).rows;
  const text = await paneText(wizard.frame, () => wizard.press('pagedown'));
  expect(text).toContain(first?.id);
  expect(first?.commands.length).toBeGreaterThan(0);
  for (const command of first?.commands ?? []) expect(text).toContain(command.replace(/ +# DEMO$/u, ''));
});

test.each([
  ['stray-sidecar', 'en'],
  ['stray-sidecar', 'ja'],
  ['verdict', 'en'],
  ['verdict', 'ja'],
] as const)('02-two-meshes, %s, 80×24, in %s', async (screen, language) => {
  const wizard = openOn('02-two-meshes', { language });
  wizard.press(digitOf(screen));
  await expect(`${wizard.frame()}\n`).toMatchFileSnapshot(`frames/02-two-meshes.${screen}.${language}.txt`);
});
