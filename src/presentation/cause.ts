import type { Cause } from '#diagnosis/cause.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { LabelTexts } from '#i18n/types/presentation.ts';
import { age, utc } from './age.ts';
import type { Block } from './blocks.ts';
import { findingItem, referenceBlock } from './finding.ts';
import { isCauseLeftOut } from './left-out.ts';
import { severityMark } from './marks.ts';
import { causedBy, causeOf, rootOf } from './related.ts';
import { remedyBlocks } from './remedy.ts';
import { causeExplanation, causeHeadline, findingNext } from './message-lookup.ts';
import type { PresentationInput } from './screen-input.ts';
import { subjectPath } from './subject.ts';

/**
 * A cause in full: what it is, what to run, how it works, what it rests on, and its effects folded under it.
 * `level` is that of its heading.
 */
export function causeBlocks(cause: Cause, input: PresentationInput, level: 1 | 2 = 2): readonly Block[] {
  return [
    { kind: 'heading', level, text: `${cause.id} ${causeHeadline(cause, input.texts)}` },
    ...causeBody(cause, input, level),
  ];
}

/** The same without its heading, for where the headline stands above it already. */
export function causeBody(cause: Cause, input: PresentationInput, level: 1 | 2 = 2): readonly Block[] {
  const { labels } = input.texts.presentation;
  const below = level === 1 ? 2 : 3;
  const effects = effectBlocks(cause, input);
  return [
    causeStanding(cause, input),
    { kind: 'heading', level: below, text: labels.remedy },
    ...causeRemedy(cause, input),
    { kind: 'heading', level: below, text: labels.why },
    { kind: 'paragraph', text: causeExplanation(cause, input.texts) },
    ...whenBlocks(cause, input),
    { kind: 'heading', level: below, text: labels.restsOn },
    { kind: 'paragraph', text: whySoSure(cause, input) },
    ...restsOn(cause, input),
    ...(effects.length === 0
      ? []
      : [{ kind: 'heading', level: below, text: labels.effects } as const, ...effects]),
    referenceBlock(cause.id, input),
  ];
}

/** A cause as one marked line. */
export function causeItem(cause: Cause, { leftOut, texts }: PresentationInput, note?: string): Block {
  if (isCauseLeftOut(cause, leftOut))
    return { kind: 'item', mark: 'info', text: texts.report.leftOut.item(cause.id) };
  return {
    kind: 'item',
    mark: severityMark(cause.severity),
    text: `${cause.id} ${causeHeadline(cause, texts)}`,
    ...(note === undefined ? {} : { note }),
  };
}

/**
 * What to do about a finding: the root cause that it belongs to with its commands, else the next thing to look at.
 */
export function adviceBlocks(finding: Finding, input: PresentationInput): readonly Block[] {
  const { causes } = input.diagnosis;
  const { labels, confidence } = input.texts.presentation;
  const cause = causeOf(finding, causes);
  const next: readonly Block[] = [
    { kind: 'heading', level: 3, text: labels.next },
    { kind: 'paragraph', text: findingNext(finding, input.texts) },
  ];
  if (cause === undefined) return next;
  const root = rootOf(cause, causes);
  const isEffect = root !== cause || holds(cause.effects, finding);
  return [
    { kind: 'heading', level: 3, text: isEffect ? labels.effectOf : labels.explainedBy },
    causeItem(root, input, confidence[root.confidence].name),
    ...(root === cause ? [] : [causeItem(cause, input, confidence[cause.confidence].name)]),
    { kind: 'paragraph', text: causeExplanation(root, input.texts) },
    ...(root.remedy.length === 0
      ? next
      : [
          { kind: 'heading', level: 3, text: labels.remedy } as const,
          ...remedyBlocks(root.remedy, input),
          { kind: 'paragraph', text: input.texts.presentation.labels.fixThenCheck } as const,
        ]),
  ];
}

/** The commands that mend a cause; a word on why there are none. */
function causeRemedy(cause: Cause, input: PresentationInput): readonly Block[] {
  const { texts } = input;
  if (cause.remedy.length === 0)
    return [{ kind: 'paragraph', text: texts.presentation.labels.noRemedy, tone: 'dim' }];
  return [
    ...remedyBlocks(cause.remedy, input),
    { kind: 'paragraph', text: texts.presentation.labels.fixThenCheck },
  ];
}

function causeStanding(cause: Cause, { texts }: PresentationInput): Block {
  const { confidence, severities } = texts.presentation;
  return {
    kind: 'item',
    mark: severityMark(cause.severity),
    text: `${severities[cause.severity]} · ${confidence[cause.confidence].name}`,
    note: subjectPath(cause.subject),
  };
}

function whenBlocks(cause: Cause, { now, texts }: PresentationInput): readonly Block[] {
  const { labels } = texts.presentation;
  const words = [
    cause.since === undefined ? '' : labels.since(utc(cause.since), age(cause.since, now)),
    cause.active ? '' : labels.over,
    changedBefore(cause, labels),
  ].filter((part) => part !== '');
  return words.length === 0 ? [] : [{ kind: 'paragraph', text: words.join(' '), tone: 'dim' }];
}

/** What somebody changed before it began, which may be why. */
function changedBefore({ changedBefore: edit, since }: Cause, labels: LabelTexts): string {
  if (edit === undefined || since === undefined) return '';
  const { at, fields, manager, subject } = edit;
  return labels.changedBefore(fields, `${subject.kind} ${subject.name}`, manager, utc(at), age(at, since));
}

function whySoSure(cause: Cause, { texts }: PresentationInput): string {
  const { name, why } = texts.presentation.confidence[cause.confidence];
  return `${name}: ${why(cause.requires.length, cause.supports.length, cause.contradicts.length)}`;
}

function restsOn(cause: Cause, input: PresentationInput): readonly Block[] {
  const { needed, speaksAgainst, speaksFor } = input.texts.presentation.labels;
  return [
    ...cause.requires.map((finding) => findingItem(finding, input, needed)),
    ...cause.supports.map((finding) => findingItem(finding, input, speaksFor)),
    ...cause.contradicts.map((finding) => findingItem(finding, input, speaksAgainst)),
  ];
}

function effectBlocks(cause: Cause, input: PresentationInput): readonly Block[] {
  const caused = causedBy(cause, input.diagnosis.causes);
  return [
    ...caused.map((effect) => causeItem(effect, input)),
    ...effectFindings(cause, caused).map((finding) => findingItem(finding, input)),
  ];
}

/** Findings that are there because of a cause or of what it brings about, each once. */
export function effectFindings(cause: Cause, caused: readonly Cause[]): readonly Finding[] {
  const own = new Set([...cause.requires, ...cause.supports].map(({ key }) => key));
  const effects = new Map<string, Finding>();
  for (const { effects: direct, key, requires, supports } of [cause, ...caused]) {
    const isRoot = key === cause.key;
    for (const finding of isRoot ? direct : [...requires, ...supports, ...direct]) {
      if (!own.has(finding.key)) effects.set(finding.key, finding);
    }
  }
  return [...effects.values()];
}

function holds(findings: readonly Finding[], finding: Finding): boolean {
  return findings.some((other) => other.key === finding.key);
}
