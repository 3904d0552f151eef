import { describe, expect, test } from 'vitest';
import { numberedLog, summaryOf } from './fake-log.ts';
import { openedLog, shownLog, snapshotWith } from './opened-log.ts';

const escape = '\u001B';
const enter = '\r';
const log = numberedLog(200).map((line, index) =>
  index === 150 ? { ...line, text: `{"level":"info","pad":"${'x'.repeat(200)}","message":"needle"}` } : line,
);
const kept = summaryOf(log, [98, 99, 100, 101, 102, 149, 150, 151, 199, 200]);
const snapshot = snapshotWith(kept);

describe('/ in the log view', () => {
  test('goes from line to line, over gaps, and says which of how many', async () => {
    const wizard = await openedLog(snapshot, undefined, { number: 98 });
    await wizard.type(`/line 1${enter}`);
    expect(wizard.frame()).toContain('/line 1: match 1 of 6');
    await wizard.type('nn');
    expect(shownLog(wizard).find((line) => line.startsWith('▸'))).toContain('line 102"');
    await wizard.type('n');
    expect(shownLog(wizard).find((line) => line.startsWith('▸'))).toContain('line 149"');
  });

  test('finds only what passes the level filter', async () => {
    const wizard = await openedLog(snapshot, undefined, { number: 98 });
    await wizard.type(`f/line 1${enter}`);
    expect(wizard.frame()).toMatch(/\/line 1: match \d of 2/u);
  });

  test('moves sideways to a match that is right of the edge, and back', async () => {
    const wizard = await openedLog(snapshot, undefined, { number: 98, ascii: true });
    await wizard.type(`/needle${enter}`);
    expect(wizard.frame()).toContain('"message":"[needle]"');
    await wizard.type(`/"level${enter}`);
    expect(wizard.frame()).toContain('{["level]":"');
  });

  test('Esc while typing goes back to the line, Esc with matches ends the search, and only then the view', async () => {
    const wizard = await openedLog(snapshot, undefined, { number: 100 });
    const before = wizard.frame();
    await wizard.type('/needle');
    expect(wizard.frame()).toContain('needle"}');
    await wizard.type(escape);
    expect(wizard.state().log?.pane.cursor).toBe(3);
    await wizard.type(`/line${enter}`);
    await wizard.type(escape);
    expect(wizard.frame().split('\n')[7]).toBe(before.split('\n')[7]);
    expect(wizard.state().log).toBeDefined();
    await wizard.type(escape);
    expect(wizard.state().log).toBeUndefined();
  });
});
