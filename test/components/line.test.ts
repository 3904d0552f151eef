import { describe, expect, test } from 'vitest';
import { cut, cutMiddle, fitLine, justify, lineText, lineWidth, plainLine, span } from '#components/line.ts';

describe('cutting', () => {
  test.each([
    ['abc', 5, 'abc'],
    ['abcdef', 4, 'abc…'],
    ['名前空間', 8, '名前空間'],
    ['名前空間', 7, '名前空…'],
    ['名前空間', 6, '名前…'],
    ['abc', 0, ''],
  ])('%s in %i columns is %s', (text, columns, shown) => {
    expect(cut(text, columns, '…')).toBe(shown);
  });

  test('a name keeps both ends', () => {
    expect(cutMiddle('osm-controller-5494bcffb6-tn5jv', 15, '…')).toBe('osm-con…6-tn5jv');
  });
});

test.each([1, 3, 7, 12, 40])('a line fits %i columns exactly', (columns) => {
  const line = [span('✘ '), span('名前空間 ', 'dim'), span('osm-system は登録済み')];
  expect(lineWidth(fitLine(line, columns, '…'))).toBe(columns);
});

test('the left text gives way to the right one', () => {
  expect(lineText(justify(plainLine('looked at everything'), plainLine(' now'), 12, '…'))).toBe(
    'looked … now',
  );
});
