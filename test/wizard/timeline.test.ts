import { describe, expect, test } from 'vitest';
import type { OpenWizard } from '../support/frame.tsx';
import { expectToFit } from '../screens/frame-text.ts';
import { fakeMesh } from './fakes.ts';
import { openVerdict, timeline } from './timeline-fixture.ts';

/** The words below the axis. */
function said(wizard: OpenWizard): string {
  const lines = wizard.frame().split('\n');
  return lines.slice(lines.findLastIndex((line) => /[╵']\d/u.test(line)) + 1, -2).join('\n');
}

/** The column of the cursor on the screen. */
function cursor(wizard: OpenWizard): number {
  return wizard.state().timeline?.at ?? Number.NaN;
}

describe('the cursor', () => {
  test('starts at what happened last, and says it in words', async () => {
    const wizard = await openVerdict();
    await wizard.type('\t\t');
    expect(said(wizard)).toContain('1 entry');
    expect(said(wizard)).toMatch(/▸ 09:59:00 \(61s ago\) log: fatal: no CA · osm-controller-x/u);
  });

  test('goes cell by cell with the arrows and h l, and says where nothing happened', async () => {
    const wizard = await openVerdict();
    await wizard.type('\t\t');
    await wizard.type('hh\u001B[D');
    expect(said(wizard)).toContain('No entry at this time');
    await wizard.type('ll\u001B[C');
    expect(said(wizard)).toContain('fatal: no CA');
  });

  test('goes from entry to entry with up and down, also out of an empty cell', async () => {
    const wizard = await openVerdict();
    await wizard.type('\t\tk');
    expect(said(wizard)).toContain('▸ 09:32:00');
    expect(said(wizard)).toMatch(/×40\s+over 18m/u);
    await wizard.type('k');
    expect(said(wizard)).toContain('▸ 09:31:00');
    await wizard.type('Ghhj');
    expect(said(wizard)).toContain('▸ 09:59:00');
    await wizard.type('j');
    expect(wizard.frame()).toContain('End of the timeline');
  });

  test('g and G, Home and End go to the ends, where the arrows say so', async () => {
    const wizard = await openVerdict();
    await wizard.type('\t\tg');
    expect(said(wizard)).toContain('monitored-by=osm2');
    await wizard.type('h');
    expect(wizard.frame()).toContain('Start of the timeline');
    await wizard.type('\u001B[F');
    expect(said(wizard)).toMatch(/ to 10:00:00: /u);
    await wizard.type('l');
    expect(wizard.frame()).toContain('End of the timeline');
    await wizard.type('\u001B[H');
    expect(said(wizard)).toContain('monitored-by=osm2');
  });

  test('stays at its moment when the terminal changes its size', async () => {
    const wizard = await openVerdict();
    await wizard.type('\t\tkk');
    await wizard.resize(200, 50);
    expect(said(wizard)).toContain('▸ 09:31:00');
    await wizard.resize(60, 15);
    expect(said(wizard)).toContain('▸ 09:31:00');
  });
});

describe('zoom', () => {
  test('+ shows half the time around the cursor, - goes back, and both say their bounds', async () => {
    const wizard = await openVerdict();
    await wizard.type('\t\tkk');
    const whole = wizard.frame();
    await wizard.type('+');
    expect(wizard.frame()).toContain('Timeline: 20m');
    expect(said(wizard)).toContain('▸ 09:31:00');
    await wizard.type('-');
    expect(wizard.frame()).toBe(whole);
    await wizard.type('-');
    expect(wizard.frame()).toContain('The whole timeline is shown');
    await wizard.type('+'.repeat(20));
    expect(wizard.frame()).toContain('A period under 10 s cannot be shown');
    expect(said(wizard)).toContain('▸ 09:31:00');
  });

  test('follows the cursor over its ends, and to entries outside', async () => {
    const wizard = await openVerdict();
    await wizard.type('\t\tkk+++');
    const before = cursor(wizard);
    await wizard.type('h'.repeat(80));
    expect(cursor(wizard)).toBeLessThan(before);
    const range = wizard.state().timeline?.zooms.at(-1);
    expect(range?.from).toBeLessThanOrEqual(cursor(wizard));
    expect(range?.to).toBeGreaterThanOrEqual(cursor(wizard));
    await wizard.type('G');
    await wizard.type('k');
    expect(said(wizard)).toContain('▸ 09:59:00');
  });

  test('is of one mesh: that of another is whole', async () => {
    const wizard = await openVerdict({}, [
      fakeMesh('osm2', 'osm-system-2', { timeline: timeline.slice(0, 1) }),
    ]);
    await wizard.type('\t\t+++');
    await wizard.type('mosm2\r');
    await wizard.type('\t\t');
    expect(wizard.frame()).toContain('Timeline: 40m');
    expect(said(wizard)).toContain('▸ 09:20:00');
  });
});

describe('the keys', () => {
  test('Tab goes on and Shift-Tab back through list, overview and time line', async () => {
    const wizard = await openVerdict();
    await wizard.type('\u001B[Z');
    expect(wizard.frame()).toContain('━━ Timeline');
    await wizard.type('\u001B[Z');
    expect(wizard.frame()).toContain('━━ Overview');
    await wizard.type('\t\t');
    expect(wizard.frame()).toMatch(/^▸ ✘ OED101/mu);
  });

  test('[ and digits still walk, and the time line has kept its place', async () => {
    const wizard = await openVerdict();
    await wizard.type('\t\tkk[');
    expect(wizard.state().screen).toBe('error-logs');
    await wizard.type(']');
    expect(said(wizard)).toContain('▸ 09:31:00');
    await wizard.type('1');
    expect(wizard.state().screen).toBe('health');
  });

  test('q and Esc give the keys back to the list', async () => {
    const wizard = await openVerdict();
    for (const key of ['q', '\u001B']) {
      await wizard.type(`\t\t`);
      expect(wizard.state().positions.verdict.view.kind).toBe('timeline');
      await wizard.type(key);
      expect(wizard.state().positions.verdict.view).toMatchObject({ kind: 'step', focus: 'list' });
    }
    expect(wizard.left).toEqual([]);
  });

  test('the full-width forms zoom too', async () => {
    const wizard = await openVerdict();
    await wizard.type('\t\t＋');
    expect(wizard.frame()).toContain('Timeline: 20m');
    await wizard.type('－');
    expect(wizard.frame()).toContain('Timeline: 40m');
  });
});

describe('a search', () => {
  const status = (wizard: OpenWizard): string => wizard.frame().split('\n').at(-2) ?? '';

  test('goes to the entry that holds the words, n and N go on, round the ends too', async () => {
    const wizard = await openVerdict();
    await wizard.type('\t\tg/osm-controller');
    expect(said(wizard)).toContain('▸ 09:20:00');
    expect(status(wizard)).toMatch(/^\/osm-controller +match 1 of 6$/u);
    await wizard.type('\rnn');
    expect(said(wizard)).toContain('▸ 09:30:05');
    expect(status(wizard)).toContain('/osm-controller: match 3 of 6');
    await wizard.type('NNN');
    expect(said(wizard)).toContain('▸ 09:59:00');
    expect(status(wizard)).toContain('match 6 of 6, continued from the bottom');
    expect(wizard.frame().split('\n').at(-1)).toContain('Esc end search');
  });

  test('finds kinds, times, words behind each other and full-width letters, but no ages', async () => {
    const wizard = await openVerdict({ columns: 120 });
    await wizard.type('\t\t');
    for (const words of ['failed: unh', '09:32', '名前', 'Ｕｎｈｅａｌｔｈｙ', '×40 over']) {
      await wizard.type(`/${words}`);
      expect(said(wizard)).toContain('▸ 09:32:00');
      expect(status(wizard)).toMatch(/match 1 of 1$/u);
      await wizard.type('\u001B');
    }
    await wizard.type('/28m');
    expect(status(wizard)).toMatch(/no match$/u);
  });

  test('marks the matches in the words, and nowhere else', async () => {
    const wizard = await openVerdict({ ascii: true });
    await wizard.type('\t\t/log');
    expect(said(wizard)).toContain(') [log]: fatal');
    expect(wizard.frame().match(/\[log\]/gu)).toHaveLength(1);
    expectToFit(wizard.frame(), 80, 24);
  });

  test('Esc goes back to where one was, zoom included; kept words go on from an empty cell', async () => {
    const wizard = await openVerdict();
    await wizard.type('\t\tkk++');
    const before = wizard.frame();
    await wizard.type('/no CA');
    expect(said(wizard)).toContain('▸ 09:59:00');
    await wizard.type('\u001B');
    expect(wizard.frame()).toBe(before);
    await wizard.type('---Ghh');
    await wizard.type('/osm\r');
    await wizard.type('Ghhhh');
    expect(said(wizard)).toContain('No entry at this time');
    await wizard.type('n');
    expect(said(wizard)).toContain('▸ 09:59:00');
    await wizard.type('hhhhN');
    expect(said(wizard)).toContain('▸ 09:32:00');
  });
});
