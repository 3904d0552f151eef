import { span as lasting, utc } from '#presentation/age.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import { subjectLabel } from '#presentation/subject.ts';
import type { Texts } from '#i18n/texts.ts';
import type { TimelineData, Moment } from './scale.ts';

/** One entry in words. `age`: how long ago it was. */
export function momentWords({ entry }: Moment, data: TimelineData, texts: Texts, age: string): string {
  const { count, until } = entry;
  const words = texts.ui.timeline;
  const kind = texts.presentation.timelineKinds[entry.kind];
  const text = entry.text === entry.subject.name ? '' : entry.text;
  const often = count <= 1 ? '' : words.often(count, until === undefined ? '' : lasting(entry.at, until));
  const clock = clockOf(Date.parse(entry.at), data);
  return sanitizeLine(words.entry(clock, age, kind, subjectLabel(entry.subject), `${text}${often}`));
}

/** The time of day (UTC) where the day is that of the reading, which the title tells. */
export function clockOf(time: number, { whole }: TimelineData): string {
  const [at, end] = [utc(iso(time)), utc(iso(whole.to))];
  return at.slice(0, 10) === end.slice(0, 10) ? at.slice(11, 19) : at;
}

export function iso(time: number): string {
  return new Date(time).toISOString();
}

const searched = new WeakMap<TimelineData, { readonly texts: Texts; readonly words: readonly string[] }>();

/** What a search looks through: the entries without their ages, which change by themselves. */
export function searchedWords(data: TimelineData, texts: Texts): readonly string[] {
  const known = searched.get(data);
  if (known?.texts === texts) return known.words;
  const words = data.moments.map((moment) => momentWords(moment, data, texts, ''));
  searched.set(data, { texts, words });
  return words;
}
