import { describe, expect, test } from 'vitest';
import { fakeLog, numberedLog, summaryOf } from './fake-log.ts';
import { openedLog, shownLog, snapshotWith } from './opened-log.ts';

const words = Array.from({ length: 58 }, (_, index) => `word-${index + 1}`).join(' ');
const [before, record, after] = numberedLog(3);
const log = [before!, { ...record!, text: `{"level":"error","message":"${words}"}` }, after!];
const snapshot = snapshotWith(summaryOf(log, [1, 2, 3]));
const small = { columns: 60, rows: 15 };

const openedAt = (number: number) => openedLog(snapshot, fakeLog({ current: log }), { ...small, number });
const last = (frame: string): string => frame.split('\n').at(-1) ?? '';

describe('on a terminal of 60 columns', () => {
  test('the text of a line keeps most of the room, also beside time stamps', async () => {
    const wizard = await openedAt(2);
    await wizard.type('t');
    const [first, second] = shownLog(wizard);
    expect(first).toBe('▸◆ error 11-23 09:00:00 {"level":"error","message":"word-1 w');
    expect(second).toMatch(/^ {4}ord-2 word-3 .{40,}$/u);
  });

  test('a record higher than the screen is read to its end line by line', async () => {
    const wizard = await openedAt(2);
    expect(wizard.frame()).toContain('↓ this record continues');
    expect(shownLog(wizard).at(-1)).toMatch(/^ ↓ {2}/u);
    expect(wizard.frame()).not.toContain('word-58');
    await wizard.type('jj');
    expect(shownLog(wizard)[0]).toMatch(/^▸↑ {2}/u);
    expect(shownLog(wizard).at(-1)).toContain('word-58"}');
    expect(wizard.frame()).not.toContain('this record continues');
    await wizard.type('j');
    expect(wizard.frame()).toContain('3 of 3');
    await wizard.type('k');
    expect(shownLog(wizard)[0]).toContain('word-1 ');
  });

  test('a page reads it to its end, too', async () => {
    const wizard = await openedAt(2);
    await wizard.type('\u001B[6~');
    expect(shownLog(wizard).at(-1)).toContain('word-58"}');
  });
});

describe('the footer of the log view offers what can be done now', () => {
  const previous = numberedLog(5);
  const twoRuns = snapshotWith(summaryOf(log, [1, 2, 3]), summaryOf(previous, [1, 2, 3, 4, 5]));

  test('the run before only where there was one; p says why not', async () => {
    const alone = await openedLog(snapshot, fakeLog({ current: log }));
    expect(last(alone.frame())).toContain('w follow');
    expect(last(alone.frame())).not.toContain('p previous');
    await alone.type('p');
    expect(alone.frame()).toContain('There is no previous log of osm-controller');
    const both = await openedLog(twoRuns, fakeLog({ current: log, previous }));
    expect(last(both.frame())).toContain('p previous');
  });

  test('no following of a run that has ended', async () => {
    const wizard = await openedLog(twoRuns, fakeLog({ current: log, previous }));
    await wizard.type('p');
    expect(last(wizard.frame())).not.toContain('follow');
    expect(last(wizard.frame())).toContain('p previous');
    await wizard.type('w');
    expect(wizard.frame()).toContain('The previous run has ended');
  });

  test('no reading on while the log is followed or only kept in a file', async () => {
    const live = await openedLog(snapshot, fakeLog({ current: log }));
    expect(last(live.frame())).toContain('⏎ more');
    await live.type('w');
    expect(last(live.frame())).not.toContain('⏎ more');
    await live.type('\r');
    expect(live.frame()).toContain('The log is being followed');
    const kept = await openedLog(snapshot, undefined);
    expect(last(kept.frame())).not.toMatch(/⏎ more|w follow|p previous/u);
  });
});
