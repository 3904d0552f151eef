/**
 * Writes the documents that follow from the catalogues: `npm run docs`. With `--check` nothing is written; the status
 * is 1 when a file on disk is not what would be written.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { generatedDocuments } from './docs/all.ts';

const isCheck = process.argv.includes('--check');
const stale: string[] = [];
for (const [file, text] of Object.entries(generatedDocuments())) {
  const path = new URL(`../${file}`, import.meta.url);
  const onDisk = await readFile(path, 'utf8').catch(() => undefined);
  if (onDisk === text) continue;
  stale.push(file);
  if (!isCheck) await writeFile(path, text);
}
if (isCheck && stale.length > 0) {
  process.stderr.write(`Not current: ${stale.join(', ')}. Run: npm run docs\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(
    stale.length === 0 ? 'All documents are current.\n' : `Written: ${stale.join(', ')}\n`,
  );
}
