/** Changes to packages while bundling that make the start faster; each says what it saves. */
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { replacing } from './replacing.ts';

const importGraphemes = `import { graphemes, hasOnlyPlainGraphemes, isPlainGrapheme } from ${JSON.stringify(
  fileURLToPath(new URL('../src/presentation/graphemes.ts', import.meta.url)),
)};\n`;

/**
 * Makes yoga-layout decode its WebAssembly itself. It would use fetch('data:…'), which loads Node's whole HTTP client:
 * 60–100 ms of CPU before the first frame.
 */
const yogaWithoutFetch = replacing(
  'yoga-without-fetch',
  /yoga-wasm-base64-esm\.js$/,
  { '"function"!=typeof fetch': 'true' },
  '',
  2,
);

/** Replaces the `Intl.Segmenter` that each of these packages creates at import, 8 ms each (see graphemes.ts). */
const quickGraphemes = [
  [
    /node_modules\/slice-ansi\/tokenize-ansi\.js$/,
    "new Intl.Segmenter(undefined, {granularity: 'grapheme'})",
  ],
  [/node_modules\/wrap-ansi\/index\.js$/, 'new Intl.Segmenter()'],
  [/ansi-tokenize\/build\/tokenize\.js$/, 'new Intl.Segmenter(undefined, { granularity: "grapheme" })'],
  [
    /node_modules\/ink\/build\/line-update\.js$/,
    "new Intl.Segmenter(undefined, { granularity: 'grapheme' })",
  ],
].map(([filter, part]) =>
  replacing('quick-graphemes', filter as RegExp, { [part as string]: 'graphemes' }, importGraphemes),
);

/**
 * Makes string-width compile its regular expression of emoji sequences on first use: it takes 25 ms, and only graphemes
 * that are not plain need it. A text of plain graphemes is not segmented at all.
 */
const quickWidths = replacing(
  'quick-widths',
  /node_modules\/string-width\/index\.js$/,
  {
    'new Intl.Segmenter()': 'graphemes',
    'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;': 'let rgiEmojiRegex;',
    'rgiEmojiRegex.test(segment)': "(rgiEmojiRegex ??= new RegExp('^\\\\p{RGI_Emoji}$', 'v')).test(segment)",
    'const eastAsianWidthOptions = {ambiguousAsWide: !ambiguousIsNarrow};': `
      const eastAsianWidthOptions = {ambiguousAsWide: !ambiguousIsNarrow};
      if (hasOnlyPlainGraphemes(string)) {
        for (let index = 0; index < string.length; index += 1) {
          width += eastAsianWidth(string.charCodeAt(index), eastAsianWidthOptions);
        }
        return width;
      }`,
    'const visibleSegment = baseVisible(segment);': `
      if (isPlainGrapheme(segment)) {
        width += eastAsianWidth(segment.codePointAt(0), eastAsianWidthOptions);
        continue;
      }
      const visibleSegment = baseVisible(segment);`,
  },
  importGraphemes,
);

/**
 * Imports Node's own modules by `require`. An import statement lists all exports of such a module first, and so runs
 * every getter among them (fs loads its streams, util its decoders, process opens the standard streams): 13 ms of CPU
 * for `--version`. Of the exports below only those that are imported stay in the bundle.
 */
const requireBuiltins: Plugin = {
  name: 'require-builtins',
  setup(builder) {
    const names = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
    builder.onResolve({ filter: /^(?:node:)?[a-z_]+(?:\/[a-z]+)?$/ }, ({ path, kind, importer }) =>
      // src/boot.ts imports node:module before anything else of the program is loaded.
      kind === 'import-statement' && names.has(path) && path !== 'node:module'
        ? // A copy for each file that imports it: shared ones would become a chunk each.
          { path, namespace: 'builtin', suffix: `?${importer}` }
        : undefined,
    );
    builder.onLoad({ filter: /.*/, namespace: 'builtin' }, async ({ path }) => {
      const exported = Object.keys((await import(path)) as object).filter(
        (name) => name !== 'default' && /^[A-Za-z_$][\w$]*$/.test(name),
      );
      const lines = exported.map(
        (name) => `const $${name} = /* @__PURE__ */ get('${name}'); export { $${name} as ${name} };`,
      );
      return {
        contents: [
          `const builtin = require(${JSON.stringify(path)});`,
          'const get = (name) => builtin[name];',
          'export default builtin;',
          ...lines,
        ].join('\n'),
        loader: 'js',
      };
    });
  },
};

