import type { Key } from 'ink';
import { beforeAll, describe, expect, test } from 'vitest';
import { type KeyPress, keyPresses } from '#components/keys.ts';
import type { ActionId } from '#i18n/types/ui.ts';
import { messageOf } from '#wizard/reduce/dispatch.ts';
import { keymap } from '#wizard/reduce/actions.ts';
import { reduce } from '#wizard/reduce/reduce.ts';
import { type Mode, modes } from '#wizard/keys/mode.ts';
import { modesOf } from '#wizard/state/mode.ts';
import type { WizardState } from '#wizard/state/state.ts';
import type { WizardStore } from '#wizard/store/store.ts';
import type { Recording } from '../recordings/read.ts';
import { moment, readFrozen } from '../screens/opened.ts';
import { openScreen } from '../support/screen.ts';

/** Keys that lead from the first screen to a place in each mode; some modes have several. */
const places: readonly (readonly [Mode, string, readonly string[]])[] = [
  ['step', 'the first step', []],
  ['step', 'the last row', ['G']],
  ['step', 'the last step', ['5']],
  ['step', 'the overview', ['tab', 'G']],
  ['step', 'a filter', ['f', 'f']],
  ['detail', 'an open row', ['2', 'enter']],
  ['detail', 'the end of an open row', ['4', 'enter', 'G']],
  ['timeline', 'the time line', ['5', 'tab', 'tab']],
  ['log', 'a log', ['4', 'enter', 'enter']],
  ['log', 'the end of a log', ['4', 'enter', 'enter', 'G', 'j']],
  ['log', 'the top of a log', ['4', 'enter', 'enter', 'g', 'k']],
  ['page', 'the keys', ['?']],
  ['page', 'the end of the guide', ['o', 'G']],
  ['picker', 'the formats', ['e']],
  ['picker', 'commands', ['5', 'c']],
  ['finder', 'meshes and contexts', ['m']],
  ['finder', 'a filter that fits nothing', ['m', 'x', 'y', 'z']],
  ['entry', 'a file name', ['e', 'enter']],
  ['notice', 'a report that was written', ['e', 'enter', 'enter']],
  ['text', 'a text to select', ['4', 'y', 'y']],
  ['typing-search', 'words to search', ['/']],
  ['search', 'matches', ['/', 's', 'enter']],
];

/** At the end of a text that is typed a caret key does nothing, as everywhere. */
const silent: ReadonlySet<ActionId> = new Set([
  'caret-left',
  'caret-right',
  'caret-start',
  'caret-end',
  'erase',
  'erase-forward',
  'erase-line',
]);

const noKey = {} as Key;
const names = [...new Set([...keymap.flatMap(({ keys }) => keys), 'x', 'f5', 'ctrl-k'])];
let recording: Recording;

beforeAll(async () => {
  recording = await readFrozen('06b-crashloop-fatal');
}, 60_000);

/** Letters as they come from an input method that was left on, too. */
function pressesOf(name: string): readonly KeyPress[] {
  if (name.length > 1) return [{ name }];
  const code = name.codePointAt(0) ?? 0;
  const wide = code === 0x20 ? '\u3000' : String.fromCodePoint(code + 0xfe_e0);
  return [...keyPresses(name, noKey), ...keyPresses(wide, noKey)];
}

function at(keys: readonly string[], isRead = true): WizardStore {
  const { press, store } = openScreen(isRead ? recording : undefined, moment);
  press(keys.join(' '));
  return store;
}

function seen(state: WizardState): string {
  const { data: _, whole: _whole, now: _now, note: _note, touched: _touched, ...rest } = state;
  return JSON.stringify(rest);
}

/** Keys after which nothing is different and nothing is said. */
function unanswered(store: WizardStore): readonly string[] {
  const { note: _, ...quiet } = store.state();
  return names.flatMap((name) =>
    pressesOf(name).flatMap((press) => {
      const message = messageOf(press, modesOf(quiet));
      if (message.kind === 'action' && silent.has(message.action)) return [];
      const next = reduce(quiet, message, store.display());
      const isAnswer =
        next.effects.length > 0 || next.state.note !== undefined || seen(next.state) !== seen(quiet);
      return isAnswer ? [] : [press.text ?? press.name];
    }),
  );
}

test('there is a place for every mode', () => {
  expect(new Set(places.map(([mode]) => mode))).toEqual(new Set(modes));
});

describe.each(places)('in mode %s: %s', (mode, _, keys) => {
  test('every key does something, or says why not', () => {
    const store = at(keys);
    expect(modesOf(store.state())[0]).toBe(mode);
    expect(unanswered(store)).toEqual([]);
  });
});

test.each([
  ['while nothing is there yet', []],
  ['while nothing is there yet, in the keys', ['?']],
] as const)('%s, too', (_, keys) => {
  expect(unanswered(at(keys, false))).toEqual([]);
});

test('what a key says tells its action, and where it works', () => {
  const store = at(['?']);
  store.press([{ name: 'r', text: 'r' }]);
  const { note } = store.state();
  expect(note).toMatchObject({
    name: 'notHere',
    params: { key: 'r', action: 'refresh this step' },
  });
});
