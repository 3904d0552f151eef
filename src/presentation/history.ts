import type { VerdictStatus } from '#diagnosis/diagnosis.ts';
import type { Language, Texts } from '#i18n/texts.ts';
import { utc } from './age.ts';
import type { Block, Mark } from './blocks.ts';

/** What one reading of the session came to. Readings in a row that came to the same are one entry. */
export interface HistoryEntry {
  /** RFC 3339; `until` is the last of several. */
  readonly at: string;
  readonly until: string;
  readonly readings: number;
  /** The kubeconfig context, where there is one. */
  readonly context?: string;
  readonly status: VerdictStatus;
  readonly mark: Mark;
  readonly findings: number;
  /** Against the reading before. */
  readonly fixed: number;
  readonly fresh: number;
  /** In every language, since a diagnosis is too large to keep for the sentence alone. */
  readonly headline: Readonly<Record<Language, string>>;
}

/** The verdicts of one session, the oldest first. */
export interface History {
  readonly entries: readonly HistoryEntry[];
  /** Readings that were left out at the start. */
  readonly dropped: number;
}

export const noHistory: History = { entries: [], dropped: 0 };

/** More changes of the verdict than anybody looks through. */
const mostEntries = 100;

/** The history with one more reading. */
export function withReading(history: History, reading: Omit<HistoryEntry, 'until' | 'readings'>): History {
  const { dropped, entries } = history;
  const last = entries.at(-1);
  if (last !== undefined && isSame(last, reading)) {
    const longer = { ...last, until: reading.at, readings: last.readings + 1 };
    return { dropped, entries: [...entries.slice(0, -1), longer] };
  }
  const all = [...entries, { ...reading, until: reading.at, readings: 1 }];
  const [oldest] = all;
  if (all.length <= mostEntries || oldest === undefined) return { dropped, entries: all };
  return { dropped: dropped + oldest.readings, entries: all.slice(1) };
}

function isSame(last: HistoryEntry, reading: Omit<HistoryEntry, 'until' | 'readings'>): boolean {
  return (
    reading.fixed === 0 &&
    reading.fresh === 0 &&
    last.status === reading.status &&
    last.context === reading.context &&
    last.findings === reading.findings &&
    last.headline.en === reading.headline.en
  );
}

/** A table of the verdicts; empty while there is only one reading. */
export function historyBlocks(
  { dropped, entries }: History,
  texts: Texts,
  language: Language,
): readonly Block[] {
  const [first] = entries;
  if (first === undefined || (entries.length === 1 && first.readings === 1)) return [];
  const { columns, dropped: droppedText, until } = texts.runs.history;
  const isMixed = entries.some(({ context }) => context !== first.context);
  return [
    {
      kind: 'table',
      columns: [
        columns.time,
        ...(isMixed ? [columns.context] : []),
        columns.verdict,
        columns.findings,
        columns.fixed,
        columns.fresh,
        columns.headline,
      ],
      rows: entries.map((entry) => [
        entry.readings === 1 ? utc(entry.at) : until(utc(entry.at), utc(entry.until), entry.readings),
        ...(isMixed ? [entry.context ?? '-'] : []),
        texts.presentation.verdicts[entry.status],
        `${entry.findings}`,
        `${entry.fixed}`,
        `${entry.fresh}`,
        entry.headline[language],
      ]),
      marks: entries.map(({ mark }) => mark),
    },
    ...(dropped === 0 ? [] : [{ kind: 'paragraph', text: droppedText(dropped), tone: 'dim' } as const]),
  ];
}
