import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import xterm from '@xterm/headless';
import { expect, test } from 'vitest';
import { unicodeSymbols } from '#components/symbols.ts';
import { textWidth, graphemesOf } from '#presentation/text-width.ts';

/** Every character that the program writes by itself: its signs, and its texts in all languages. */
function ownCharacters(): readonly string[] {
  const folder = 'src/i18n';
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const all = new Set(graphemesOf([JSON.stringify(unicodeSymbols), ...texts].join('')));
  return [...all].filter((character) => (character.codePointAt(0) ?? 0) > 0x7f).toSorted();
}

test('every character of our own is as wide as a terminal makes it', async () => {
  const terminal = new xterm.Terminal({ cols: 20, rows: 2, allowProposedApi: true });
  const wrong: string[] = [];
  for (const character of ownCharacters()) {
    await new Promise<void>((resolve) => {
      terminal.write(`\r${character}`, resolve);
    });
    const { cursorX } = terminal.buffer.active;
    if (cursorX !== textWidth(character))
      wrong.push(`${character}: ${textWidth(character)}, drawn ${cursorX}`);
  }
  terminal.dispose();
  expect(ownCharacters()).toContain('✘');
  expect(wrong).toEqual([]);
});
