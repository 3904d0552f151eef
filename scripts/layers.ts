/**
 * Which folder may import from which, types included (docs/architecture.md). `test/architecture/folders.test.ts` holds
 * the tree to it.
 */

/** Text, rows and times as a terminal shows them. These files know nothing of Kubernetes, so `components` may use them. */
const terminalText = [
  'age',
  'blocks',
  'column-widths',
  'graphemes',
  'sanitize',
  'sparkline',
  'text-width',
  'time-scale',
  'wrap',
].map((name) => `src/presentation/${name}.ts`);

const facts = ['src/mesh', 'src/snapshot'];
const diagnosis = ['src/diagnosis', ...facts];
const shown = ['src/presentation', 'src/i18n', ...diagnosis];
const sources = ['src/cluster', 'src/log-scan', 'src/errors'];

/**
 * A folder or file, and the folders and files that it may import besides itself. The row with the longest path that
 * fits a file is the file's row, so that a file can have a row of its own.
 */
export const layers: Readonly<Record<string, readonly string[]>> = {
  'src/boot.ts': ['src/cli.ts'],
  'src/cli.ts': ['src/cli', 'src/i18n', 'src/errors', 'package.json'],
  'src/cli': ['src/wizard', 'src/report', 'steps', 'src/demo', ...shown, ...sources],
  'src/wizard': ['components', 'src/report', 'steps', ...shown, 'src/errors'],
  components: terminalText,
  'src/report': ['steps', ...shown, 'src/errors'],
  steps: shown,
  'src/presentation': ['src/i18n', ...diagnosis],
  ...Object.fromEntries(terminalText.map((file) => [file, terminalText])),
  'src/i18n': [...diagnosis, 'src/errors'],
  'src/diagnosis': facts,
  'src/cluster': [...facts, 'src/log-scan', 'src/errors'],
  'src/mesh': ['src/snapshot'],
  'src/log-scan': ['src/snapshot'],
  'src/demo': [],
  'src/snapshot': [],
  'src/errors': [],
};

/** Folders outside the program. They may import all of it, and none of it imports them. */
export const tools: readonly string[] = ['bench', 'scripts', 'test'];

/** Who may import Ink, React and `.tsx` files, and be one: the rest is pure, or does I/O. */
export const drawing: readonly string[] = ['components', 'src/wizard', 'src/cli/wizard.ts', ...tools];

/** What does not keep to the above yet. An entry that is no longer needed fails the test. */
export const notYet: {
  /** Imports against the table or against `drawing`, as `importer → imported`. */
  readonly imports: readonly string[];
  /** Files that import themselves through others. */
  readonly circles: readonly string[];
} = {
  imports: [],
  circles: [],
};
