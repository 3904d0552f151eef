import type { Key } from 'ink';
import { graphemesOf } from '#presentation/text-width.ts';

/**
 * One key press: `name` is what the keymap looks up (`j`, `up`, `ctrl-s`, `shift-tab`), with full-width forms folded;
 * `text` is what it types, unchanged, and absent for keys that type nothing.
 */
export interface KeyPress {
  readonly name: string;
  readonly text?: string;
}

const named = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
] as const satisfies readonly (readonly [keyof Key, string])[];

/** No key sends them, and in a text that is shown a terminal may obey them. */
const eightBitControl = /^[\u0080-\u009f]/u;

/** Fast typing and slow lines bring several keys in one piece: they are taken apart again. */
export function keyPresses(input: string, key: Key): readonly KeyPress[] {
  if (key.eventType === 'release') return [];
  if (key.escape) return key.meta ? [{ name: 'escape' }, { name: 'escape' }] : [{ name: 'escape' }];
  if (key.tab) return [{ name: key.shift ? 'shift-tab' : 'tab' }];
  for (const [flag, name] of named) if (key[flag]) return [{ name }];
  if (key.ctrl) return input === '' ? [] : [{ name: `ctrl-${input.toLowerCase()}` }];
  const typed = graphemesOf(input)
    .filter((grapheme) => !eightBitControl.test(grapheme))
    .map(pressOf);
  // No binding uses Alt, and over a slow line Esc and the next key arrive as one.
  return key.meta ? [{ name: 'escape' }, ...typed] : typed;
}

function pressOf(grapheme: string): KeyPress {
  switch (grapheme) {
    case '\r':
    case '\n':
    case '\r\n':
      return { name: 'enter' };
    case '\t':
      return { name: 'tab' };
    case '\u001B':
      return { name: 'escape' };
    case '\b':
    case '\u007F':
      return { name: 'backspace' };
    default: {
      const code = grapheme.codePointAt(0) ?? 0;
      if (code < 0x20) return { name: `ctrl-${String.fromCodePoint(code + 0x60)}` };
      return { name: foldWidth(grapheme), text: grapheme };
    }
  }
}

/** ｑ → q: an input method that was left on must not lock anyone out. */
export function foldWidth(grapheme: string): string {
  const code = grapheme.codePointAt(0) ?? 0;
  if (code === 0x30_00) return ' ';
  return code >= 0xff_01 && code <= 0xff_5e ? String.fromCodePoint(code - 0xfe_e0) : grapheme;
}
