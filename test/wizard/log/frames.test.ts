import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '#language/texts.ts';
import { frameFits } from './frame-fits.ts';
import { fakeLog, numberedLog, summaryOf } from './fake-log.ts';
import { openedLog, shownLog, snapshotWith } from './opened-log.ts';

const log = numberedLog(200);
const snapshot = snapshotWith(summaryOf(log, [98, 99, 100, 101, 102, 199, 200]));
const sizes = [
  [80, 24],
  [60, 15],
  [120, 40],
] as const;

describe.each(sizes)('at %i×%i', (columns, rows) => {
  test.each(languages)('every state in %s keeps its shape', async (language) => {
    for (const ascii of [false, true]) {
      const source = fakeLog({ current: log });
      const wizard = await openedLog(snapshot, source, { columns, rows, language, ascii, number: 100 });
      for (const keys of ['', 't', 't', 'z', 'f', 'k\r', 'z', 'l', 'l', 'h', 'w', 'k', 'G']) {
        if (keys !== '') await wizard.type(keys);
        frameFits(wizard.frame(), columns, rows);
        if (ascii && language === 'en') expect(wizard.frame()).toMatch(/^[\x20-\x7e\n本語日]*$/u);
      }
      wizard.close();
    }
  });
});

test.each(languages)('the view at 80×24 in %s', async (language) => {
  const wizard = await openedLog(snapshot, fakeLog({ current: log }), { language, number: 100 });
  expect(wizard.frame()).toMatchSnapshot();
});

test('without Unicode', async () => {
  const wizard = await openedLog(snapshot, fakeLog({ current: log }), { ascii: true, number: 100 });
  expect(wizard.frame()).toMatchSnapshot();
});

test('whatever a log holds, no line of the screen is wider than it', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('a', ' ', '\t', '日', '👩‍👩‍👧', '\u001B[31m', '\u202E', '\uFF71', '\u0301'),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 12 }), async (texts) => {
      const lines = texts.map((text) => ({ text: text.replaceAll('\n', ' ') }));
      const wizard = await openedLog(
        snapshotWith(
          summaryOf(
            lines,
            lines.map((_, index) => index + 1),
          ),
        ),
        undefined,
        {
          columns: 60,
          rows: 15,
        },
      );
      for (const keys of ['g', 'l', 'z', 't']) {
        await wizard.type(keys);
        frameFits(wizard.frame(), 60, 15);
        expect(shownLog(wizard).join('')).not.toMatch(/[\p{Cc}\u202E]/u);
      }
      wizard.close();
    }),
    { numRuns: 12 },
  );
});
