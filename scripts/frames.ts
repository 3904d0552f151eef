/** Updates the pictures in README.md and the guides: `npm run docs:frames`, after a build. */
import { readFile, writeFile } from 'node:fs/promises';
import { drawn, framesIn, picturedDocuments, withFrames } from '../test/e2e/robot/document-frames.ts';

for (const file of picturedDocuments) {
  const path = new URL(`../${file}`, import.meta.url);
  const before = await readFile(path, 'utf8');
  const pictures: string[] = [];
  for (const frame of framesIn(before)) pictures.push(await drawn(frame));
  const after = withFrames(before, pictures);
  if (after !== before) await writeFile(path, after);
  process.stdout.write(`${file}: ${after === before ? 'as it was' : 'drawn anew'}\n`);
}
