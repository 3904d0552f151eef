import { render } from 'ink-testing-library';
import { expect, test } from 'vitest';
import { plainLine, span } from '#components/line.ts';
import { Lines } from '#components/lines.ts';
import { asciiSymbols, unicodeSymbols } from '#components/symbols.ts';

const theme = { symbols: unicodeSymbols, color: false, links: false };

test('a row is cut to the width it was told, and missing rows are empty', () => {
  const lines = [plainLine('short'), plainLine('Podは再起動しました')];
  const { lastFrame } = render(<Lines lines={lines} width={10} height={3} theme={theme} />);
  expect(lastFrame()).toBe('short\nPodは再起…\n');
});

test('in ASCII no other sign is drawn, whatever a text holds', () => {
  const ascii = { ...theme, symbols: asciiSymbols };
  const { lastFrame } = render(<Lines lines={[plainLine('a → b…')]} width={12} height={1} theme={ascii} />);
  expect(lastFrame()?.trimEnd()).toMatch(/^[\x20-\x7e]+$/u);
});

test('a row that changes is drawn anew, with a link only where the terminal has links', () => {
  const lines = [[{ ...span('guide'), link: 'https://example.org/guide' }]];
  const { lastFrame, rerender } = render(<Lines lines={lines} width={8} height={1} theme={theme} />);
  expect(lastFrame()).toBe('guide');
  rerender(<Lines lines={lines} width={8} height={1} theme={{ ...theme, links: true }} />);
  expect(lastFrame()).toContain('https://example.org/guide');
});
