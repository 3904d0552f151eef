import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineText, lineWidth } from '#components/line.ts';
import { unicodeSymbols } from '#components/symbols.ts';
import { languages } from '#i18n/texts.ts';
import type { LogState } from '#wizard/log/state.ts';
import { openPane } from '#wizard/log/pane.ts';
import { logView } from '#wizard/log/view.ts';
import { fakeTexts } from '../fakes.ts';
import { frameFits } from './frame-fits.ts';
import { fakeLog, logName, numberedLog, summaryOf } from './fake-log.ts';
import { openedLog, snapshotWith } from './opened-log.ts';

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

test('whatever a log holds, no line of the view is wider than it', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('a', ' ', '\t', '日', '👩‍👩‍👧', '\u001B[31m', '\u202E', '\uFF71', '\u0301'),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(hostile, { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      fc.constantFrom('off', 'utc', 'age'),
      fc.nat(200),
      (texts, wrap, stamps, column) => {
        const lines = texts.map((text) => ({ text: text.replaceAll('\n', ' ') }));
        const kept = snapshotWith(
          summaryOf(
            lines,
            lines.map((_, index) => index + 1),
          ),
        );
        const log: LogState = {
          pane: openPane(kept, logName),
          fetch: { kind: 'idle' },
          sticks: false,
          stamps,
          wrap,
          column: wrap ? 0 : column,
          reach: 30,
        };
        const view = logView(log, {
          texts: fakeTexts('ja'),
          symbols: unicodeSymbols,
          width: 60,
          height: 8,
          isLive: true,
          now: '2026-11-23T10:00:00Z',
          clock: 0,
        });
        expect(view.lines.length).toBeLessThanOrEqual(view.height);
        for (const line of view.lines) {
          expect(lineWidth(line)).toBeLessThanOrEqual(60);
          expect(lineText(line)).not.toMatch(/[\p{Cc}\u202E]/u);
        }
      },
    ),
    { numRuns: 100 },
  );
});
