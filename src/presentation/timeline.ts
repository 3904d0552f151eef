import type { TimelineEntry } from '#diagnosis/diagnosis.ts';
import { span, utc } from './age.ts';
import type { Block, Mark } from './blocks.ts';
import type { PresentationInput } from './screen-input.ts';
import { subjectLabel } from './subject.ts';

/** From here on a whole time stamp leaves room for what happened. */
const roomy = 110;

/**
 * What happened when, oldest first; an entry that spans time says how often and for how long. In a narrow terminal
 * there is a table for each day, so that a time takes eight columns.
 */
export function timelineBlocks(input: PresentationInput): readonly Block[] {
  const { diagnosis, texts, width = roomy } = input;
  const entries = diagnosis.timeline.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (entries.length === 0) return [];
  const heading: Block = { kind: 'heading', level: 2, text: texts.presentation.labels.timeline };
  if (width >= roomy) return [heading, entryTable(entries, utc, input)];
  const days = [...new Set(entries.map(({ at }) => dayOf(at)))];
  return [
    heading,
    ...days.flatMap((day): Block[] => [
      { kind: 'heading', level: 3, text: day },
      entryTable(
        entries.filter(({ at }) => dayOf(at) === day),
        timeOfDay,
        input,
      ),
    ]),
  ];
}

function entryTable(
  entries: readonly TimelineEntry[],
  timeText: (at: string) => string,
  { texts }: PresentationInput,
): Block {
  const { columns, timelineKinds } = texts.presentation;
  return {
    kind: 'table',
    columns: [columns.time, columns.what, columns.about, columns.text, columns.times],
    rows: entries.map((entry) => [
      timeText(entry.at),
      timelineKinds[entry.kind],
      subjectLabel(entry.subject),
      // A created pod is its own text.
      entry.text === entry.subject.name ? '' : entry.text,
      timesOf(entry),
    ]),
    marks: entries.map(({ kind }) => kindMark(kind)),
  };
}

function dayOf(at: string): string {
  return utc(at).slice(0, 10);
}

function timeOfDay(at: string): string {
  return utc(at).slice(11, 19);
}

function timesOf({ at, count, until }: TimelineEntry): string {
  if (count <= 1) return '';
  return until === undefined ? `x${count}` : `x${count} over ${span(at, until)}`;
}

/** Only what speaks of trouble by itself is marked; an event or a log line may be harmless. */
function kindMark(kind: TimelineEntry['kind']): Mark | undefined {
  return kind === 'probe-failure' ? 'warning' : undefined;
}

/** How much an entry speaks of trouble, wherever it is drawn. */
export type Tone = 'plain' | 'caution' | 'trouble';

/** An end with success, e.g. of an init container, is nothing to look at. */
export function toneOf({ kind, text }: TimelineEntry): Tone {
  switch (kind) {
    case 'label-change':
    case 'edit':
    case 'rollout':
    case 'pod-created':
    case 'container-start':
      return 'plain';
    case 'container-end':
      return text.startsWith('Completed') ? 'plain' : 'trouble';
    case 'event':
      return 'caution';
    case 'probe-failure':
    case 'log':
      return 'trouble';
    default:
      return kind satisfies never;
  }
}
