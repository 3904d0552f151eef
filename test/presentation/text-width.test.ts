import { expect, test } from 'vitest';
import { pad } from '#presentation/text-width.ts';

test('padding counts columns, not characters', () => {
  expect(pad('名前', 6)).toBe('名前  ');
  expect(pad('osm', 5)).toBe('osm  ');
});

test('a text that is wider than the columns stays as it is', () => {
  expect(pad('osm-controller', 3)).toBe('osm-controller');
});
