import { describe, expect, test } from 'vitest';
import { ProblemError } from '#errors/problem.ts';
import { fakeTexts } from '../fakes.ts';
import { fakeLog, type FakeLog, numberedLog, summaryOf } from './fake-log.ts';
import { openedLog, shownLog, snapshotWith } from './opened-log.ts';

const log = numberedLog(200);
const kept = summaryOf(log, [98, 99, 100, 101, 102, 199, 200]);
const snapshot = snapshotWith(kept, summaryOf(numberedLog(5), [1, 2, 3, 4, 5]));
const escape = '\u001B';
const pageDown = '\u001B[6~';

const live = (options: { holds?: boolean } = {}): FakeLog =>
  fakeLog({ current: log, previous: numberedLog(5) }, options);

/** Numbers of the lines on the screen; gaps as they are told. */
const numbers = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => /line (\d+)"/u.exec(line)?.[1] ?? line.replace(/^[▸ ]+/u, '').replace(/[─ ]*$/u, ''));

describe('the log view', () => {
  test('opens with Enter in an open finding, at its record, with what is missing said', async () => {
    const wizard = await openedLog(snapshot, undefined, { number: 100 });
    expect(wizard.frame()).toContain('━━ log of osm-controller · osm-controller-x ━');
    expect(shownLog(wizard).find((line) => line.startsWith('▸'))).toMatch(/^▸◆ error \{.*line 100"/u);
    expect(numbers(shownLog(wizard))).toEqual([
      '── … 97 lines not kept …',
      '98',
      '99',
      '100',
      '101',
      '102',
      '── … 96 lines not kept …',
      '199',
      '200',
      'End of the lines in the snapshot.',
    ]);
    expect(wizard.frame()).toContain('◆ this record · a snapshot: only saved lines');
  });

  test('the open finding says that Enter opens its log, another one does not', async () => {
    const wizard = await openedLog(snapshot, undefined);
    await wizard.type('q');
    expect(wizard.frame()).toContain('⏎ log');
    await wizard.type('q');
    await wizard.type('j\r');
    expect(wizard.frame()).not.toContain('⏎ log');
    await wizard.type('\r');
    expect(wizard.state().log).toBeUndefined();
  });

  test('from a snapshot, Enter says why no more can be read', async () => {
    const wizard = await openedLog(snapshot, undefined, { number: 100 });
    await wizard.type('\r');
    expect(wizard.frame()).toContain('The snapshot has no more lines');
    await wizard.type('w');
    expect(wizard.frame()).toContain('The snapshot has no more lines');
  });

  test('Enter reads on behind the record, and closes the gap', async () => {
    const source = live();
    const wizard = await openedLog(snapshot, source, { number: 100, rows: 40 });
    await wizard.type('\r');
    expect(source.asked).toEqual([
      {
        log: {
          namespace: 'osm-system',
          pod: 'osm-controller-x',
          container: 'osm-controller',
          previous: false,
        },
        window: { from: log[101]?.at, limitBytes: 1024 * 1024, follow: false },
      },
    ]);
    expect(numbers(shownLog(wizard)).slice(0, 8)).toEqual([
      '── … 97 lines not kept …',
      '98',
      '99',
      '100',
      '101',
      '102',
      '103',
      '104',
    ]);
    expect(wizard.frame()).toContain('96 more lines');
    expect(shownLog(wizard).find((line) => line.startsWith('▸'))).toContain('line 100"');
  });

  test('above the record it reads back in time, and the cursor stays', async () => {
    const source = live();
    const wizard = await openedLog(snapshot, source, { number: 98, rows: 40 });
    await wizard.type('k');
    await wizard.type('\r');
    await wizard.settle();
    // Thirty seconds at four lines each reach beyond the start.
    expect(shownLog(wizard).find((line) => line.startsWith('▸'))).toContain('line 97"');
    await wizard.type('g');
    expect(numbers(shownLog(wizard))[0]).toBe('1');
  });

  test('a page beyond the end reads on there', async () => {
    const grown = numberedLog(260);
    const source = fakeLog({ current: grown });
    const wizard = await openedLog(snapshot, source, { number: 200 });
    expect(shownLog(wizard).at(-1)).toBe('  End of the lines read so far. Enter reads more, w follows.');
    await wizard.type('G');
    await wizard.type(pageDown);
    await wizard.type('G');
    expect(numbers(shownLog(wizard)).at(-2)).toBe('260');
  });

  test('follows with w, sticks to the end, lets go when one moves up, and G sticks again', async () => {
    const source = live();
    const wizard = await openedLog(snapshot, source, { number: 100 });
    await wizard.type('w');
    expect(wizard.frame()).toContain('following ·');
    expect(source.asked.at(-1)?.window).toMatchObject({ from: log[199]?.at, follow: true });
    const more = numberedLog(204).slice(200);
    source.write(more);
    await new Promise((done) => setTimeout(done, 60));
    await wizard.settle();
    expect(numbers(shownLog(wizard)).slice(-3)).toEqual(['203', '204', 'New lines appear here.']);
    await wizard.type('k');
    await wizard.type('k');
    expect(wizard.frame()).toContain('following; G goes to the newest lines');
    source.write(numberedLog(230).slice(204));
    await new Promise((done) => setTimeout(done, 60));
    await wizard.settle();
    expect(shownLog(wizard).find((line) => line.startsWith('▸'))).toContain('line 203"');
    await wizard.type('G');
    expect(numbers(shownLog(wizard)).at(-2)).toBe('230');
    await wizard.type('w');
    expect(wizard.frame()).toContain('No longer following');
    expect(source.aborted()).toBe(1);
  });

  test('p shows the run before, and comes back to the same place', async () => {
    const wizard = await openedLog(snapshot, live(), { number: 100 });
    await wizard.type('p');
    expect(wizard.frame()).toContain('━━ previous log of osm-controller');
    expect(numbers(shownLog(wizard)).slice(0, 5)).toEqual(['1', '2', '3', '4', '5']);
    await wizard.type('p');
    expect(shownLog(wizard).find((line) => line.startsWith('▸'))).toContain('line 100"');
  });

  test('p says that there is no run before', async () => {
    const wizard = await openedLog(snapshotWith(kept), live());
    await wizard.type('p');
    expect(wizard.frame()).toContain('There is no previous log of osm-controller');
  });

  test('f leaves out what is harmless, and stays near the line', async () => {
    const wizard = await openedLog(snapshot, undefined, { number: 99 });
    await wizard.type('f');
    expect(wizard.frame()).toContain('warn or higher only');
    expect(shownLog(wizard).find((line) => line.startsWith('▸'))).toContain('line 100"');
    await wizard.type('f');
    expect(wizard.frame()).toContain('error or higher only');
    await wizard.type('f');
    expect(numbers(shownLog(wizard))).toContain('98');
  });

  test("t shows the kubelet's time, then ages, then neither", async () => {
    const wizard = await openedLog(snapshot, undefined, { number: 100 });
    await wizard.type('t');
    expect(shownLog(wizard).join('\n')).toContain('◆ error 2026-11-23T09:00:24Z ');
    await wizard.type('t');
    expect(shownLog(wizard).join('\n')).toContain('◆ error 59m ');
    await wizard.type('t');
    expect(shownLog(wizard).join('\n')).toContain('◆ error {');
  });

  test('y copies the line under the cursor, raw', async () => {
    const wizard = await openedLog(snapshot, undefined, { number: 100 });
    await wizard.type('y');
    expect(wizard.copied).toEqual([log[99]?.text]);
  });

  test('a reading that fails says why, and Enter tries again', async () => {
    const source = live({ holds: true });
    const wizard = await openedLog(snapshot, source, { number: 200 });
    await wizard.type('\r');
    expect(wizard.frame()).toMatch(/reading… 0 lines, \d\.\d s, Esc stops/u);
    source.end(new ProblemError({ kind: 'internal', message: 'gone' } as never));
    await wizard.settle();
    expect(wizard.frame()).toContain('✘ More lines could not be read: Trouble: internal.');
    await wizard.type('\r');
    expect(source.asked).toHaveLength(2);
  });

  test('that the log of one run could not be read is not said of the other', async () => {
    const source = live({ holds: true });
    const wizard = await openedLog(snapshot, source, { number: 200 });
    await wizard.type('\r');
    source.end(new ProblemError({ kind: 'internal', message: 'gone' } as never));
    await wizard.settle();
    const failed = fakeTexts('en').ui.log.failed('');
    expect(wizard.frame()).toContain(failed);
    await wizard.type('p');
    expect(wizard.frame()).toContain('previous log of osm-controller');
    expect(wizard.frame()).not.toContain(failed);
  });

  test('a search that is given up does not stick to the end of a log that ended meanwhile', async () => {
    const source = live();
    const wizard = await openedLog(snapshot, source, { number: 200 });
    await wizard.type('w');
    await wizard.type('/line 198');
    source.end();
    await wizard.settle();
    await wizard.type(escape);
    expect(wizard.state().log).toMatchObject({ fetch: { kind: 'idle' }, sticks: false });
  });

  test('Esc stops a reading first and leaves then; what comes late is dropped', async () => {
    const source = live({ holds: true });
    const wizard = await openedLog(snapshot, source, { number: 200 });
    await wizard.type('\r');
    await wizard.type(escape);
    expect(wizard.frame()).toContain('Stopped; Enter reads more');
    expect(source.aborted()).toBe(1);
    source.write(numberedLog(300));
    await wizard.settle();
    expect(wizard.frame()).not.toContain('line 201"');
    await wizard.type(escape);
    expect(wizard.state().log).toBeUndefined();
    expect(wizard.frame()).toContain('━━ OED101');
  });

  test('keys and guide open above it, and give it back', async () => {
    const wizard = await openedLog(snapshot, undefined, { number: 100 });
    await wizard.type('?');
    await wizard.type('\u001B[6~\u001B[6~');
    expect(wizard.frame()).toContain('follow the log as it is written');
    await wizard.type('q');
    await wizard.type('o');
    expect(wizard.frame()).toContain('Guide of Health');
    await wizard.type('q');
    expect(shownLog(wizard).find((line) => line.startsWith('▸'))).toContain('line 100"');
    await wizard.type('L');
    expect(wizard.frame()).toContain('osm-controller のログ');
  });
});
