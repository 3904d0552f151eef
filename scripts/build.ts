/** Bundles the program into dist/, so that what is published has no run-time dependencies. */
import { readFile, rm } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';

/**
 * yoga-layout loads its WebAssembly through fetch('data:…') where there is a fetch, and that boots Node's whole
 * HTTP client (60–100 ms of CPU before the first frame). Told that there is none, it decodes the same bytes itself.
 */
const yogaWithoutFetch: Plugin = {
  name: 'yoga-without-fetch',
  setup(builder) {
    builder.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const parts = source.split('"function"!=typeof fetch');
      if (parts.length !== 3) {
        throw new Error(
          `yoga-layout changed: expected 2 tests for fetch, found ${parts.length - 1} in ${path}`,
        );
      }
      return { contents: parts.join('true'), loader: 'js' };
    });
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

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: { cli: 'src/boot.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  chunkNames: 'chunks/[name]-[hash]',
  define: { 'process.env.NODE_ENV': '"production"' },
  // Some dependencies are CommonJS and ask for Node's modules by require.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  metafile: true,
  plugins: [yogaWithoutFetch, noDeveloperTools],
  logLevel: 'warning',
});
