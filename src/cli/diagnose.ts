import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import { diagnose } from '#diagnosis/diagnose.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { StepId } from '#diagnosis/step.ts';
import { steps } from '#steps/all.ts';

/** The diagnosis with the steps of the guide. */
export function diagnoseSnapshot(snapshot: Snapshot): Diagnosis {
  return diagnose(snapshot, steps);
}

/** The facts that a step reads; refreshing the step reads these again. */
export function factsOfStep(step: StepId): readonly FactName[] {
  return [...new Set(steps[step].checks.flatMap(({ required, supporting }) => [...required, ...supporting]))];
}
