import type { Finding } from '#diagnosis/finding.ts';
import type { StepId } from '#diagnosis/step.ts';
import type { FindingCode, FindingParams } from '#diagnosis/registry.ts';
import { runStep } from '#diagnosis/run-step.ts';
import { catalogue } from '#steps/catalogue.ts';
import type { StepResult } from '#diagnosis/diagnosis.ts';
import type { ClusterBuilder } from '../support/cluster-builder.ts';

/** Everything one step says about the first mesh of a built cluster. */
export function resultOf<S extends StepId>(step: S, cluster: ClusterBuilder): StepResult<S> {
  return runStep(catalogue.steps[step], cluster.input());
}

/** Its findings. */
export function findingsOf(step: StepId, cluster: ClusterBuilder): readonly Finding[] {
  return resultOf(step, cluster).findings;
}

/** `critical no-pods`, for each finding, worst first; benign ones are left out. */
export function told(step: StepId, cluster: ClusterBuilder): readonly string[] {
  return findingsOf(step, cluster)
    .filter(({ code }) => code !== 'log-benign')
    .map(({ severity, code }) => `${severity} ${code}`);
}

/** The params of the only finding of a code. */
export function paramsOf<C extends FindingCode>(
  step: StepId,
  code: C,
  cluster: ClusterBuilder,
): FindingParams[C] {
  const found = findingsOf(step, cluster).filter((finding) => finding.code === code);
  if (found.length !== 1) throw new Error(`${found.length} findings of ${code}`);
  return found[0]!.params as FindingParams[C];
}
