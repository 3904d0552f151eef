/** Bundles the program into dist/, so that what is published has no run-time dependencies. */
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { startUpPlugins } from './start-up-plugins.ts';

const outdir = process.argv[2] ?? 'dist';
await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: { cli: 'src/boot.ts' },
  outdir,
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
  plugins: [...startUpPlugins],
  logLevel: 'warning',
});
