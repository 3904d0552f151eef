import type { BuildOptions } from 'esbuild';
import { drawingPlugins } from './drawing-plugins.ts';
import { startUpPlugins } from './start-up-plugins.ts';

/** How the program is bundled; `outdir` gets cli.js and its chunks. */
export function bundleOptions(outdir: string) {
  return {
    entryPoints: { cli: 'src/boot.ts' },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    chunkNames: 'chunks/[name]-[hash]',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Some dependencies are CommonJS and load Node's modules by require.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'linked',
    metafile: true,
    plugins: [...startUpPlugins, ...drawingPlugins],
    logLevel: 'warning',
  } as const satisfies BuildOptions;
}
