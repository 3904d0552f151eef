/** Bundles the program into dist/, so that what is published has no run-time dependencies. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from './bundle.ts';

const outdir = resolve(process.argv[2] ?? 'dist');
const { outputFiles } = await build({ ...bundleOptions(outdir), write: false });

// Unchanged files are not written again, so that a running program still finds the chunks that it loads later.
for (const { path, contents } of outputFiles) {
  const old = await readFile(path).catch(() => undefined);
  if (old?.equals(contents)) continue;
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  await writeFile(part, contents);
  await rename(part, path);
}

const current = new Set(outputFiles.map(({ path }) => path));
for (const entry of await readdir(outdir, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (entry.isFile() && !current.has(path) && !path.endsWith('.part')) await rm(path, { force: true });
}
