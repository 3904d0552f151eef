import { afterEach, expect, test } from 'vitest';
import { appended, emptyRun } from '#wizard/log/rows.ts';
import { openWizard, type OpenOptions, type OpenWizard } from '../support/frame.tsx';
import { fakePorts, row } from './fakes.ts';
import { fakeLog, numberedLog, summaryOf } from './log/fake-log.ts';
import { openedLog, snapshotWith } from './log/opened-log.ts';

const enter = '\r';
const long = Array.from({ length: 100_000 }, (_, index) => row({ key: `r${index}`, text: 'is well' }));
let wizard: OpenWizard;

afterEach(() => {
  wizard.close();
});

async function opened(options: OpenOptions = {}): Promise<void> {
  wizard = await openWizard(fakePorts({}, [...long]), options);
}

const status = (frame = wizard.frame()): string => frame.split('\n').at(-2) ?? '';
const selected = (): string =>
  wizard
    .frame()
    .split('\n')
    .find((line) => line.startsWith('▸')) ?? '';

/** Waits until the search is through; how the status line looked on the way. */
async function searched(): Promise<readonly string[]> {
  for (let turns = 0; status().includes('searching') && turns < 1000; turns += 1) await wizard.settle();
  await wizard.settle();
  return wizard.frames.map(status);
}

test('a long list is searched in turns: what was found so far is shown, and the first match at once', async () => {
  await opened();
  await wizard.type('/r5');
  const seen = await searched();
  expect(seen.some((line) => /^\/r5 +searching, match 1 of \d+ so far$/u.test(line))).toBe(true);
  expect(status()).toMatch(/^\/r5 +match 1 of 11111$/u);
  expect(selected()).toContain('osm-controller-r5 ');
});

test('a match far down is gone to when it is found, and words that are not there are only told at the end', async () => {
  await opened();
  await wizard.type('/r99998');
  const seen = await searched();
  expect(seen.some((line) => /^\/r99998 +searching, 0 so far$/u.test(line))).toBe(true);
  expect(selected()).toContain('osm-controller-r99998');
  await wizard.type('9');
  expect((await searched()).slice(-2).join('\n')).not.toContain('searching');
  expect(status()).toMatch(/^\/r999989 +no match$/u);
  expect(selected()).toContain('osm-controller-r0');
});

test.each(['en', 'ja'] as const)(
  'Enter before the match is found keeps it when it is (%s)',
  async (language) => {
    await opened({ language });
    await wizard.type(`/r99997${enter}`);
    for (let turns = 0; wizard.state().search?.kind !== 'kept' && turns < 1000; turns += 1)
      await wizard.settle();
    expect(wizard.frames.some((frame) => /(searching, 0|検索中 0)/u.test(frame))).toBe(true);
    expect(selected()).toContain('osm-controller-r99997');
    expect(status()).toMatch(/\/r99997: (match 1 of 1|1\/1 件目) ─/u);
  },
);

test('Enter for words that are nowhere says so when all was looked through', async () => {
  await opened();
  await wizard.type(`/nowhere${enter}`);
  await searched();
  expect(status()).toContain('No match for nowhere');
  expect(wizard.state().search).toBeUndefined();
});

test('N waits for the end of the list where it goes round the start', async () => {
  await opened();
  await wizard.type(`/r1${enter}gN`);
  await searched();
  expect(status()).toContain('continued from the bottom');
  expect(selected()).toContain('osm-controller-r19999');
});

test('what a key waits for is given up for another key', async () => {
  await opened();
  await wizard.type(`/r2${enter}gNj`);
  await searched();
  expect(selected()).toContain('osm-controller-r1 ');
});

test('other words leave a search off, and longer ones go on with what it found', async () => {
  await opened();
  await wizard.type('/osm');
  await wizard.type('\u007F\u007F\u007Fr59');
  await searched();
  expect(selected()).toContain('osm-controller-r59 ');
  expect(status()).toContain('match 1 of 1111');
  await wizard.type('\u007F5');
  await wizard.type('5');
  await searched();
  expect(status()).toContain('match 1 of 111');
});

test('a long log is searched in turns, and while it is followed only new lines are', async () => {
  const kept = snapshotWith(summaryOf(numberedLog(10), [1]));
  const log = fakeLog({ current: numberedLog(10) });
  wizard = await openedLog(kept, log);
  await wizard.type('w');
  const lines = numberedLog(60_000);
  log.write(lines.slice(10, 59_000));
  for (let turns = 0; wizard.state().log!.pane.cursor < 59_000 && turns < 1000; turns += 1)
    await wizard.settle();
  await wizard.type('g');
  await wizard.type('/"error"');
  expect((await searched()).some((line) => line.includes('searching, match 1 of'))).toBe(true);
  expect(status()).toContain('match 1 of 5900');
  await wizard.type(enter);
  const before = wizard.frames.length;
  log.write(lines.slice(59_000, 59_020));
  for (let turns = 0; !status().includes('5902') && turns < 100; turns += 1) await wizard.settle();
  expect(status()).toContain('/"error": match 1 of 5902');
  expect(wizard.frames.slice(before).some((frame) => frame.includes('searching'))).toBe(false);
});

test('lines that are added stay with those that were searched, up to a full chunk', async () => {
  await opened();
  const some = appended(emptyRun(1), numberedLog(1000));
  const more = appended(some, numberedLog(30));
  expect(more.chunks).toHaveLength(2);
  expect(more.chunks[0]?.sources).toBe(some.chunks[0]?.sources);
  expect(more.chunks[1]?.sources.all).not.toBe(more.chunks[0]?.sources.all);
});
