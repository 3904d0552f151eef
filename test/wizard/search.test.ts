import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookOn, matchesOf } from '#wizard/search/matches.ts';
import { type Needle, needleOf, rangesOf } from '#wizard/search/needle.ts';
import type { SearchTarget, SearchedTexts } from '#wizard/search/searched.ts';

/** The same cases in every run. */
const seed = 20_261_123;

function textsToSearch(texts: readonly string[], source: object = texts): SearchTarget & { asked: number } {
  const searchable = {
    asked: 0,
    source,
    count: texts.length,
    position: 0,
    textOf(index: number) {
      searchable.asked += 1;
      return texts[index] ?? '';
    },
  };
  return searchable;
}

/** All matches, in one turn where the texts are few. */
function allMatches(searchable: SearchedTexts, needle: Needle): readonly number[] {
  while (!matchesOf(searchable, needle).isWhole) lookOn(searchable, needle);
  const { count, next, numberOf } = matchesOf(searchable, needle);
  const indices: number[] = [];
  for (let from = 0; indices.length < count; from = (indices.at(-1) ?? 0) + 1)
    indices.push(next(from)!.index);
  expect(indices.map(numberOf)).toEqual(indices.map((_, place) => place + 1));
  return indices;
}

/** Looked through already: every other text is `x`, as the numbers say. */
function matchesAt(indices: readonly number[]): ReturnType<typeof matchesOf> {
  const texts = textsToSearch(Array.from({ length: 12 }, (_, at) => (indices.includes(at) ? 'x' : '')));
  allMatches(texts, needleOf('x'));
  return matchesOf(texts, needleOf('x'));
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
        if (ranges.length > 0) expect(allMatches(textsToSearch([text]), needleOf(query))).toEqual([0]);
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
          expect(allMatches(searchable, needle)).toEqual(plain);
        }
      }),
    );
  });

  test('cost each text once: a longer query only looks at what matched', () => {
    const searchable = textsToSearch(texts);
    allMatches(searchable, needleOf('f'));
    expect(searchable.asked).toBe(4);
    expect(allMatches(searchable, needleOf('fatal'))).toEqual([0, 2, 3]);
    expect(allMatches(searchable, needleOf('ok'))).toEqual([1]);
    expect(searchable.asked).toBe(4);
  });

  test('are looked for in parts where there are parts, and only in those that are new', () => {
    const [first, second] = [textsToSearch(texts), textsToSearch(['fatal E3', 'ok'])];
    const whole = (parts: readonly (SearchTarget & { from: number })[]): SearchTarget => ({
      ...textsToSearch(
        parts.flatMap((part) => Array.from({ length: part.count }, (_, at) => part.textOf(at))),
      ),
      parts: () => parts,
    });
    const one = whole([Object.assign(first, { from: 0 })]);
    expect(allMatches(one, needleOf('fatal'))).toEqual([0, 2, 3]);
    const asked = first.asked;
    const two = whole([Object.assign(first, { from: 0 }), Object.assign(second, { from: 5 })]);
    const askedByWhole = first.asked;
    expect(allMatches(two, needleOf('fatal'))).toEqual([0, 2, 3, 5]);
    expect(first.asked - askedByWhole).toBe(0);
    expect(asked).toBeGreaterThan(0);
  });

  test('grow with the texts that come in behind', () => {
    const source = {};
    expect(allMatches(textsToSearch(texts, source), needleOf('fatal'))).toEqual([0, 2, 3]);
    const more = textsToSearch([...texts, 'info', 'fatal E3'], source);
    expect(allMatches(more, needleOf('fatal'))).toEqual([0, 2, 3, 5]);
    expect(more.asked).toBe(2);
  });
});

describe('going from match to match', () => {
  const at = matchesAt([2, 5, 9]);

  test.each([
    ['on', at.next(3), { index: 5, wrapped: false }],
    ['on from a match that counts', at.next(5), { index: 5, wrapped: false }],
    ['on from between two', at.next(4.5), { index: 5, wrapped: false }],
    ['round the end', at.next(10), { index: 2, wrapped: true }],
    ['back', at.previous(5), { index: 2, wrapped: false }],
    ['round the start', at.previous(2), { index: 9, wrapped: true }],
    ['nowhere', matchesAt([]).next(0), undefined],
  ])('%s', (_, reached, expected) => {
    expect(reached).toEqual(expected);
  });

  test('a match has a number, what is between has none', () => {
    expect([2, 5, 9, 4, 4.5].map((index) => at.numberOf(index))).toEqual([1, 2, 3, 0, 0]);
  });
});

describe('a search that takes several turns', () => {
  const long = Array.from({ length: 100_000 }, (_, index) => `line ${index} of a log that goes on and on`);
  const turnsOf = (texts: SearchedTexts, needle: Needle): number => {
    for (let turns = 0; ; turns += 1) {
      if (matchesOf(texts, needle).isWhole) return turns;
      lookOn(texts, needle);
    }
  };

  test('says what was found so far, and goes nowhere that is not sure', () => {
    const texts = textsToSearch(long, {});
    const needle = needleOf('9 of');
    lookOn(texts, needle);
    const some = matchesOf(texts, needle);
    expect(some.isWhole).toBe(false);
    expect(some.count).toBeGreaterThan(100);
    expect(some.count).toBeLessThan(10_000);
    expect(some.next(10)).toEqual({ index: 19, wrapped: false });
    expect(some.next(99_000)).toBeUndefined();
    expect(some.previous(10)).toEqual({ index: 9, wrapped: false });
    expect(some.previous(5)).toBeUndefined();
    expect(some.previous(99_000)).toBeUndefined();
    expect(turnsOf(texts, needle)).toBeGreaterThan(2);
    expect(matchesOf(texts, needle)).toMatchObject({ count: 10_000, isWhole: true });
    expect(matchesOf(texts, needle).previous(5)).toEqual({ index: 99_999, wrapped: true });
  });

  test('is left off for other words, and what it found narrows those that hold its own', () => {
    const texts = textsToSearch(long, {});
    lookOn(texts, needleOf('9 of'));
    const { asked } = texts;
    expect(turnsOf(texts, needleOf('999 of'))).toBeGreaterThan(0);
    expect(matchesOf(texts, needleOf('999 of')).count).toBe(100);
    expect(texts.asked).toBe(100_000);
    expect(asked).toBeLessThan(100_000);
    expect(turnsOf(texts, needleOf('nothing'))).toBeGreaterThan(2);
    expect(matchesOf(texts, needleOf('nothing')).count).toBe(0);
  });

  test('finds what a plain look finds, wherever it is left off', () => {
    const part = (from: number, count: number) =>
      long.slice(from, from + count).map((text, at) => (at % 7 ? text : 'A b'));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('9', '99', '99 O', 'a', 'A', 'log', 'A b', 'LOG'), fc.nat(4)), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.nat(30_000),
        (steps, from) => {
          const own = part(from, 40_000);
          const texts = textsToSearch(own);
          for (const [query, turns] of steps)
            for (let turn = 0; turn < turns; turn += 1) lookOn(texts, needleOf(query));
          const needle = needleOf(steps.at(-1)?.[0] ?? '');
          turnsOf(texts, needle);
          expect(matchesOf(texts, needle).count).toBe(own.filter((text) => needle.pattern.test(text)).length);
        },
      ),
      { numRuns: 20, seed },
    );
  });
});
