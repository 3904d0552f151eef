import { stepIds } from '#diagnosis/step.ts';
import type { Block } from '#presentation/blocks.ts';
import { coverageBlocks, notCheckedBlocks } from '#presentation/coverage.ts';
import { stepMark } from '#presentation/marks.ts';
import { allChecks } from '#presentation/missing.ts';
import { hasNoControlPlane } from '#presentation/no-control-plane.ts';
import type { PresentationInput } from '#presentation/screen-input.ts';
import { timelineBlocks } from '#presentation/timeline.ts';
import { causesBlocks } from './cause-section.ts';
import type { Detail, ReportSection } from './report-document.ts';
import { briefStepBlocks, stepBlocks, stepName } from './step-blocks.ts';

/** The sections of one mesh. `number` tells the meshes of a run apart, where there are several. */
export function meshSections(
  input: PresentationInput,
  detail: Detail,
  number: number | undefined,
): readonly ReportSection[] {
  return (detail === 'brief' ? briefSections(input) : fullSections(input)).map((section) =>
    number === undefined ? section : { ...section, id: `${section.id}-${number}`, level: 3 },
  );
}

function fullSections(input: PresentationInput): readonly ReportSection[] {
  const { diagnosis, texts } = input;
  const { presentation, report, steps } = texts;
  const open = notChecked(input);
  const timeline = timelineBlocks(input);
  const coverage = coverageBlocks(input);
  return [
    section('causes', report.sections.causes, causesBlocks(input)),
    ...stepIds.map((step) => ({
      ...section(step, `${stepName(step, input)}: ${steps[step].question}`, stepBlocks(step, input)),
      mark: stepMark(diagnosis.steps[step].status),
    })),
    section(
      'not-checked',
      presentation.labels.notChecked,
      open.length === 0 ? [nothingMissing(input)] : open,
    ),
    ...(timeline.length === 0
      ? []
      : [{ ...section('timeline', presentation.labels.timeline, timeline), timeline: diagnosis.timeline }]),
    ...(coverage.length === 0 ? [] : [section('coverage', presentation.labels.coverage, coverage)]),
  ];
}

/** Causes only where there are some: the headline has said it. */
function briefSections(input: PresentationInput): readonly ReportSection[] {
  const { diagnosis, texts } = input;
  const { presentation, report } = texts;
  const open = notChecked(input);
  // No check was made, and the headline has said why.
  if (hasNoControlPlane(diagnosis)) return [section('checks', report.sections.checks, open)];
  return [
    ...(diagnosis.causes.length === 0
      ? []
      : [section('causes', report.sections.causes, causesBlocks(input))]),
    section(
      'checks',
      report.sections.checks,
      stepIds.flatMap((step) => briefStepBlocks(step, input)),
    ),
    ...(open.length === 0 ? [] : [section('not-checked', presentation.labels.notChecked, open)]),
  ];
}

function section(id: string, title: string, blocks: readonly Block[]): ReportSection {
  return { id, level: 2, title, blocks: withoutTitle(blocks, title) };
}

function notChecked(input: PresentationInput): readonly Block[] {
  return notCheckedBlocks(allChecks(input.diagnosis), input);
}

function nothingMissing({ diagnosis, texts: { report } }: PresentationInput): Block {
  return diagnosis.verdict.soFar
    ? { kind: 'item', mark: 'pending', text: report.soFar }
    : { kind: 'item', mark: 'ok', text: report.allChecked };
}

/** Blocks made for a screen open with a heading; where the section is named so already, it goes. */
function withoutTitle(blocks: readonly Block[], title: string): readonly Block[] {
  const [first, ...rest] = blocks;
  return first?.kind === 'heading' && first.text === title ? rest : blocks;
}
