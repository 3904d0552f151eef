import { describe, expect, test } from 'vitest';
import { footerLine } from '#components/footer.ts';
import { headerLine } from '#components/header-bar.ts';
import { lineText, lineWidth, plainLine } from '#components/line.ts';
import { paneLines } from '#components/pane.ts';
import { ruleLine } from '#components/rule-lines.ts';
import { clampScroll, windowTop } from '#components/scroll.ts';
import { asciiSymbols, unicodeSymbols } from '#components/symbols.ts';
import { tabLine } from '#components/tab-bar.ts';

describe('the header', () => {
  const header = { title: 'doctor', parts: ['ctx prod', 'mesh osm'], badges: ['DEMO 02-two-meshes', 'DEMO'] };

  test('shows everything where there is room', () => {
    expect(lineText(headerLine(header, 60, unicodeSymbols)).trimEnd()).toBe(
      'doctor   ctx prod   mesh osm             DEMO 02-two-meshes',
    );
  });

  test('keeps the badge when there is none', () => {
    expect(lineText(headerLine(header, 24, unicodeSymbols))).toBe('doctor  ctx prod   DEMO ');
  });
});

describe('the tabs', () => {
  const tabs = [
    { number: 1, word: 'Health', mark: 'critical' as const },
    { number: 2, word: 'Sidecar', mark: 'ok' as const },
  ];

  test('mark the active one without colour', () => {
    expect(lineText(tabLine(tabs, 1, 40, unicodeSymbols))).toBe(' 1 Health ✘ [2 Sidecar ✔]');
    expect(lineText(tabLine(tabs, 1, 40, asciiSymbols))).toBe(' 1 Health X [2 Sidecar OK]');
  });

  test('keep number and mark of the others when room is short', () => {
    expect(lineText(tabLine(tabs, 0, 18, unicodeSymbols)).trimEnd()).toBe('[1 Health ✘] 2 ✔');
  });
});

describe('a rule', () => {
  test('is a progress bar while something is read', () => {
    expect(lineText(ruleLine({ note: '3 of 6', progress: 0.5 }, 30, unicodeSymbols))).toBe(
      '━━━━━━━━━━────────── 3 of 6 ──',
    );
  });

  test.each([10, 30, 79])('is exactly %i columns wide, whatever it says', (width) => {
    const texts = { title: 'とても長い題名'.repeat(9), note: '1–8 of 45', focused: true };
    expect(lineWidth(ruleLine(texts, width, unicodeSymbols))).toBe(width);
  });
});

test('the footer drops whole hints, the least important first', () => {
  const hints = [
    { keys: '↑↓', word: 'move', rank: 2 },
    { keys: 'c', word: 'copy', rank: 3 },
    { keys: 'q', word: 'quit', rank: 0 },
  ];
  expect(lineText(footerLine(hints, 40, '…'))).toBe('↑↓ move  c copy  q quit');
  expect(lineText(footerLine(hints, 20, '…'))).toBe('↑↓ move  q quit');
  expect(lineText(footerLine(hints, 8, '…'))).toBe('q quit');
});

test('a pane shows a window of its lines and where it is', () => {
  const lines = ['one', 'two', 'three', 'four'].map((text) => plainLine(text));
  const position = (first: number, last: number, total: number): string => `${first}-${last} of ${total}`;
  const pane = { title: 'Detail', lines, scroll: 1, height: 2, focused: false, position };
  const [title = '', ...seen] = paneLines(pane, 30, unicodeSymbols).map(lineText);
  expect(title).toMatch(/^── Detail ─+ 2-3 of 4 ──$/u);
  expect(seen).toEqual(['two', 'three']);
});

describe('scrolling', () => {
  test.each([
    ['stays when the row is in view', 2, 4, 5, 20, 2],
    ['goes down just as far as needed', 0, 7, 5, 20, 3],
    ['goes up just as far as needed', 6, 3, 5, 20, 3],
    ['leaves no gap at the end', 18, 19, 5, 20, 15],
  ])('%s', (_, top, selected, height, total, expected) => {
    expect(windowTop(top, selected, height, total)).toBe(expected);
  });

  test('a text that fits does not scroll', () => {
    expect(clampScroll(4, 10, 8)).toBe(0);
  });
});
