/** What bundling changes in packages so that the first frame comes sooner; each says what it saves. */
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

/** Replaces parts of one file; throws when a part is not there once, since the package then has changed. */
function replacing(name: string, filter: RegExp, parts: Readonly<Record<string, string>>, times = 1): Plugin {
  return {
    name,
    setup(builder) {
      builder.onLoad({ filter }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const [part, replacement] of Object.entries(parts)) {
          const around = contents.split(part);
          if (around.length !== times + 1) {
            throw new Error(
              `${path} changed: expected ${times} × ${JSON.stringify(part)}, found ${around.length - 1}`,
            );
          }
          contents = around.join(replacement);
        }
        return { contents, loader: 'js' };
      });
    },
  };
}

/**
 * yoga-layout loads its WebAssembly through fetch('data:…') where there is a fetch, and that boots Node's whole
 * HTTP client (60–100 ms of CPU before the first frame). Told that there is none, it decodes the same bytes itself.
 */
const yogaWithoutFetch = replacing(
  'yoga-without-fetch',
  /yoga-wasm-base64-esm\.js$/,
  { '"function"!=typeof fetch': 'true' },
  2,
);

/**
 * The width of a text: the regular expression of all emoji sequences takes 25 ms to compile, a segmenter 8 ms. Texts
 * of characters that stand for themselves (no mark joins them, none is an emoji of another width than
 * its East Asian one) need neither: Latin letters, punctuation, arrows, box drawing, signs, kana, Chinese characters.
 */
const widthsWithoutEmoji = replacing('widths-without-emoji', /node_modules\/string-width\/index\.js$/, {
  'const segmenter = new Intl.Segmenter();': `
    let segmenter;
    const simple = /^[\\x20-\\x7e\\xa1-\\xac\\xae-\\xff\\u2010-\\u2027\\u2030-\\u205e\\u2190-\\u2bff\\u3000-\\u3029\\u3030-\\u303f\\u3041-\\u3096\\u309b-\\u30ff\\u4e00-\\u9fff\\uff01-\\uff5e]*$/;
    const lazily = (source) => {
      let made;
      const regex = () => (made ??= new RegExp(source, 'v'));
      return { test: (text) => regex().test(text), [Symbol.search]: (text) => text.search(regex()) };
    };`,
  '/[^\\p{Default_Ignorable_Code_Point}\\p{Control}\\p{Format}\\p{Nonspacing_Mark}\\p{Enclosing_Mark}\\p{Surrogate}]/v;':
    "lazily('[^\\\\p{Default_Ignorable_Code_Point}\\\\p{Control}\\\\p{Format}\\\\p{Nonspacing_Mark}\\\\p{Enclosing_Mark}\\\\p{Surrogate}]');",
  '/\\p{Spacing_Mark}/v;': "lazily('\\\\p{Spacing_Mark}');",
  '/^\\p{RGI_Emoji}$/v;': "lazily('^\\\\p{RGI_Emoji}$');",
  'for (const {segment} of segmenter.segment(string)) {': `
    if (simple.test(string)) {
      for (const character of string) width += eastAsianWidth(character.codePointAt(0), eastAsianWidthOptions);
      return width;
    }
    segmenter ??= new Intl.Segmenter();
    for (const {segment} of segmenter.segment(string)) {`,
});

/**
 * An import of one of Node's own modules makes a list of all its exports first, and so runs every getter among them
 * (fs loads its streams, util its decoders, process opens the standard streams): 5 ms. A require does not, and of
 * the exports below only those that somebody imports stay in the bundle.
 */
const requireBuiltins: Plugin = {
  name: 'require-builtins',
  setup(builder) {
    const names = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
    builder.onResolve({ filter: /^(?:node:)?[a-z_]+(?:\/[a-z]+)?$/ }, ({ path, kind, importer }) =>
      kind === 'import-statement' && names.has(path)
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

/** commander and Ink could start processes, but never do here; the module that can costs 3 ms. */
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

/** Ink asks for the React developer tools only when DEV is set; they are no part of the program. */
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
  widthsWithoutEmoji,
  childProcessWhenAsked,
  requireBuiltins,
  noDeveloperTools,
];
