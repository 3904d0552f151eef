import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineText, lineWidth } from '#components/line.ts';
import { unicodeSymbols } from '#components/symbols.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import { languages } from '#i18n/texts.ts';
import type { LogState } from '#wizard/log/state.ts';
import { openPane } from '#wizard/log/pane.ts';
import { logView } from '#wizard/log/view.ts';
import { fakeTexts } from '../fakes.ts';
import { frameFits } from './frame-fits.ts';
import { fakeLog, logName, numberedLog, summaryOf } from './fake-log.ts';
import { openedLog, shownLog, snapshotWith } from './opened-log.ts';

/** The same cases in every run. */
const seed = 20_261_123;

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
  const words = fakeTexts(language).ui.log;
  const line = (number: number): string => `{"level":"info","message":"line ${number}"}`;
  const rule = (missing: number): unknown =>
    expect.stringMatching(new RegExp(`^  ── ${words.gap(missing)} ─+$`, 'u'));
  expect(shownLog(wizard)).toEqual([
    rule(97),
    `   info  ${line(98)}`,
    `   info  ${line(99)}`,
    '▸◆ error {"level":"error","message":"line 100"}',
    `   info  ${line(101)}`,
    `   info  ${line(102)}`,
    rule(96),
    `   info  ${line(199)}`,
    '   error {"level":"error","message":"line 200"}',
    `  ${words.end.current}`,
  ]);
  const title = sanitizeLine(words.title('osm-controller-x', 'osm-controller', false));
  expect(wizard.frame()).toContain(`━━ ${title} ━`);
  expect(wizard.frame()).toContain(` ${words.position(4, 9)} ━━`);
  expect(wizard.frame()).toContain(`◆ ${words.record}`);
});

test('without Unicode', async () => {
  const wizard = await openedLog(snapshot, fakeLog({ current: log }), { ascii: true, number: 100 });
  expect(shownLog(wizard)).toContainEqual(
    expect.stringMatching(/^>@ error \{"level":"error","message":"line 100"\}$/u),
  );
  expect(shownLog(wizard)[0]).toMatch(/^ {2}-- \.\.\. 97 lines not kept \.\.\. -+$/u);
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
    { numRuns: 100, seed },
  );
});
