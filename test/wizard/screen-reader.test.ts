import { setImmediate as nextTurn } from 'node:timers/promises';
import { onTestFinished, describe, expect, test, vi } from 'vitest';
import type { TimelineEntry } from '#diagnosis/diagnosis.ts';
import type { Language } from '#i18n/texts.ts';
import { textsOf } from '#steps/all-texts.ts';
import { keyPresses } from '#components/keys.ts';
import type { Key } from 'ink';
import { blockWords } from '#wizard/screen-reader/block-words.ts';
import { linearLayout, linearSize, linearSymbols } from '#wizard/screen-reader/plain-style.ts';
import { startAnnouncements } from '#wizard/screen-reader/announcements.ts';
import type { WizardPorts } from '#wizard/ports/ports.ts';
import { createWizard, type Wizard } from '#wizard/wizard.ts';
import { fakeDiagnosis, fakeMesh, fakePorts, readAt, row } from './fakes.ts';

const noKey = {} as Key;

interface Heard {
  readonly wizard: Wizard;
  /** What was said since the last time it was asked for. */
  readonly said: () => Promise<readonly string[]>;
  readonly type: (keys: string) => Promise<readonly string[]>;
}

async function listen(change: Partial<WizardPorts> = {}, language: Language = 'en'): Promise<Heard> {
  const ports: WizardPorts = {
    ...fakePorts(change),
    texts: (wanted) => {
      const real = textsOf(wanted);
      return { ...fakePorts().texts(wanted), report: real.report };
    },
  };
  let out = '';
  const fail = (error: unknown): void => {
    throw error;
  };
  const textsNow = () => ports.texts(wizard.store.state().language);
  const symbols = linearSymbols(() => ports.texts(language));
  const wizard: Wizard = createWizard({
    ports,
    language,
    symbols,
    size: linearSize,
    demo: '02-two-meshes',
    layout: (blocks) => linearLayout(blocks, textsNow()),
    terminal: {
      copy: () => undefined,
      suspend: () => undefined,
      bell: () => undefined,
      lend: (work) => work(),
      leave: () => undefined,
    },
    crash: fail,
  });
  const stop = startAnnouncements(wizard.store, symbols, (text) => (out += text), fail);
  onTestFinished(() => {
    stop();
    wizard.stop();
  });
  const said = async (): Promise<readonly string[]> => {
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    const lines = out.split('\n').slice(0, -1);
    out = '';
    return lines;
  };
  const type = async (keys: string): Promise<readonly string[]> => {
    for (const key of keys) {
      if (key === '\u001B') wizard.store.press(keyPresses('', { ...noKey, escape: true }));
      else if (key === '\r') wizard.store.press(keyPresses('', { ...noKey, return: true }));
      else wizard.store.press(keyPresses(key, noKey));
    }
    return said();
  };
  return { wizard, said, type };
}

/** Resolves when everything was read. */
async function start({ wizard }: Heard): Promise<void> {
  wizard.start();
  await vi.waitFor(() => expect(wizard.store.state().run.kind).toBe('finished'));
}

/** A wizard that has read everything and said so. */
async function read(language: Language = 'en', change: Partial<WizardPorts> = {}): Promise<Heard> {
  const heard = await listen(change, language);
  await start(heard);
  await heard.said();
  return heard;
}

