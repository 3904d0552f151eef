import { describe, expect, onTestFinished, test } from 'vitest';
import { textWidth } from '#presentation/text-width.ts';
import { expectToFit } from '../screens/frame-text.ts';
import { openWizard } from '../support/frame.tsx';
import { fakePorts, fakeTexts } from './fakes.ts';
import { openVerdict } from './timeline-fixture.ts';

const [wholeTitle] = fakeTexts('en').ui.timeline.titles('09:20:00', '10:00:00', '40m', '2026-11-23');
/** What every title of a time line begins with. */
const titleWord = wholeTitle?.split(':')[0] ?? '';

describe('the time line', () => {
  const looks = [
    { columns: 80, rows: 24 },
    { columns: 60, rows: 15 },
    { columns: 120, rows: 40 },
  ];
  describe.each(looks)('at $columns×$rows', (size) => {
    test.each([
      ['en', false],
      ['en', true],
      ['ja', false],
      ['ja', true],
    ] as const)('in %s, without Unicode: %s', async (language, ascii) => {
      const wizard = await openVerdict({ ...size, language, ascii });
      await wizard.type('\t\t');
      expectToFit(wizard.frame(), size.columns, size.rows);
      const { presentation, ui } = fakeTexts(language);
      const lines = wizard.frame().split('\n');
      const title = lines.findIndex((line) => /^(?:━━|==) .*09:20:00/u.test(line));
      const axis = lines.findIndex((line) => /[╵']09:30/u.test(line));
      const rows = lines.slice(title + 1, axis);
      const kinds = rows.map((line) => line.slice(2));
      // On a low terminal the first two kinds make room; a title says so.
      const shown = (
        ['label-change', 'rollout', 'pod-created', 'container-end', 'probe-failure', 'log'] as const
      ).slice(-rows.length);
      for (const [index, kind] of shown.entries())
        expect(kinds[index]).toContain(presentation.timelineKinds[kind].slice(0, 6));
      const position = ui.panes.position(7 - rows.length, 6, 6);
      if (rows.length < 6) expect(lines[title]).toContain(ascii ? position.replace('–', '-') : position);
      // The log is read: its row is marked, and the cursor stands in the same column of every row.
      const [bar, pointer] = ascii ? ['|', '>'] : ['│', '▸'];
      expect(rows.filter((line) => line.startsWith(pointer))).toEqual([rows.at(-1)]);
      const columns = rows.map((line) => textWidth(line));
      expect(new Set(columns).size).toBe(1);
      expect(rows.slice(0, -1).every((line) => line.endsWith(bar))).toBe(true);
      expect(lines.slice(axis + 1).join('\n')).toMatch(/fatal: no CA [·.] osm-controller-x/u);
    });
  });

  test('on a large terminal it is there without the keys, under list and detail', async () => {
    const wizard = await openVerdict({ columns: 300, rows: 100 });
    expectToFit(wizard.frame(), 300, 100);
    expect(wizard.frame()).toContain(`── ${wholeTitle} `);
    expect(wizard.frame()).toContain('probe failed 40');
  });

  test('on a low one it waits for Tab, and the list gets its place', async () => {
    const wizard = await openVerdict({ columns: 80, rows: 24 });
    expect(wizard.frame()).not.toContain(titleWord);
  });

  test('where nothing is known to have happened, Tab knows two panes', async () => {
    const wizard = await openWizard(fakePorts());
    onTestFinished(wizard.close);
    await wizard.type('5\t\t');
    expect(wizard.frame()).not.toContain(titleWord);
    expect(wizard.frame()).toMatch(/^▸ /mu);
  });
});
