import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import { utc } from '#presentation/age.ts';
import type { Block } from '#presentation/blocks.ts';
import { type History, historyBlocks } from '#presentation/history.ts';
import type { Language, Texts } from '#i18n/texts.ts';
import type { ReportSection } from './report-document.ts';

/** The verdicts of the session; nothing for a single reading. */
export function historySection(
  history: History | undefined,
  texts: Texts,
  language: Language,
): readonly ReportSection[] {
  const blocks = history === undefined ? [] : historyBlocks(history, texts, language);
  return blocks.length === 0 ? [] : [{ id: 'history', level: 2, title: texts.runs.history.title, blocks }];
}

/** For programs: the sentence in the language of the report, all else as it is. */
export function historyJson({ dropped, entries }: History, language: Language): object {
  return {
    dropped,
    readings: entries.map((entry) => ({ ...entry, mark: undefined, headline: entry.headline[language] })),
  };
}

/** Says that some of the facts are older than the report. */
export function keptBlocks({ meshes }: Diagnosis, texts: Texts): readonly Block[] {
  const kept = meshes.flatMap(({ coverage }) => coverage.flatMap((row) => row.kept ?? []));
  const [oldest] = kept.toSorted();
  return oldest === undefined
    ? []
    : [{ kind: 'item', mark: 'unknown', text: texts.runs.keptFacts(kept.length, utc(oldest)) }];
}
