import { type Finding } from '#diagnosis/finding.ts';
import { age, utc } from './age.ts';
import type { Block } from './blocks.ts';
import { sanitizeLines } from './sanitize.ts';
import { isFindingLeftOut } from './left-out.ts';
import { severityMark } from './marks.ts';
import { findingExplanation, findingTitle } from './message-lookup.ts';
import type { PresentationInput } from './screen-input.ts';
import { subjectPath } from './subject.ts';

/** Beyond this, further evidence says the same again. */
const maxQuotes = 12;

/** Title, subject and explanation. */
export function findingHeader(finding: Finding, { texts }: PresentationInput): readonly Block[] {
  const { id, severity, subject } = finding;
  return [
    { kind: 'heading', level: 2, text: `${id} ${findingTitle(finding, texts)}` },
    {
      kind: 'item',
      mark: severityMark(severity),
      text: texts.presentation.severities[severity],
      note: subjectPath(subject),
    },
    { kind: 'paragraph', text: findingExplanation(finding, texts) },
  ];
}

/** Where a finding or a cause is explained in general. */
export function referenceBlock(id: string, { texts }: PresentationInput): Block {
  return { kind: 'paragraph', text: texts.presentation.labels.reference(id), tone: 'dim' };
}

/** A finding as one marked line. */
export function findingItem(finding: Finding, { leftOut, texts }: PresentationInput, note?: string): Block {
  if (isFindingLeftOut(finding, leftOut))
    return { kind: 'item', mark: 'info', text: texts.report.leftOut.item(finding.id) };
  return {
    kind: 'item',
    mark: severityMark(finding.severity),
    text: `${finding.id} ${subjectPath(finding.subject)}: ${findingTitle(finding, texts)}`,
    ...(note === undefined ? {} : { note }),
  };
}

/** What the finding rests on, with its place and time. */
export function evidenceBlocks(finding: Finding, { now, texts }: PresentationInput): readonly Block[] {
  const { evidence: label, more } = texts.presentation.labels;
  const left = finding.evidence.length - maxQuotes;
  if (finding.evidence.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: label },
    ...finding.evidence.slice(0, maxQuotes).map(({ at, quote, time }): Block => ({
      kind: 'quote',
      source: time === undefined ? at : `${at} · ${utc(time)} (${age(time, now)})`,
      lines: sanitizeLines(quote),
    })),
    ...(left > 0 ? [{ kind: 'paragraph', text: more(left), tone: 'dim' } as const] : []),
  ];
}

/** The same as text for the clipboard: as harmless to paste as to look at. */
export function evidenceText(finding: Finding): string {
  return finding.evidence.flatMap(({ quote }) => sanitizeLines(quote)).join('\n');
}
