/** Changes to Ink while bundling that make the response to a key faster; each says what it saves. */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { replacing } from './replacing.ts';

const fastOutput = fileURLToPath(new URL('../components/fast-output.ts', import.meta.url));

/** Composes the frame from rows instead of cells where possible. */
const rowsInsteadOfCells = replacing(
  'rows-instead-of-cells',
  /node_modules\/ink\/build\/renderer\.js$/,
  { '} = output.get();': '} = fastOutput(output) ?? output.get();' },
  `import { fastOutput } from ${JSON.stringify(fastOutput)};\n`,
);

/**
 * Joins, sanitizes and styles the text of a node only after a change, instead of twice for each frame. The text is kept in
 * the node that has a layout; a change of a child resets it.
 */
const wordsJoinedOnce = [
  replacing('words-joined-once', /node_modules\/ink\/build\/squash-text-nodes\.js$/, {
    'const squashTextNodes = (node) => {':
      'const squashTextNodes = (node) => (node.squashedText ??= squashAnew(node));\nconst squashAnew = (node) => {',
  }),
  replacing('words-joined-once', /node_modules\/ink\/build\/dom\.js$/, {
    'const markNodeAsDirty = (node) => {': `const markNodeAsDirty = (node) => {
      for (let each = node; each; each = each.parentNode) {
        each.squashedText = undefined;
        if (each.yogaNode) break;
      }`,
  }),
];

/** Takes the width of a text from its layout instead of measuring it again. */
const widthsMeasuredOnce = replacing(
  'widths-measured-once',
  /node_modules\/ink\/build\/render-node-to-output\.js$/,
  {
    "import widestLine from 'widest-line';": "import measureText from './measure-text.js';",
    'widestLine(text)': 'measureText(text).width',
  },
);

export const drawingPlugins: readonly Plugin[] = [rowsInsteadOfCells, ...wordsJoinedOnce, widthsMeasuredOnce];
