import { describe, expect, test } from 'vitest';
import { unicodeSymbols } from '#components/symbols.ts';
import { lineText } from '#components/line.ts';
import { actionIds } from '#i18n/types/ui.ts';
import { hintsOf } from '#wizard/view/footer.ts';
import { messageOf } from '#wizard/reduce/dispatch.ts';
import { bindingOf, keymap } from '#wizard/reduce/actions.ts';
import { helpLines } from '#wizard/layout/pages.ts';
import { isTyping, modes } from '#wizard/keys/mode.ts';
import { fakeTexts } from './fakes.ts';

describe('the keymap', () => {
  test.each(modes)('gives no key two actions in mode %s', (mode) => {
    const keys = keymap.filter((binding) => binding.modes.includes(mode)).flatMap((binding) => binding.keys);
    expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
  });

  test.each(actionIds)('has a key for %s', (action) => {
    expect(keymap.some((binding) => binding.action === action)).toBe(true);
  });

  test('offers only actions that the language names', () => {
    expect(new Set(keymap.map(({ action }) => action))).toEqual(new Set(actionIds));
  });

  test.each(modes)('has a way out in mode %s, and the footer names it', (mode) => {
    const hints = hintsOf([mode], fakeTexts('en'), unicodeSymbols);
    expect(hints.some(({ word }) => ['quit', 'close', 'end search'].includes(word))).toBe(true);
  });

  test('while text is typed, only Enter, Esc, arrows, editing and Ctrl keys are commands', () => {
    const keys = keymap.filter(({ modes: where }) => where.some(isTyping)).flatMap((binding) => binding.keys);
    expect(keys.filter((key) => key.length === 1)).toEqual([]);
  });

  test.each(['en', 'ja'] as const)('is told whole in the key overlay (%s)', (language) => {
    const texts = fakeTexts(language);
    const told = helpLines(keymap, texts, unicodeSymbols, 200).map(lineText).join('\n');
    for (const action of actionIds) expect(told).toContain(texts.ui.actions[action].help);
  });
});

describe('matches that were kept', () => {
  test('take Esc, and leave every other key to what they are in', () => {
    for (const key of new Set(keymap.flatMap(({ keys }) => keys))) {
      const action = bindingOf(key, ['search', 'step'])?.action;
      expect(action).toBe(key === 'escape' ? 'end-search' : bindingOf(key, ['step'])?.action);
    }
  });

  test('are named in the footer instead of what they cover', () => {
    const words = hintsOf(['search', 'step'], fakeTexts('en'), unicodeSymbols).map(({ word }) => word);
    expect(words).toContain('end search');
    expect(words).not.toContain('stop');
  });
});

describe('a key press', () => {
  test('is text while text is typed, even where it is a command elsewhere', () => {
    expect(messageOf({ name: 'q', text: 'ｑ' }, ['entry'])).toEqual({ kind: 'typed', text: 'ｑ' });
  });

  test('is a command in its full-width form too', () => {
    expect(messageOf({ name: 'q', text: 'ｑ' }, ['step'])).toEqual({ kind: 'action', action: 'quit' });
  });

  test('carries its digit', () => {
    expect(messageOf({ name: '3', text: '3' }, ['step'])).toEqual({
      kind: 'action',
      action: 'jump',
      digit: 3,
    });
  });

  test('that is of no use here says what it would do', () => {
    expect(messageOf({ name: 'r', text: 'r' }, ['page'])).toEqual({
      kind: 'no-action',
      key: 'r',
      elsewhere: { action: 'reread-step', modes: ['step', 'detail', 'timeline'] },
    });
    expect(messageOf({ name: 'x', text: 'x' }, ['step'])).toEqual({ kind: 'no-action', key: 'x' });
  });
});
