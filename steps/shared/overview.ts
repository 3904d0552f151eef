import type { StepId } from '#diagnosis/step.ts';
import type { Block } from '#presentation/blocks.ts';
import { noteBlocks, notCheckedBlocks } from '#presentation/coverage.ts';
import { guideCommands, staleBlocks } from '#presentation/guide.ts';
import type { PresentationInput } from '#presentation/screen-input.ts';

/**
 * What a step shows below its rows: what could not be checked, its tables, the guide's
 * commands and where they are stale, limits of the medium, and how to go on when something was found.
 */
export function stepOverview(
  step: StepId,
  input: PresentationInput,
  tables: readonly Block[],
): readonly Block[] {
  const { checks, findings } = input.diagnosis.steps[step];
  const found = findings.some(({ severity }) => severity !== 'info');
  return [
    ...notCheckedBlocks(checks, input),
    ...tables,
    ...guideCommands(step, input),
    ...staleBlocks(step, input),
    ...noteBlocks(notedRows(step, input), input.texts),
    ...(found
      ? [{ kind: 'paragraph', text: input.texts.presentation.labels.fixThenCheck, tone: 'strong' } as const]
      : []),
  ];
}

/** Only events and logs have limits of their own: both vanish with time. */
function notedRows(step: StepId, { diagnosis }: PresentationInput) {
  if (step === 'pod-events') return diagnosis.coverage.filter(({ fact }) => fact === 'events');
  if (step === 'error-logs') return diagnosis.coverage.filter(({ fact }) => fact === 'logs');
  return [];
}
