import type { CauseParamsOf, CauseRule } from '#diagnosis/cause-rule.ts';
import type { Catalogue } from '#diagnosis/diagnose.ts';
import type { FindingDefinition, ParamsOf } from '#diagnosis/finding-definition.ts';
import type { CauseCode, FindingCode } from '#diagnosis/registry.ts';
import type { StepId } from '#diagnosis/step.ts';
import type { LogsDetail } from './error-logs/rows.ts';
import type { logFindings } from './error-logs/findings.ts';
import { logsStep } from './error-logs/step.ts';
import type { HealthDetail } from '#steps/health/rows.ts';
import type { healthFindings } from './health/findings.ts';
import { healthStep } from './health/step.ts';
import type { EventsDetail } from '#steps/pod-events/rows.ts';
import type { eventFindings } from './pod-events/findings.ts';
import { eventsStep } from './pod-events/step.ts';
import type { SidecarDetail } from '#steps/stray-sidecar/rows.ts';
import type { sidecarFindings } from './stray-sidecar/findings.ts';
import { sidecarStep } from './stray-sidecar/step.ts';
import { causes } from './verdict/causes/all.ts';
import type { BeforeCheckParams, EffectParams, PurposeParams } from './verdict/remedy-params.ts';

/**
 * The one registry of what is looked for: the steps in the order of the walk, each with its findings and checks, and the
 * causes. The types of all codes derive from it.
 */
const steps = {
  health: healthStep,
  'stray-sidecar': sidecarStep,
  'pod-events': eventsStep,
  'error-logs': logsStep,
} satisfies Catalogue['steps'];

/** The entry of each finding, with the step that reports it, in the order of the walk. */
const findings = new Map(
  Object.values(steps).flatMap(({ id: step, findings: own }) =>
    Object.entries(own).map(([code, entry]) => [code as FindingCode, { ...entry, step }] as const),
  ),
);

export const catalogue: Catalogue = {
  steps,
  causes: Object.entries(causes).map(([code, entry]) => ({ ...entry, code }) as unknown as CauseRule),
};

const causesByCode = new Map(catalogue.causes.map((rule) => [rule.code as CauseCode, rule]));

export const findingCodes: readonly FindingCode[] = [...findings.keys()];
export const causeCodes: readonly CauseCode[] = [...causesByCode]
  .toSorted(([, a], [, b]) => Number(a.id > b.id) - Number(a.id < b.id))
  .map(([code]) => code);

/** What is fixed about a finding. */
export function findingDefinition(code: FindingCode): FindingDefinition & { readonly step: StepId } {
  return findings.get(code)!;
}

/** The row of a cause. */
export function causeDefinition(code: CauseCode): CauseRule {
  return causesByCode.get(code)!;
}

type Findings = typeof healthFindings & typeof sidecarFindings & typeof eventFindings & typeof logFindings;
type StepChecks = (typeof steps)[keyof typeof steps]['checks'][number];

declare module '#diagnosis/registry.ts' {
  interface FindingParams extends ParamsOf<Findings> {}
  interface CauseParams extends CauseParamsOf<typeof causes> {}
  interface Checks extends Record<StepChecks['id'], true> {}
  interface StepDetails {
    health: HealthDetail;
    'stray-sidecar': SidecarDetail;
    'pod-events': EventsDetail;
    'error-logs': LogsDetail;
  }
  interface RemedyPurposes extends PurposeParams {}
  interface CommandEffects extends EffectParams {}
  interface BeforeChecks extends BeforeCheckParams {}
}
