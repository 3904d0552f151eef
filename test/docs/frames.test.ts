import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { drawn, framesIn, picturedDocuments } from '../e2e/robot/document-frames.ts';

const documents = await Promise.all(
  picturedDocuments.map(async (file) => ({
    file,
    frames: framesIn(await readFile(new URL(`../../${file}`, import.meta.url), 'utf8')),
  })),
);

describe.concurrent.each(documents)('$file', ({ frames }) => {
  test.each(frames)('"$head" is what the program shows today', { timeout: 90_000 }, async (frame) => {
    const picture = await drawn(frame);
    expect(picture, 'run: npm run build && npm run docs:frames').toBe(frame.text);
  });
});

test('every document has pictures, and both guides have the same', () => {
  const [readme, english, japanese] = documents.map(({ frames }) =>
    frames.map(({ head }) => head.replace(/^(?:en|ja) /u, '')),
  );
  expect(readme?.length).toBeGreaterThan(0);
  expect(english?.length).toBeGreaterThan(3);
  expect(japanese).toEqual(english);
});