describe('the linear mode', () => {
  test('says first what it is, and that it reads', async () => {
    const { said } = await listen();
    expect(await said()).toEqual([
      'osm-edge-doctor, DEMO 02-two-meshes',
      'Linear mode: everything is text, line by line. ? lists the keys, q quits.',
      'connecting…',
    ]);
  });

  test('then the verdict, the step and the row, with states in words', async () => {
    const heard = await listen();
    const { said } = heard;
    await said();
    await start(heard);
    expect(await said()).toEqual([
      expect.stringMatching(/^critical: Mesh osm2 injected its sidecar .* then 3 more$/u),
      'Step 1 of 5, Health: critical.',
      'Which component fails, on which replica, and which of its probes?',
      'Checked 3 Pods, 7 containers, 2 meshes, 4 enrolled namespaces.',
      '1 of 3: critical: OED101 osm-controller-a: runs a sidecar injected by mesh osm2',
    ]);
  });

  test('says of a move where it led, once for a burst of keys', async () => {
    const { type } = await read();
    expect(await type('j')).toEqual([expect.stringMatching(/^2 of 3: warning: OED104 osm-controller-b: /u)]);
    expect(await type('jkj')).toEqual([expect.stringMatching(/^3 of 3: OK: /u)]);
    expect(await type('kj')).toEqual([expect.stringMatching(/^3 of 3: OK: /u)]);
  });

  test('says nothing when nothing happened, and ages are nothing', async () => {
    const { wizard, said } = await read();
    wizard.store.send({ kind: 'tick', now: Date.parse(readAt) + 3_600_000 });
    expect(await said()).toEqual([]);
  });

  test('reads an opened row whole, without anything drawn, and comes back to the list', async () => {
    const { type } = await read();
    const detail = await type('\r');
    expect(detail[0]).toMatch(/^OED101/u);
    expect(detail).toContain('Detail of a');
    expect(detail).toContain('warning: drops the ignore label');
    expect(detail).toContain(
      'Command 1: kubectl --context prod-tokyo label namespace osm-system openservicemesh.io/monitored-by-',
    );
    expect(detail.join('\n')).not.toMatch(/[\u2500-\u257F]|--{2,}|={2,}/u);
    expect(await type('\u001B')).toEqual([expect.stringMatching(/^1 of 3: /u)]);
  });

  test('says a note of the status line', async () => {
    const { type } = await read();
    expect(await type('h')).toEqual(['1 Health is the first step']);
  });

  test('says choices with their numbers, and then only the one that is marked', async () => {
    const { type } = await read();
    expect(await type('e')).toEqual([
      'Export the report',
      'Select a format.',
      'Selected: 1 Markdown, for an issue or a wiki',
      '2 HTML, one file for a browser',
      '3 JSON, for programs',
      '4 Plain text',
    ]);
    expect(await type('j')).toEqual(['Selected: 2 HTML, one file for a browser']);
    const path = await type('\r');
    expect(path[1]).toBe('Enter a file name.');
    expect(path[2]).toMatch(/^osm-edge-doctor-osm-.*\.html$/u);
    expect(await type('x')).toEqual(['x']);
    expect(await type('yz')).toEqual(['yz']);
  });

  test('pages through what is long', async () => {
    const { type } = await read();
    const first = await type('?');
    expect(first[0]).toMatch(/^Keys \(1–\d+ of \d+\)$/u);
    const [line, ...more] = await type('j');
    expect(more).toEqual([]);
    expect(first).not.toContain(line);
  });

  test('changes its language in place', async () => {
    const { type } = await read();
    const said = await type('L');
    expect(said).toContain('ステップ 1/5、ヘルス: 重大。');
    expect(said.at(-1)).toMatch(/^3 件中 1 件目: 重大: /u);
  });

  test('tells the time line in words: the moment, then what happened', async () => {
    const entry = (at: string, kind: TimelineEntry['kind'], text: string): TimelineEntry => ({
      at,
      kind,
      subject: { mesh: 'osm', kind: 'Pod', name: 'p' },
      text,
      count: 1,
    });
    const timeline = [
      entry('2026-11-23T09:20:00Z', 'rollout', 'first'),
      entry('2026-11-23T09:50:00Z', 'log', 'last'),
    ];
    const diagnosis = fakeDiagnosis([fakeMesh('osm', 'osm-system', { timeline })]);
    const { type, said, wizard } = await read('en', { diagnose: () => diagnosis });
    await type('5');
    wizard.store.press([{ name: 'shift-tab' }]);
    expect(await said()).toEqual([
      'Timeline: 40m, 09:20:00 to 10:00:00 UTC, 2026-11-23',
      'Entries: rollout 1, log 1.',
      expect.stringMatching(/ago, 09:49:.*: 1 entry$/u),
      '09:50:00 (10m ago) log: last · p',
    ]);
    expect((await type('k')).at(-1)).toBe('09:20:00 (40m ago) rollout: first · p');
    wizard.store.send({ kind: 'tick', now: Date.parse(readAt) + 120_000 });
    expect(await said()).toEqual([]);
  });
});

describe('blocks in words', () => {
  const texts = textsOf('en');

  test('a table is told row by row, each value with its name', () => {
    const table = {
      kind: 'table',
      columns: ['NAME', 'READY', 'AGE'],
      rows: [['osm-controller-x', '1/2', '']],
      marks: ['critical'],
    } as const;
    expect(blockWords([table], texts)).toEqual(['critical: NAME: osm-controller-x; READY: 1/2']);
  });

  test('a log line with the sign of a time axis is said, the picture of an axis is not', () => {
    const quote = (...lines: readonly string[]) => blockWords([{ kind: 'quote', source: '', lines }], texts);
    expect(quote('│ Error: no CA', '╵')).toEqual(['│ Error: no CA', '╵']);
    expect(quote('▁▁█↻▂', '╵09:00')).toEqual([]);
  });

  test('words of the cluster are cleaned', () => {
    const [line = ''] = blockWords([{ kind: 'quote', source: '', lines: ['a\u001B[2Jb'] }], texts);
    expect(line).not.toContain('\u001B');
  });
});

test('a search that takes several turns is told when it is through, once', async () => {
  const many = Array.from({ length: 100_000 }, (_, index) => row({ key: `r${index}` }));
  const { said, type } = await read('en', { screens: fakePorts({}, many).screens });
  const heard = [...(await type('/')), ...(await type('r99998'))];
  for (let turns = 0; turns < 50; turns += 1) heard.push(...(await said()));
  expect(heard.join('\n')).not.toContain('searching');
  expect(heard.filter((line) => line.includes('match 1 of 1'))).toHaveLength(1);
  expect(heard.at(-1)).toContain('osm-controller-r99998');
});
