import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { filesInCircles, type Import, importsOf, sourceFiles } from '../../scripts/imports.ts';
import { drawing, layers, notYet, tools } from '../../scripts/layers.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = sourceFiles(root, ['src', 'steps', 'components', ...tools]);
const imports = importsOf(root, files);

const isIn = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);
const isInSome = (path: string, places: readonly string[]): boolean =>
  places.some((place) => isIn(path, place));

/** The row of a file: the longest path that fits. */
function rowOf(file: string, rows: readonly string[] = Object.keys(layers)): string | undefined {
  return rows.filter((row) => isIn(file, row)).toSorted((a, b) => b.length - a.length)[0];
}

const isPackage = (to: string): boolean =>
  !isInSome(to, ['src', 'steps', 'components', ...tools, 'package.json']);

/** Is an import one that the table of layers has? */
function isAllowed({ from, to }: Import): boolean {
  if (isInSome(from, tools) || isPackage(to)) return true;
  const row = rowOf(from);
  return row !== undefined && isInSome(to, [row, ...(layers[row] ?? [])]);
}

const draws = (to: string): boolean => to.endsWith('.tsx') || isInSome(to, ['ink', 'react']);

function offending(all: readonly Import[]): readonly string[] {
  return all
    .filter((item) => !isAllowed(item) || (draws(item.to) && !isInSome(item.from, drawing)))
    .map(({ from, to }) => `${from} → ${to}`);
}

describe('the imports of the tree, types included', () => {
  test('keep to the table of layers and to those who draw, but for what is listed', () => {
    expect(imports.length).toBeGreaterThan(2000);
    expect(offending(imports).toSorted()).toEqual(notYet.imports.toSorted());
  });

  test('make no circle between files, but for those that are listed', () => {
    expect(filesInCircles(imports)).toEqual(notYet.circles.toSorted());
  });

  test('are all of files that a row of the table has', () => {
    expect(files.filter((file) => !isInSome(file, tools) && rowOf(file) === undefined)).toEqual([]);
    expect(files.filter((file) => draws(file) && !isInSome(file, drawing))).toEqual([]);
  });
});

describe('the table of layers', () => {
  test('goes one way only', () => {
    const rows = Object.entries(layers).flatMap(([from, all]) =>
      all.map((to) => ({ from, to: rowOf(to) ?? to })).filter(({ to }) => to !== from),
    );
    const inside = ({ from, to }: Import): boolean =>
      isIn(from, 'src/presentation') && isIn(to, 'src/presentation');
    expect(filesInCircles(rows.filter((row) => !inside(row)))).toEqual([]);
  });

  test.each([
    ['src/diagnosis/a.ts', 'src/cluster/b.ts'],
    ['src/diagnosis/a.ts', 'steps/health/b.ts'],
    ['components/a.tsx', 'steps/health/b.ts'],
    ['components/a.tsx', 'src/presentation/finding.ts'],
    ['src/presentation/wrap.ts', 'src/presentation/finding.ts'],
    ['src/wizard/a.ts', 'src/demo/b.ts'],
    ['src/cluster/a.ts', 'test/support/b.ts'],
    ['steps/health/a.ts', 'ink'],
    ['src/report/a.ts', 'react/jsx-runtime'],
    ['src/cli/check.ts', 'src/wizard/app.tsx'],
  ])('has no %s → %s', (from, to) => {
    expect(offending([{ from, to }])).toEqual([`${from} → ${to}`]);
  });

  test.each([
    ['src/report/a.ts', 'steps/health/b.ts'],
    ['src/presentation/finding.ts', 'src/presentation/wrap.ts'],
    ['test/support/a.ts', 'src/demo/b.ts'],
    ['src/wizard/a.ts', 'ink'],
  ])('has %s → %s', (from, to) => {
    expect(offending([{ from, to }])).toEqual([]);
  });
});

test('a circle is found through types, re-exports and imports that come later', () => {
  const circle = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
    { from: 'c', to: 'a' },
    { from: 'd', to: 'a' },
  ];
  expect(filesInCircles(circle)).toEqual(['a', 'b', 'c']);
  const own = importsOf(root, ['src/boot.ts', 'src/cli/session.ts']).map(({ to }) => to);
  expect(own).toContain('src/cli.ts');
  expect(own).toContain('src/cluster/live-log.ts');
  expect(own).toContain('src/wizard/ports/ports.ts');
});
