import { render } from 'ink-testing-library';
import { expect, test } from 'vitest';
import { Footer } from '#components/footer.tsx';
import { HeaderBar } from '#components/header-bar.tsx';
import { Pane } from '#components/pane.tsx';
import { asciiSymbols } from '#components/symbols.ts';
import { TabBar } from '#components/tab-bar.tsx';
import { plainLine } from '#components/line.ts';
import { ThemeProvider } from '#components/theme.tsx';

const tabs = [
  { number: 1, word: 'Health', mark: 'ok' },
  { number: 2, word: 'Sidecar', mark: 'critical' },
] as const;

test('the tab bar says with words and signs what colours say', () => {
  const { lastFrame } = render(<TabBar tabs={tabs} active={1} width={40} />);
  expect(lastFrame()?.trimEnd()).toBe(' 1 Health ✔ [2 Sidecar ✘]');
});

test('the same in ASCII', () => {
  const { lastFrame } = render(
    <ThemeProvider value={{ symbols: asciiSymbols, color: false, links: false }}>
      <TabBar tabs={tabs} active={0} width={40} />
    </ThemeProvider>,
  );
  expect(lastFrame()?.trimEnd()).toBe('[1 Health OK] 2 Sidecar X');
});

test('the footer drops the least important keys first, and never half of one', () => {
  const hints = [
    { keys: '↑↓', word: 'move', rank: 1 },
    { keys: 'o', word: 'guide', rank: 3 },
    { keys: 'q', word: 'quit', rank: 2 },
  ];
  const { lastFrame, rerender } = render(<Footer hints={hints} width={40} />);
  expect(lastFrame()?.trimEnd()).toBe('↑↓ move  o guide  q quit');
  rerender(<Footer hints={hints} width={16} />);
  expect(lastFrame()?.trimEnd()).toBe('↑↓ move  q quit');
});

test('the header keeps its badge however narrow it is', () => {
  const { lastFrame } = render(
    <HeaderBar title="osm-edge-doctor" parts={['ctx prod-tokyo']} badges={['DEMO 02', 'DEMO']} width={28} />,
  );
  expect(lastFrame()).toContain('DEMO');
});

test('a pane shows a window of its lines and where it is', () => {
  const lines = ['one', 'two', 'three', 'four'].map((text) => plainLine(text));
  const position = (first: number, last: number, total: number): string => `${first}-${last} of ${total}`;
  const { lastFrame } = render(
    <Pane pane={{ title: 'Detail', lines, scroll: 1, height: 2, focused: false, position }} width={30} />,
  );
  const frame = lastFrame() ?? '';
  expect(frame).toContain('2-3 of 4');
  expect(frame).toContain('two');
  expect(frame).toContain('three');
  expect(frame).not.toContain('one');
});
