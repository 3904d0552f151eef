import type { Texts } from '#i18n/texts.ts';
import type { SearchedPlace } from '../search/searched.ts';
import type { TimelineLayout } from './layout.ts';
import { type Stretch, stretchOf } from './scale.ts';
import { searchedWords } from './words.ts';

/** The entries, in the order they happened. */
export function searchedTimeline(
  { axis, cell, happened, selected }: TimelineLayout,
  texts: Texts,
): SearchedPlace {
  const { moments } = happened;
  const words = searchedWords(happened, texts);
  return {
    count: moments.length,
    source: words,
    textOf: (index) => words[index] ?? '',
    position: selected === undefined ? nextAfter(stretchOf(axis, cell)) - 0.5 : moments.indexOf(selected),
  };

  function nextAfter({ to }: Stretch): number {
    const next = moments.findIndex(({ from }) => from > to);
    return next < 0 ? moments.length : next;
  }
}