/**
 * Keeps the modules of the command line in one chunk. esbuild would split them by which other parts use them: seven
 * files for `--version` instead of three, which is 4 ms of CPU. Every other module imports the command line, which is
 * loaded first in any case.
 */
const commandLineInOnePiece: Plugin = {
  name: 'command-line-in-one-piece',
  setup(builder) {
    if (!Object.values(builder.initialOptions.entryPoints ?? {}).includes('src/boot.ts')) return;
    const commandLine = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
    const first = new Set([commandLine, fileURLToPath(new URL('../src/boot.ts', import.meta.url))]);
    builder.onLoad({ filter: /\.tsx?$/ }, async ({ path }) =>
      first.has(path)
        ? undefined
        : {
            contents: `import ${JSON.stringify(commandLine)}; ${await readFile(path, 'utf8')}`,
            loader: path.endsWith('.tsx') ? 'tsx' : 'ts',
          },
    );
  },
};

/** commander and Ink import `node:child_process` and never use it here: loading it takes 5 ms of CPU, `--version` included. */
const childProcessWhenAsked: Plugin = {
  name: 'child-process-when-asked',
  setup(builder) {
    builder.onResolve({ filter: /^node:child_process$/ }, ({ kind, importer }) =>
      kind === 'import-statement' && /node_modules\/(?:commander|terminal-size)\//.test(importer)
        ? { path: 'child_process', namespace: 'when-asked' }
        : undefined,
    );
    builder.onLoad({ filter: /.*/, namespace: 'when-asked' }, () => ({
      contents: `
        export const execFileSync = (...all) => require('node:child_process').execFileSync(...all);
        export default { spawn: (...all) => require('node:child_process').spawn(...all) };`,
      loader: 'js',
    }));
  },
};

/**
 * Takes only the two connection pools of undici that the transport and client-node use; its fetch, web sockets, caches and
 * mocks take 20 ms to load. client-node imports fetch for API classes that are not used here.
 */
const undiciPools: Plugin = {
  name: 'undici-pools',
  setup(builder) {
    builder.onResolve({ filter: /^undici$/ }, () => ({ path: 'pools', namespace: 'undici-pools' }));
    builder.onLoad({ filter: /.*/, namespace: 'undici-pools' }, () => ({
      contents: `
        const Dispatcher = require('undici/lib/dispatcher/dispatcher.js');
        Object.assign(Dispatcher.prototype, require('undici/lib/api/index.js'));
        export const Agent = require('undici/lib/dispatcher/agent.js');
        export const ProxyAgent = require('undici/lib/dispatcher/proxy-agent.js');
        export const fetch = (...all) => globalThis.fetch(...all);`,
      loader: 'js',
      resolveDir: process.cwd(),
    }));
  },
};

/**
 * The configuration of client-node imports two names from an index of all API classes and models, which esbuild cannot
 * leave out: 5.7 MB and 200 ms to load. From their own files they come with 0.3 MB and 80 ms.
 */
const clientNodeWithoutModels = replacing(
  'client-node-without-models',
  /@kubernetes\/client-node\/dist\/config\.js$/,
  {
    "import { createConfiguration, ServerConfiguration, } from './gen/index.js';": `
      import { createConfiguration } from './gen/configuration.js';
      import { ServerConfiguration } from './gen/servers.js';`,
  },
);

/** Keeps only the English messages of zod, of about fifty languages: the user sees the texts of src/i18n instead. */
const zodInEnglish: Plugin = {
  name: 'zod-in-english',
  setup(builder) {
    builder.onLoad({ filter: /node_modules\/zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    }));
  },
};

/** Leaves out the React developer tools, which Ink imports only when DEV is set. */
const noDeveloperTools: Plugin = {
  name: 'no-developer-tools',
  setup(builder) {
    builder.onResolve({ filter: /^react-devtools-core$/ }, () => ({ path: 'none', namespace: 'empty' }));
    builder.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({
      contents: 'export default {}',
      loader: 'js',
    }));
  },
};

export const startUpPlugins: readonly Plugin[] = [
  yogaWithoutFetch,
  ...quickGraphemes,
  quickWidths,
  clientNodeWithoutModels,
  commandLineInOnePiece,
  childProcessWhenAsked,
  requireBuiltins,
  undiciPools,
  zodInEnglish,
  noDeveloperTools,
];
