import * as fc from 'fast-check';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Mode, modes } from '#wizard/keys/mode.ts';
import { modeOf } from '#wizard/state/mode.ts';
import type { Recording } from '../recordings/read.ts';
import { openWizard } from '../support/frame.tsx';
import { openScreen, type ScreenOptions } from '../support/screen.ts';
import { expectToFit } from './frame-text.ts';
import { moment, portsAt, readFrozen, sourceOf } from './opened.ts';

/** One row for everything that can be open: how to get there, and the mode it has. A new overlay is one row more. */
const states: readonly (readonly [name: string, keys: string, mode: Mode])[] = [
  ['a list', 'j j', 'step'],
  ['a filtered list', 'f f', 'step'],
  ['an overview', 'tab j j', 'step'],
  ['a detail', '5 enter', 'detail'],
  ['a detail that was scrolled', '5 enter j j j', 'detail'],
  ['the list beside a detail', '5 enter shift-tab j', 'detail'],
  ['the time line', '5 tab tab k', 'timeline'],
  ['the time line, zoomed', '5 tab tab k k + + + h h', 'timeline'],
  ['a log', '4 enter enter', 'log'],
  ['a log, wrapped and stamped', '4 enter enter z t k', 'log'],
  ['a log, moved to the right', '4 enter enter l l l', 'log'],
  ['the keys', '?', 'page'],
  ['the keys, paged', '? pagedown', 'page'],
  ['the guide', '2 o j', 'page'],
  ['a note of two lines', '? r', 'page'],
  ['commands to choose from', '5 c j', 'picker'],
  ['meshes and contexts to choose from', 'm o', 'finder'],
  ['formats to choose from', 'e j', 'picker'],
  ['a text to be selected', '4 j y y', 'text'],
  ['a path', 'e enter a b', 'entry'],
  ['a search, typed', '/ o s m', 'typing-search'],
  ['a search, kept', '/ o s m enter', 'step'],
  ['a search in a detail', '5 enter / o s m enter n', 'detail'],
  ['a search in a log', '4 enter enter / o s m enter n', 'log'],
  ['a report that was written', 'e enter enter', 'notice'],
];

const sizes = [
  [60, 15],
  [109, 29],
  [110, 30],
  [300, 100],
  [59, 40],
  [20, 5],
] as const;

let recording: Recording;

beforeAll(async () => {
  recording = await readFrozen('06b-crashloop-fatal');
}, 60_000);

const open = (options: ScreenOptions) => openScreen(recording, moment, options);

describe.each(['en', 'ja'] as const)('in %s', (language) => {
  test.each(states)('%s fits every terminal, and comes back as it was', (_name, keys, mode) => {
    const { frame, press, store } = open({ language });
    press(keys);
    expect(modeOf(store.state())).toBe(mode);
    const before = [frame(), store.state()];
    for (const [columns, rows] of sizes) {
      store.resize({ columns, rows });
      expectToFit(frame(), columns, rows);
    }
    store.resize({ columns: 80, rows: 24 });
    expect([frame(), store.state()]).toEqual(before);
  });
});

test('every mode has a row', () => {
  // Kept matches lie over another mode and are none of their own.
  const overlaid: readonly Mode[] = ['search'];
  expect(new Set([...states.map(([, , mode]) => mode), ...overlaid])).toEqual(new Set(modes));
});

test('what is opened at any size fits it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...states),
      fc.array(fc.tuple(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 5, max: 100 })), {
        maxLength: 3,
      }),
      fc.boolean(),
      ([, keys], others, ascii) => {
        const { frame, press, store } = open({ ascii });
        for (const [columns, rows] of others) {
          store.resize({ columns, rows });
          expectToFit(frame(), columns, rows);
        }
        press(keys);
        const [columns, rows] = others.at(-1) ?? [80, 24];
        expectToFit(frame(), columns, rows);
      },
    ),
    { numRuns: 40, seed: 20_261_123 },
  );
}, 60_000);

test.each([
  [80, 24],
  [60, 15],
  [160, 50],
  [40, 10],
])('at %i×%i the terminal shows these lines, and nothing else', async (columns, rows) => {
  const wizard = await openWizard(portsAt(sourceOf(recording.snapshot)), { columns, rows });
  onTestFinished(wizard.close);
  const screen = open({ columns, rows });
  for (const [bytes, keys] of [
    ['', ''],
    ['5\t\t', '5 tab tab'],
    ['\u001B[Z\r', 'shift-tab enter'],
    ['4\r\r', '4 enter enter'],
    ['?', '?'],
  ] as const) {
    for (const byte of bytes === '\u001B[Z\r' ? ['\u001B[Z', '\r'] : bytes) await wizard.type(byte);
    screen.press(keys);
    expect(
      wizard
        .frame()
        .split('\n')
        .map((line) => line.trimEnd()),
    ).toEqual(screen.lines());
  }
});
