import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textsOf } from '#steps/all-texts.ts';
import { formatOfFile } from '#report/formats.ts';
import { render } from '#report/render.ts';
import { saveReport } from '#report/save.ts';
import { sampleRun } from './sample.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
});
afterAll(() => rm(folder, { recursive: true }));

const order = { diagnosis: sampleRun(), texts: textsOf('en'), language: 'en', overwrite: false } as const;

test.each([
  ['a.md', 'markdown'],
  ['a.MARKDOWN', 'markdown'],
  ['a.html', 'html'],
  ['b/a.htm', 'html'],
  ['a.json', 'json'],
  ['a.txt', 'text'],
  ['report', 'markdown'],
  ['a.pdf', 'markdown'],
] as const)('%s is written as %s', (file, format) => {
  expect(formatOfFile(file)).toBe(format);
});

test('writes what the extension says, for its owner only', async () => {
  const file = join(folder, 'a.html');
  expect(await saveReport({ ...order, file })).toBe('html');
  expect(await readFile(file, 'utf8')).toBe(render('html', order.diagnosis, order.texts, 'en'));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a text file holds everything', async () => {
  const file = join(folder, 'a.txt');
  await saveReport({ ...order, file });
  expect(await readFile(file, 'utf8')).toContain('SMI SUPPORTED');
});

test('leaves a file that is there, unless told otherwise', async () => {
  const file = join(folder, 'kept.md');
  await writeFile(file, 'mine');
  await expect(saveReport({ ...order, file })).rejects.toMatchObject({
    problem: { kind: 'report-exists', file },
  });
  expect(await readFile(file, 'utf8')).toBe('mine');
  await saveReport({ ...order, file, overwrite: true });
  expect(await readFile(file, 'utf8')).toMatch(/^# /u);
});
