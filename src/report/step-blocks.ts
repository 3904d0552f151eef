import type { CheckResult } from '#diagnosis/check.ts';
import { type Finding } from '#diagnosis/finding.ts';
import { type StepId, stepIds } from '#diagnosis/step.ts';
import type { Block } from '#presentation/blocks.ts';
import { causeItem } from '#presentation/cause.ts';
import { sanitizeLines } from '#presentation/sanitize.ts';
import { evidenceBlocks, findingHeader, findingItem } from '#presentation/finding.ts';
import { guideCommands } from '#presentation/guide.ts';
import { isFindingLeftOut, keptFindings, leftOutIds } from '#presentation/left-out.ts';
import { awaitedFacts, lostFacts } from '#presentation/missing.ts';
import { causeOf, rootOf } from '#presentation/related.ts';
import { findingNext } from '#presentation/message-lookup.ts';
import type { PresentationInput } from '#presentation/screen-input.ts';
import { stepTables } from '#steps/tables.ts';
import { errorCodeBlocks } from '#steps/error-logs/tables.ts';
import { meshErrorOf } from './error-code.ts';

/** A panic opens with its reason; its stack is for the full report. */
const maxOwnLines = 3;

/** What was checked, every finding with its evidence, and the tables behind them. */
export function stepBlocks(step: StepId, input: PresentationInput): readonly Block[] {
  const { checks, findings } = input.diagnosis.steps[step];
  const { sections } = input.texts.report;
  const tables = [...stepTables[step](input), ...guideCommands(step, input)];
  return [
    { kind: 'heading', level: 2, text: sections.checks },
    ...checks.map((check) => checkItem(check, input)),
    ...leftOutItem(findings, input),
    ...keptFindings(findings, input.leftOut).flatMap((finding) => findingInReport(finding, input)),
    ...(tables.length === 0
      ? []
      : [{ kind: 'heading', level: 2, text: sections.seen } as const, ...tables.map(lowered)]),
  ];
}

/** The same in one line each: what was checked, and what was found. */
export function briefStepBlocks(step: StepId, input: PresentationInput): readonly Block[] {
  const { checks, findings } = input.diagnosis.steps[step];
  return [
    { kind: 'heading', level: 2, text: stepName(step, input) },
    ...keptFindings(findings, input.leftOut).flatMap((finding) => [
      findingItem(finding, input),
      ...ownWords(finding),
      ...errorMeaning(finding, input),
    ]),
    ...leftOutItem(findings, input),
    ...checks.filter(({ status }) => status !== 'found').map((check) => checkItem(check, input)),
  ];
}

/** Which findings of the step are left out, so that nobody takes what follows for everything. */
function leftOutItem(findings: readonly Finding[], { leftOut, texts }: PresentationInput): readonly Block[] {
  const gone = findings.filter((finding) => isFindingLeftOut(finding, leftOut));
  if (gone.length === 0) return [];
  const { findings: ids } = leftOutIds({ findings: gone, causes: [] });
  return [{ kind: 'item', mark: 'info', text: texts.report.leftOut.findings({ count: gone.length, ids }) }];
}

/** What an event or a log says itself is often all that a reader needs; what a field holds, the title has said. */
function ownWords({ evidence, severity }: Finding): readonly Block[] {
  const words = evidence.find(({ fact }) => fact === 'events' || fact === 'logs');
  if (words === undefined || severity === 'info') return [];
  return [{ kind: 'quote', source: '', lines: sanitizeLines(words.quote).slice(0, maxOwnLines) }];
}

/** What the mesh's error code means, in one line. */
function errorMeaning(finding: Finding, { diagnosis, texts }: PresentationInput): readonly Block[] {
  const error = meshErrorOf(finding, diagnosis, texts);
  if (error === undefined || finding.severity === 'info') return [];
  const text = `${texts.steps['error-logs'].words.labels.errorCode(error.code, error.name)}: ${error.meaning}`;
  return [{ kind: 'item', mark: 'info', text }];
}

/** `Step 1 · Sidecar`; health has no number in the guide. */
export function stepName(step: StepId, { texts }: PresentationInput): string {
  return texts.report.sections.step(stepIds.indexOf(step), texts.steps[step].tab);
}

/** What a check says: what passed, what it found things about, or what kept it from being made. */
function checkItem(check: CheckResult, { texts }: PresentationInput): Block {
  const words = texts.checks[check.id];
  switch (check.status) {
    case 'passed':
      return { kind: 'item', mark: 'ok', text: words.passed(check.looked, check.since) };
    case 'found':
      return { kind: 'item', mark: 'info', text: texts.report.seeFindings(words.question) };
    case 'not-checked':
      return {
        kind: 'item',
        mark: 'unknown',
        text: texts.presentation.rows.notChecked(words.question, lostFacts(check, texts)),
      };
    case 'pending':
      return {
        kind: 'item',
        mark: 'pending',
        text: texts.presentation.rows.waiting(words.question, awaitedFacts(check, texts)),
      };
    default:
      return check.status satisfies never;
  }
}

/** A finding with its evidence; the commands stand once, with the root cause. */
function findingInReport(finding: Finding, input: PresentationInput): readonly Block[] {
  const { causes } = input.diagnosis;
  const { labels } = input.texts.presentation;
  const cause = causeOf(finding, causes);
  const next: readonly Block[] =
    cause === undefined
      ? [
          { kind: 'heading', level: 3, text: labels.next },
          { kind: 'paragraph', text: findingNext(finding, input.texts) },
        ]
      : [{ kind: 'heading', level: 3, text: labels.explainedBy }, causeItem(rootOf(cause, causes), input)];
  const { params } = finding;
  return [
    ...findingHeader(finding, input),
    ...evidenceBlocks(finding, input),
    ...('errorCode' in params ? errorCodeBlocks(params.errorCode, input) : []),
    ...next,
  ];
}

/** Tables stand under one heading, whatever level they have on a screen. */
function lowered(block: Block): Block {
  return block.kind === 'heading' ? { ...block, level: 3 } : block;
}
