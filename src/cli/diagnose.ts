import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import { diagnose } from '#diagnosis/diagnose.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { StepId } from '#diagnosis/step.ts';
import { catalogue } from '#steps/catalogue.ts';

/** The diagnosis with the steps of the guide. */
export function diagnoseSnapshot(snapshot: Snapshot): Diagnosis {
  return diagnose(snapshot, catalogue);
}

/** The facts that a step reads; refreshing the step reads these again. */
export function factsOfStep(step: StepId): readonly FactName[] {
  const { checks } = catalogue.steps[step];
  return [...new Set(checks.flatMap(({ required, supporting }) => [...required, ...supporting]))];
}
