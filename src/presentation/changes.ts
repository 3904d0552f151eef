import type { FindingChange, GoneFinding, MeshChanges } from '#diagnosis/compare.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { StepId } from '#diagnosis/step.ts';
import type { ChangeCounts } from '#i18n/types/runs.ts';
import { utc } from './age.ts';
import type { Block, ListRow } from './blocks.ts';
import { evidenceBlocks, evidenceText, findingHeader } from './finding.ts';
import { findingTitle } from './message-lookup.ts';
import type { PresentationInput } from './screen-input.ts';
import { subjectLabel } from './subject.ts';

/** The word before a finding that says how it stands against the run before; absent without one. */
export function changeTag(
  finding: Finding,
  { changes, texts }: PresentationInput,
): { readonly tag?: string } {
  const change = changes?.marks.get(finding.key);
  return change === undefined ? {} : { tag: texts.runs.changes[change] };
}

/**
 * What the run before saw and this one does not, as rows for the end of a list: fixed, or, once the reading has
 * ended, not checked again. Of all steps when none is named.
 */
export function goneRows(input: PresentationInput, step?: StepId): readonly ListRow[] {
  const { changes, diagnosis, texts } = input;
  if (changes === undefined) return [];
  const ofStep = (gone: readonly GoneFinding[]) =>
    step === undefined ? gone : gone.filter((one) => one.step === step);
  return [
    ...ofStep(changes.fixed).map((gone) =>
      goneRow(gone, input, {
        mark: 'ok',
        tag: texts.runs.fixed,
        why: [
          texts.runs.fixedDetail(utc(changes.before.readAt)),
          ...(isFleeting(gone.finding) ? [texts.runs.fixedByMedium] : []),
        ],
      }),
    ),
    ...(diagnosis.verdict.soFar ? [] : ofStep(changes.notCheckedAgain)).map((gone) =>
      goneRow(gone, input, {
        mark: 'unknown',
        tag: texts.runs.notCheckedAgain,
        why: [texts.runs.notCheckedAgainDetail(utc(changes.before.readAt))],
      }),
    ),
  ];
}

function goneRow(
  { finding }: GoneFinding,
  input: PresentationInput,
  {
    mark,
    tag,
    why,
  }: { readonly mark: 'ok' | 'unknown'; readonly tag: string; readonly why: readonly string[] },
): ListRow {
  return {
    // The row that the finding had: whoever looked at it sees what became of it.
    key: finding.key,
    mark,
    tag,
    id: finding.id,
    subject: subjectLabel(finding.subject),
    text: findingTitle(finding, input.texts),
    detail: () => [
      { kind: 'item', mark, text: tag },
      ...why.map((text): Block => ({ kind: 'paragraph', text })),
      ...findingHeader(finding, input),
      ...evidenceBlocks(finding, input),
    ],
    commands: [],
    evidence: evidenceText(finding),
  };
}

/** Known from events or logs alone. */
function isFleeting({ evidence }: Finding): boolean {
  return evidence.length > 0 && evidence.every(({ fact }) => fact === 'events' || fact === 'logs');
}

/** How many findings stand how against the run before. */
export function changeCounts({ fixed, marks, notCheckedAgain }: MeshChanges): ChangeCounts {
  const all = [...marks.values()];
  const of = (...changes: readonly FindingChange[]): number =>
    all.filter((change) => changes.includes(change)).length;
  return {
    fixed: fixed.length,
    still: of('still'),
    fresh: of('new', 'not-checked-before'),
    notAgain: notCheckedAgain.length + of('not-read-again'),
  };
}

/** What changed against the run before, in one sentence; nothing without one, or before the reading has ended. */
export function changeBlocks({ changes, diagnosis, texts }: PresentationInput): readonly Block[] {
  if (changes === undefined || diagnosis.verdict.soFar) return [];
  const { verdicts } = texts.presentation;
  const text = texts.runs.sentence(changeCounts(changes), utc(changes.before.readAt), [
    verdicts[changes.before.verdict.status],
    verdicts[diagnosis.verdict.status],
  ]);
  return [{ kind: 'paragraph', text, tone: 'strong' }];
}
