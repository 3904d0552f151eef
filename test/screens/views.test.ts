import { beforeAll, describe, expect, test } from 'vitest';
import { textsOf } from '#steps/all-texts.ts';
import { languages, type Texts } from '#i18n/texts.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import type { Recording } from '../recordings/read.ts';
import { openScreen, type OpenScreen } from '../support/screen.ts';
import { expectToFit } from './frame-text.ts';
import { moment, readFrozen } from './opened.ts';

/** What must be read on the screen after these keys, wherever it breaks; in the words of the language. */
interface View {
  readonly keys: string;
  readonly says: (texts: Texts, screen: OpenScreen) => readonly string[];
}

const views: Readonly<Record<string, View>> = {
  'a list': { keys: '1 j', says: (_, screen) => [`▸ ${lineOf(screen, 1)}`] },
  'an overview': { keys: '1 tab', says: ({ ui }) => [`━━ ${ui.panes.overview} `] },
  'an open finding': { keys: '4 enter', says: (_, screen) => [`━━ ${rowOf(screen).id} `] },
  'all keys': {
    keys: '?',
    says: ({ ui }) => [`━━ ${ui.help.title} `, ui.help.intro, ui.help.marks.critical],
  },
  'the end of all keys': {
    keys: '? G',
    says: ({ ui }) => [ui.actions['erase-line'].help, ui.actions['caret-end'].help],
  },
  'words that are searched': {
    keys: '4 / f a t a l',
    says: ({ ui }, screen) => ['/fatal', ui.search.typed(...matchesIn(screen))],
  },
  'a search that was kept': {
    keys: '4 / f a t a l enter',
    says: ({ ui }, screen) => [ui.search.found('fatal', ...matchesIn(screen))],
  },
  'a filter': {
    keys: '4 f f',
    says: ({ ui }, screen) => [ui.filters.head(ui.filters.names.critical, hiddenIn(screen))],
  },
  'a finding that the report goes without': {
    keys: '4 space',
    says: ({ ui }, screen) => [`▸ ✘ ${rowOf(screen).id} ${ui.leftOut}`],
  },
  'evidence to be selected': { keys: '4 j y y', says: ({ ui }) => [`━━ ${ui.copy.title} `] },
  'the guide': {
    keys: '2 o',
    says: ({ steps, ui }) => [
      `━━ ${ui.guide.title(steps['stray-sidecar'].tab)} `,
      steps['stray-sidecar'].guide.title,
    ],
  },
  commands: {
    keys: '5 c j',
    says: ({ ui }, screen) => [`━━ ${ui.commands.title} `, '▸ 2 ', commandOf(screen, 1)],
  },
  formats: { keys: 'e', says: ({ ui }) => [ui.export.askFormat, `▸ 1 ${ui.export.formats.markdown}`] },
  'a file name': {
    keys: 'e enter',
    says: ({ ui }) => [ui.export.askPath, 'osm-edge-doctor-osm-20261123-100000.md'],
  },
  'a report that was written': {
    keys: 'e enter enter',
    says: ({ ui }) => [ui.export.done('osm-edge-doctor-osm-20261123-100000.md'), ui.export.close],
  },
  'meshes and contexts': {
    keys: 'm',
    says: ({ runs: { picker } }) => [`━━ ${picker.title} `, picker.meshes(1), 'osm @ osm-system'],
  },
};

const sizes = [
  [80, 24],
  [60, 15],
  [120, 40],
] as const;

let recording: Recording;

beforeAll(async () => {
  recording = await readFrozen('06b-crashloop-fatal');
}, 60_000);

describe.each(languages)('in %s', (language) => {
  test.each(Object.entries(views))('%s says what it is, on any terminal', (_, { keys, says }) => {
    for (const [columns, rows] of sizes) {
      const screen = openScreen(recording, moment, { columns, rows, language });
      screen.press(keys);
      expectToFit(screen.frame(), columns, rows);
      const shown = unbroken(screen.frame());
      for (const words of says(textsOf(language), screen)) expect(shown).toContain(unbroken(words));
    }
  });
});

/** Without the white space where lines are broken, or cut. */
function unbroken(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}

function mainOf({ store }: OpenScreen) {
  const { body } = store.frame().view;
  if (body.kind !== 'main') throw new Error(`the step is covered by a ${body.kind}`);
  return body;
}

function rowOf(screen: OpenScreen) {
  const { selected } = mainOf(screen);
  if (selected === undefined) throw new Error('no row is selected');
  return selected;
}

/** How a row of the list begins. */
function lineOf(screen: OpenScreen, index: number): string {
  const row = mainOf(screen).list.rows[index];
  return `✘ ${row?.id ?? ''}`;
}

/** The command that stands whole below the choices. */
function commandOf({ store }: OpenScreen, index: number): string {
  const { overlay } = store.state();
  if (overlay.kind !== 'commands') throw new Error('no commands to choose from');
  return sanitizeLine(overlay.commands[index] ?? '').slice(0, 40);
}

/** Rows that hold the word, counted without the search; and that the first of them is selected. */
function matchesIn(screen: OpenScreen): readonly [number: number, count: number] {
  const { rows } = mainOf(screen).list;
  const count = rows.filter((row) => /fatal/iu.test([row.id, row.subject, row.text].join(' '))).length;
  return [1, count];
}

function hiddenIn(screen: OpenScreen): number {
  const { list, model } = mainOf(screen);
  expect(list.rows.every(({ mark }) => mark === 'critical')).toBe(true);
  return (model?.rows.length ?? 0) - list.rows.length;
}
