import * as fc from 'fast-check';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { graphemesOf } from '#presentation/text-width.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { type Mode, modes } from '#wizard/keys/mode.ts';
import { modeOf } from '#wizard/state/mode.ts';
import { expectToFit } from './frame-text.ts';
import { type OpenOptions, openWizard, type OpenWizard } from '../support/frame.tsx';
import { portsAt, readFrozen, sourceOf } from './opened.ts';

/** One row for everything that can be open: how to get there, and the mode it has. A new overlay is one row more. */
const states: readonly (readonly [name: string, keys: string, mode: Mode])[] = [
  ['a list', 'jj', 'step'],
  ['a filtered list', 'ff', 'step'],
  ['an overview', '\tjj', 'step'],
  ['a detail', '5\r', 'detail'],
  ['a detail that was scrolled', '5\rjjj', 'detail'],
  ['the list beside a detail', '5\r\u001B[Zj', 'detail'],
  ['the time line', '5\t\tk', 'timeline'],
  ['the time line, zoomed', '5\t\tkk+++hh', 'timeline'],
  ['a log', '4\r\r', 'log'],
  ['a log, wrapped and stamped', '4\r\rztk', 'log'],
  ['a log, moved to the right', '4\r\rlll', 'log'],
  ['the keys', '?', 'page'],
  ['the keys, paged', '?\u001B[6~', 'page'],
  ['the guide', '2oj', 'page'],
  ['commands to choose from', '5cj', 'picker'],
  ['meshes and contexts to choose from', 'mo', 'finder'],
  ['formats to choose from', 'ej', 'picker'],
  ['a text to be selected', '4jyy', 'text'],
  ['a path', 'e\rab', 'entry'],
  ['a search, typed', '/osm', 'typing-search'],
  ['a search, kept', '/osm\r', 'step'],
  ['a search in a detail', '5\r/osm\rn', 'detail'],
  ['a search in a log', '4\r\r/osm\rn', 'log'],
  ['a report that was written', 'e\r\r', 'notice'],
];

const sizes = [
  [60, 15],
  [109, 29],
  [110, 30],
  [300, 100],
  [59, 40],
  [20, 5],
] as const;

let snapshot: Snapshot;

beforeAll(async () => {
  ({ snapshot } = await readFrozen('06b-crashloop-fatal'));
}, 60_000);

describe.each(['en', 'ja'] as const)('in %s', (language) => {
  test.each(states)(
    '%s fits every terminal, and comes back as it was',
    async (_name, keys, mode) => {
      const wizard = await open({ language });
      // A key at a time: what one opens is there before the next.
      for (const key of keysOf(keys)) await wizard.type(key);
      expect(modeOf(wizard.state())).toBe(mode);
      const before = wizard.frame();
      const { positions, overlay, log, timeline } = wizard.state();
      for (const [columns, rows] of [...sizes, [80, 24] as const]) {
        await wizard.resize(columns, rows);
        expectToFit(wizard.frame(), columns, rows);
      }
      expect(wizard.frame()).toBe(before);
      expect(wizard.state()).toMatchObject({ positions, overlay, ...(log === undefined ? {} : { log }) });
      expect(wizard.state().timeline).toEqual(timeline);
    },
    60_000,
  );
});

test('every mode has a row', () => {
  // Kept matches lie over another mode and are none of their own.
  const overlaid: readonly Mode[] = ['search'];
  expect(new Set([...states.map(([, , mode]) => mode), ...overlaid])).toEqual(new Set(modes));
});

test('what is opened at any size fits it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...states),
      fc.array(fc.tuple(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 5, max: 100 })), {
        maxLength: 3,
      }),
      fc.boolean(),
      async ([, keys], others, ascii) => {
        const wizard = await open({ ascii });
        for (const [columns, rows] of others) {
          await wizard.resize(columns, rows);
          expectToFit(wizard.frame(), columns, rows);
        }
        for (const key of keysOf(keys)) await wizard.type(key);
        const [columns, rows] = others.at(-1) ?? [80, 24];
        expectToFit(wizard.frame(), columns, rows);
      },
    ),
    { numRuns: 20 },
  );
}, 120_000);

async function open(options: OpenOptions): Promise<OpenWizard> {
  const ports = { ...portsAt(sourceOf(snapshot)), exportReport: async () => undefined };
  const wizard = await openWizard(ports, options);
  onTestFinished(wizard.close);
  return wizard;
}

/** Keys one by one: a character, or a sequence that starts with Esc. */
function keysOf(keys: string): readonly string[] {
  const [first = '', ...sequences] = keys.split('\u001B');
  return [
    ...graphemesOf(first),
    ...sequences.flatMap((rest) => {
      const end = rest.search(/[~A-Z]/u) + 1;
      return [`\u001B${rest.slice(0, end)}`, ...graphemesOf(rest.slice(end))];
    }),
  ];
}
