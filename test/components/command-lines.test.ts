import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { commandLines } from '#components/command-lines.ts';
import { textWidth } from '#presentation/text-width.ts';

test('a command that fits stays on one line', () => {
  expect(commandLines('kubectl get pods', 40)).toEqual(['kubectl get pods']);
});

test('a longer one breaks between words and stays one command for a shell', () => {
  expect(
    commandLines('kubectl --context prod -n osm-system rollout status deploy/osm-controller', 40),
  ).toEqual(['kubectl --context prod -n osm-system \\', 'rollout status deploy/osm-controller']);
});

test('it does not break inside quotes', () => {
  expect(commandLines(`kubectl patch ns x -p '{"a": {"b": null}}' --now`, 24)).toEqual([
    'kubectl patch ns x -p \\',
    `'{"a": {"b": null}}' \\`,
    '--now',
  ]);
});

test('no backslash reaches into a comment', () => {
  expect(commandLines('kubectl get pods -n osm-system # DEMO', 34)).toEqual([
    'kubectl get pods -n osm-system',
    '# DEMO',
  ]);
  expect(commandLines('kubectl get pods # all of this is made up', 20)).toEqual([
    'kubectl get pods',
    '# all of this is',
    '# made up',
  ]);
});

test('lines of whole words join to the command again and fit', () => {
  const word = fc.stringMatching(/^[a-z/=.-]{1,9}$/u);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 12, max: 80 }), (words, columns) => {
      const lines = commandLines(words.join(' '), columns);
      expect(lines.map((line) => line.replace(/ \\$/u, '')).join(' ')).toBe(words.join(' '));
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(columns);
    }),
  );
});
