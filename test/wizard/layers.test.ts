import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Folders of src/wizard: each imports only those before it, types included (docs/architecture.md). '' is its root. */
const order = [
  'ports',
  'keys',
  'text-field',
  'search',
  'log',
  'timeline',
  'picker',
  'export',
  'state',
  'layout',
  'reduce',
  'view',
  'store',
  'effects',
  'terminal',
  'app',
  'screen-reader',
  '',
];

const root = new URL('../../src/wizard/', import.meta.url).pathname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/u.test(file),
);

/** Files of the wizard that a file imports, from the root of the wizard. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import\() ?'(\.[^']+)'/gu)].map(([, name = '']) =>
    path.join(path.dirname(file), name),
  );
}

function placeOf(file: string): number {
  const folder = path.dirname(file);
  return order.indexOf(folder === '.' ? '' : folder);
}

test('every folder of the wizard has its place in the order', () => {
  expect(files.filter((file) => placeOf(file) < 0)).toEqual([]);
  expect(order.filter((_, place) => !files.some((file) => placeOf(file) === place))).toEqual([]);
});

test('imports between folders of the wizard go one way', () => {
  const upward = files.flatMap((file) =>
    importsOf(file)
      .filter((other) => placeOf(other) > placeOf(file))
      .map((other) => `${file} -> ${other}`),
  );
  expect(upward).toEqual([]);
});

test('the drawing is imported by the root alone', () => {
  const drawing = files.filter((file) =>
    importsOf(file).some((other) => other.endsWith('.tsx') && !file.endsWith('.tsx')),
  );
  expect(drawing).toEqual([]);
});
