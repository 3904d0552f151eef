/** What bundling changes in Ink so that a key is answered sooner; each says what it saves. */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { replacing } from './replacing.ts';

const fastOutput = fileURLToPath(new URL('../components/fast-output.ts', import.meta.url));

/** The frame is put together from rows instead of cells, where it can be. */
const rowsInsteadOfCells = replacing(
  'rows-instead-of-cells',
  /node_modules\/ink\/build\/renderer\.js$/,
  { '} = output.get();': '} = fastOutput(output) ?? output.get();' },
  `import { fastOutput } from ${JSON.stringify(fastOutput)};\n`,
);

/**
 * The words of a text node are joined, cleaned and styled when something in it has changed, instead of twice for each
 * frame. Whatever changes a node tells the one that is laid out, which is where they are kept.
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

/** How wide a text is was measured for its layout already. */
const widthsMeasuredOnce = replacing(
  'widths-measured-once',
  /node_modules\/ink\/build\/render-node-to-output\.js$/,
  {
    "import widestLine from 'widest-line';": "import measureText from './measure-text.js';",
    'widestLine(text)': 'measureText(text).width',
  },
);

export const drawingPlugins: readonly Plugin[] = [rowsInsteadOfCells, ...wordsJoinedOnce, widthsMeasuredOnce];
