import type { CheckResult } from '#diagnosis/check.ts';
import { type Finding, type StepId, stepIds } from '#diagnosis/finding.ts';
import type { Block } from '#document/blocks.ts';
import { causeBlocks, causeItem } from '#document/cause.ts';
import { coverageBlocks, notCheckedBlocks } from '#document/coverage.ts';
import { evidenceBlocks, findingHeader, findingItem } from '#document/finding.ts';
import { guideCommands } from '#document/guide.ts';
import { stepMark } from '#document/marks.ts';
import { allChecks, awaitedFacts, lostFacts } from '#document/missing.ts';
import { causeOf, rootCauses, rootOf, unexplainedFindings } from '#document/related.ts';
import { findingNext } from '#document/say.ts';
import type { DocumentInput } from '#document/screen-input.ts';
import { stepTables } from '#document/tables.ts';
import { timelineBlocks } from '#document/timeline.ts';
import type { ReportSection } from './report-document.ts';

/** The sections of one mesh. `number` tells the meshes of a run apart, where there are several. */
export function meshSections(input: DocumentInput, number: number | undefined): readonly ReportSection[] {
  const { document, report } = input.texts;
  const level = number === undefined ? 2 : 3;
  const section = (id: string, title: string, blocks: readonly Block[]): ReportSection => ({
    id: number === undefined ? id : `${id}-${number}`,
    level,
    title,
    blocks: withoutTitle(blocks, title),
  });
  const open = notCheckedBlocks(allChecks(input.diagnosis), input);
  const timeline = timelineBlocks(input);
  const coverage = coverageBlocks(input);
  return [
    section('causes', report.sections.causes, causesBlocks(input)),
    ...stepIds.map((step, index) => ({
      ...section(step, stepTitle(step, index, input), stepBlocks(step, input)),
      mark: stepMark(input.diagnosis.steps[step].status),
    })),
    section('not-checked', document.labels.notChecked, open.length === 0 ? [nothingMissing(input)] : open),
    ...(timeline.length === 0
      ? []
      : [
          {
            ...section('timeline', document.labels.timeline, timeline),
            timeline: input.diagnosis.timeline,
          },
        ]),
    ...(coverage.length === 0 ? [] : [section('coverage', document.labels.coverage, coverage)]),
  ];
}

function nothingMissing({ diagnosis, texts: { report } }: DocumentInput): Block {
  return diagnosis.verdict.soFar
    ? { kind: 'item', mark: 'pending', text: report.soFar }
    : { kind: 'item', mark: 'ok', text: report.allChecked };
}

/** Blocks made for a screen open with a heading; where the section is named so already, it goes. */
function withoutTitle(blocks: readonly Block[], title: string): readonly Block[] {
  const [first, ...rest] = blocks;
  return first?.kind === 'heading' && first.text === title ? rest : blocks;
}

/** Each root cause with its remedy and effects, then what no cause explains. */
function causesBlocks(input: DocumentInput): readonly Block[] {
  const { diagnosis, texts } = input;
  const roots = rootCauses(diagnosis.causes);
  const unexplained = unexplainedFindings(diagnosis);
  return [
    ...(roots.length === 0 ? [noCause(input)] : []),
    ...roots.flatMap((root) => causeBlocks(root, input)).map((block) => outOfWizard(block, input)),
    ...(unexplained.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: texts.report.sections.unexplained } as const,
          ...unexplained.map((finding) => findingItem(finding, input)),
        ]),
  ];
}

/** What was not read may hide one. */
function noCause({ diagnosis, texts: { report } }: DocumentInput): Block {
  const { soFar, status } = diagnosis.verdict;
  const text = soFar || status === 'not-checked' ? report.noCauseInPart : report.noCause;
  return { kind: 'paragraph', text };
}

/** A report has no key to press. */
function outOfWizard(block: Block, { texts }: DocumentInput): Block {
  return block.kind === 'paragraph' && block.text === texts.steps.mendThenCheck
    ? { ...block, text: texts.report.mendThenCheck }
    : block;
}

function stepTitle(step: StepId, index: number, { texts }: DocumentInput): string {
  const { question, tab } = texts.steps.steps[step];
  return `${texts.report.sections.step(index, tab)}: ${question}`;
}

/** What was checked, every finding with its evidence, and the tables behind them. */
function stepBlocks(step: StepId, input: DocumentInput): readonly Block[] {
  const { checks, findings } = input.diagnosis.steps[step];
  const { sections } = input.texts.report;
  const tables = [...stepTables(step, input), ...guideCommands(step, input)];
  return [
    { kind: 'heading', level: 2, text: sections.checks },
    ...checks.map((check) => checkItem(check, input)),
    ...findings.flatMap((finding) => findingInReport(finding, input)),
    ...(tables.length === 0
      ? []
      : [{ kind: 'heading', level: 2, text: sections.seen } as const, ...tables.map(lowered)]),
  ];
}

/** What a check says: what passed, what it found things about, or what kept it from being made. */
function checkItem(check: CheckResult, { texts }: DocumentInput): Block {
  const words = texts.checks.checks[check.id];
  switch (check.status) {
    case 'passed':
      return { kind: 'item', mark: 'ok', text: words.passed(check.looked) };
    case 'found':
      return { kind: 'item', mark: 'info', text: words.question };
    case 'not-checked':
      return {
        kind: 'item',
        mark: 'unknown',
        text: texts.document.rows.notChecked(words.question, lostFacts(check, texts)),
      };
    case 'pending':
      return {
        kind: 'item',
        mark: 'pending',
        text: texts.document.rows.waiting(words.question, awaitedFacts(check, texts)),
      };
    default:
      return check.status satisfies never;
  }
}

/** A finding with its evidence; the commands stand once, with the root cause. */
function findingInReport(finding: Finding, input: DocumentInput): readonly Block[] {
  const { causes } = input.diagnosis;
  const { labels } = input.texts.document;
  const cause = causeOf(finding, causes);
  const next: readonly Block[] =
    cause === undefined
      ? [
          { kind: 'heading', level: 3, text: labels.next },
          { kind: 'paragraph', text: findingNext(finding, input.texts) },
        ]
      : [{ kind: 'heading', level: 3, text: labels.explainedBy }, causeItem(rootOf(cause, causes), input)];
  return [...findingHeader(finding, input), ...evidenceBlocks(finding, input), ...next];
}

/** Tables stand under one heading, whatever level they have on a screen. */
function lowered(block: Block): Block {
  return block.kind === 'heading' ? { ...block, level: 3 } : block;
}
