import type { Texts } from '#i18n/texts.ts';
import type { SearchTarget } from '../search/searched.ts';
import type { TimelineLayout } from './layout.ts';
import { type TimeRange, rangeOfCell } from './scale.ts';
import { searchedWords } from './words.ts';

/** The entries, in the order they happened. */
export function timelineSearchTarget(
  { axis, cell, data, selected }: TimelineLayout,
  texts: Texts,
): SearchTarget {
  const { moments } = data;
  const words = searchedWords(data, texts);
  return {
    count: moments.length,
    source: words,
    textOf: (index) => words[index] ?? '',
    position: selected === undefined ? nextAfter(rangeOfCell(axis, cell)) - 0.5 : moments.indexOf(selected),
  };

  function nextAfter({ to }: TimeRange): number {
    const next = moments.findIndex(({ from }) => from > to);
    return next < 0 ? moments.length : next;
  }
}
