import type { StepId } from '#diagnosis/step.ts';
import type { Block } from '#presentation/blocks.ts';
import type { PresentationInput } from '#presentation/screen-input.ts';
import { logTables } from './error-logs/tables.ts';
import { healthTables } from './health/tables.ts';
import { eventTables } from './pod-events/tables.ts';
import { sidecarTables } from './stray-sidecar/tables.ts';

/** Every table of a step: what it read, in the forms that kubectl and the guide use. For screens and reports alike. */
export const stepTables: Readonly<Record<StepId, (input: PresentationInput) => readonly Block[]>> = {
  health: healthTables,
  'stray-sidecar': sidecarTables,
  'pod-events': eventTables,
  'error-logs': logTables,
};
