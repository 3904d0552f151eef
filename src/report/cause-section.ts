import type { Block } from '#presentation/blocks.ts';
import { causeBlocks, causeItem } from '#presentation/cause.ts';
import { findingItem } from '#presentation/finding.ts';
import { keptCauses, keptFindings } from '#presentation/left-out.ts';
import { rootCauses, unexplainedFindings } from '#presentation/related.ts';
import type { PresentationInput } from '#presentation/screen-input.ts';

/** Each root cause with its remedy and effects, then what no cause explains. */
export function causesBlocks(input: PresentationInput): readonly Block[] {
  const { diagnosis, texts } = input;
  const all = rootCauses(diagnosis.causes);
  const roots = keptCauses(all, input.leftOut);
  const unexplained = keptFindings(unexplainedFindings(diagnosis), input.leftOut);
  return [
    ...(all.length === 0 ? [noCause(input)] : []),
    // A section that is left out leaves its id behind: the reader knows that there is more.
    ...all.filter((root) => !roots.includes(root)).map((root) => causeItem(root, input)),
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
function noCause({ diagnosis, texts: { report } }: PresentationInput): Block {
  const { soFar, status } = diagnosis.verdict;
  const text = soFar || status === 'not-checked' ? report.noCauseInPart : report.noCause;
  return { kind: 'paragraph', text };
}

/** A report has no key to press. */
function outOfWizard(block: Block, { texts }: PresentationInput): Block {
  return block.kind === 'paragraph' && block.text === texts.presentation.labels.fixThenCheck
    ? { ...block, text: texts.report.mendThenCheck }
    : block;
}
