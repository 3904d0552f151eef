import type { StepDefinition } from '#diagnosis/check.ts';
import type { StepId } from '#diagnosis/step.ts';
import { logsStep } from './error-logs/facts.ts';
import { healthStep } from './health/facts.ts';
import { eventsStep } from './pod-events/facts.ts';
import { sidecarStep } from './stray-sidecar/facts.ts';

/** The steps that diagnose, by id, in the order of the walk. */
export const steps: { readonly [S in StepId]: StepDefinition<S> } = {
  health: healthStep,
  'stray-sidecar': sidecarStep,
  'pod-events': eventsStep,
  'error-logs': logsStep,
};
