import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchBefore, matchesOf, matchFrom, matchNumber, needleOf, rangesOf } from '#wizard/search.ts';
import type { Searchable } from '#wizard/searchable.ts';

function textsToSearch(texts: readonly string[], source: object = texts): Searchable & { asked: number } {
  const searchable = {
    asked: 0,
    source,
    count: texts.length,
    position: 0,
    textOf(index: number) {
      searchable.asked += 1;
      return texts[index] ?? '';
    },
    reveal: <S>(state: S) => state,
  };
  return searchable;
}

function found(text: string, query: string): readonly string[] {
  return rangesOf(text, needleOf(query)).map(([start, end]) => text.slice(start, end));
}

describe('a match', () => {
  test.each([
    ['small letters find all', 'Panic panic PANIC', 'panic', ['Panic', 'panic', 'PANIC']],
    ['a capital makes case count', 'Panic panic PANIC', 'Panic', ['Panic']],
    ['full-width letters are the same letters', 'ＯＳＭ osm2', 'osm', ['ＯＳＭ', 'osm']],
    ['and so are full-width letters that are typed', 'osm2', 'ｏｓｍ', ['osm']],
    ['half-width kana are the same kana', 'ﾌﾟﾛｰﾌﾞ失敗', 'プローブ', ['ﾌﾟﾛｰﾌﾞ']],
    ['and the other way round', 'プローブ失敗', 'ﾌﾟﾛｰﾌﾞ', ['プローブ']],
    ['a ligature is taken whole', 'ﬁle of ㍿', '株式', ['㍿']],
    ['signs are only signs', 'a.b (c) [d] a*b \\\\', '.b (c) [', ['.b (c) [']],
    ['matches do not overlap', 'aaaa', 'aa', ['aa', 'aa']],
    ['nothing is found by nothing', 'aaaa', '', []],
  ])('%s', (_, text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  test('is where the text is told to match, whatever letters it has', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'B', 'ｶ', 'ﾞ', 'ガ', 'ａ', '㍿', 'é', ' ', '👩‍👩‍👧'),
    });
    fc.assert(
      fc.property(letters, letters, (text, query) => {
        const ranges = rangesOf(text, needleOf(query));
        for (const [start, end] of ranges) expect(end).toBeGreaterThan(start);
        if (ranges.length > 0) expect(matchesOf(textsToSearch([text]), needleOf(query))).toEqual([0]);
      }),
    );
  });
});

describe('all matches', () => {
  const texts = ['fatal E1', 'ok', 'Fatal E2', 'fatal E1'];

  test('are those that a plain look finds, after any way of typing it', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'あ'), maxLength: 4 });
    fc.assert(
      fc.property(fc.array(letters), fc.array(letters, { minLength: 1 }), (all, queries) => {
        const searchable = textsToSearch(all);
        for (const query of queries) {
          const needle = needleOf(query);
          const plain = all.flatMap((text, index) => {
            const folded = needle.caseMatters ? text : text.toLowerCase();
            return needle.normal !== '' &&
              folded.includes(needle.caseMatters ? needle.normal : needle.normal.toLowerCase())
              ? [index]
              : [];
          });
          expect(matchesOf(searchable, needle)).toEqual(plain);
        }
      }),
    );
  });

  test('cost each text once: a longer query only looks at what matched', () => {
    const searchable = textsToSearch(texts);
    matchesOf(searchable, needleOf('f'));
    expect(searchable.asked).toBe(4);
    expect(matchesOf(searchable, needleOf('fatal'))).toEqual([0, 2, 3]);
    expect(matchesOf(searchable, needleOf('ok'))).toEqual([1]);
    expect(searchable.asked).toBe(4);
  });

  test('are looked for in parts where there are parts, and only in those that are new', () => {
    const [first, second] = [textsToSearch(texts), textsToSearch(['fatal E3', 'ok'])];
    const whole = (parts: readonly (Searchable & { from: number })[]): Searchable => ({
      ...textsToSearch(
        parts.flatMap((part) => Array.from({ length: part.count }, (_, at) => part.textOf(at))),
      ),
      parts: () => parts,
    });
    const one = whole([Object.assign(first, { from: 0 })]);
    expect(matchesOf(one, needleOf('fatal'))).toEqual([0, 2, 3]);
    const asked = first.asked;
    const two = whole([Object.assign(first, { from: 0 }), Object.assign(second, { from: 5 })]);
    const askedByWhole = first.asked;
    expect(matchesOf(two, needleOf('fatal'))).toEqual([0, 2, 3, 5]);
    expect(first.asked - askedByWhole).toBe(0);
    expect(asked).toBeGreaterThan(0);
  });

  test('grow with the texts that come in behind', () => {
    const source = {};
    expect(matchesOf(textsToSearch(texts, source), needleOf('fatal'))).toEqual([0, 2, 3]);
    const more = textsToSearch([...texts, 'info', 'fatal E3'], source);
    expect(matchesOf(more, needleOf('fatal'))).toEqual([0, 2, 3, 5]);
    expect(more.asked).toBe(2);
  });
});

describe('going from match to match', () => {
  test.each([
    ['on', matchFrom([2, 5, 9], 3), { index: 5, wrapped: false }],
    ['on from a match that counts', matchFrom([2, 5, 9], 5), { index: 5, wrapped: false }],
    ['round the end', matchFrom([2, 5, 9], 10), { index: 2, wrapped: true }],
    ['back', matchBefore([2, 5, 9], 5), { index: 2, wrapped: false }],
    ['round the start', matchBefore([2, 5, 9], 2), { index: 9, wrapped: true }],
    ['nowhere', matchFrom([], 0), undefined],
  ])('%s', (_, reached, expected) => {
    expect(reached).toEqual(expected);
  });

  test('a match has a number, what is between has none', () => {
    expect([2, 5, 9, 4].map((index) => matchNumber([2, 5, 9], index))).toEqual([1, 2, 3, 0]);
  });
});
