import { type Cause, keyOfCause } from '#diagnosis/cause.ts';
import type { CheckResult } from '#diagnosis/check.ts';
import {
  type CoverageRow,
  type Diagnosis,
  diagnosisApiVersion,
  type MeshDiagnosis,
  type StepResult,
  type Verdict,
} from '#diagnosis/diagnosis.ts';
import { type Finding, type FindingDraft, keyOfFinding, workloadKeyOfFinding } from '#diagnosis/finding.ts';
import type { Subject } from '#diagnosis/subject.ts';
import type { StepId } from '#diagnosis/step.ts';
import type {
  CauseCode,
  CauseParams,
  CheckId,
  FindingCode,
  FindingParams,
  StepDetails,
} from '#diagnosis/registry.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { ScreenInput } from '#presentation/screen-input.ts';
import { textsOf } from '#steps/all-texts.ts';
import type { Language } from '#i18n/texts.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import { causeDefinition, findingDefinition } from '#steps/catalogue.ts';
import type { Observed } from '#snapshot/observed.ts';
import { healthyDetails, pods, readAt } from './diagnosis-details.ts';

export { pods, readAt } from './diagnosis-details.ts';

const checksOf: Readonly<Record<StepId, readonly CheckId[]>> = {
  health: [
    'control-plane-found',
    'components',
    'replicas',
    'probes-now',
    'services',
    'smi-api',
    'custom-resource-definitions',
    'mesh-config',
    'webhook-configurations',
  ],
  'stray-sidecar': ['containers', 'enrolment', 'other-meshes'],
  'pod-events': ['events', 'container-states'],
  'error-logs': ['current-logs', 'previous-logs', 'log-levels'],
};

/** A pod of the control plane as a subject. */
export function podSubject(name: string = pods.controller, parts: Partial<Subject> = {}): Subject {
  return { mesh: 'osm', kind: 'Pod', namespace: 'osm-system', name, ...parts };
}

export function buildFinding<C extends FindingCode>(
  code: C,
  params: FindingParams[C],
  parts: Partial<Pick<Finding, 'severity' | 'subject' | 'evidence'>> = {},
): Finding {
  const own = { severity: 'critical', subject: podSubject(), evidence: [], ...parts };
  const draft = { code, params, ...own } as unknown as FindingDraft;
  const definition = findingDefinition(code);
  return {
    ...draft,
    id: definition.id,
    key: keyOfFinding(draft, definition),
    workloadKey: workloadKeyOfFinding(draft, definition),
  };
}

/** The finding of a sidecar that mesh osm2 injected into the controller. */
export function buildStraySidecar(parts: Partial<Pick<Finding, 'severity' | 'subject'>> = {}): Finding {
  return buildFinding(
    'stray-sidecar',
    {
      container: 'sidecar',
      image: 'flomesh/pipy:0.90.3-38',
      injector: 'osm2',
      injectorNamespace: 'osm-system-2',
      basis: 'mesh-name-env',
      marks: ['label osm-proxy-uuid'],
      enrolment: 'active',
    },
    {
      evidence: [
        {
          fact: 'pods',
          at: 'Pod/osm-system/osm-controller-5494bcffb6-tn5jv spec.containers[2].env[MESH_NAME]',
          quote: 'osm2',
          time: '2026-11-03T11:56:40Z',
        },
      ],
      ...parts,
    },
  );
}

export function buildCause<C extends CauseCode>(
  code: C,
  params: CauseParams[C],
  parts: Partial<Omit<Cause, 'code' | 'params'>> = {},
): Cause {
  const own = {
    subject: { mesh: 'osm', kind: 'Deployment', namespace: 'osm-system', name: 'osm-controller' },
    severity: 'critical',
    confidence: 'likely',
    active: true,
    requires: [],
    supports: [],
    contradicts: [],
    effects: [],
    causes: [],
    remedy: [],
    ...parts,
  };
  const { id, identity, stage } = causeDefinition(code);
  const cause = { code, params, ...own } as unknown as Cause;
  return { ...cause, id, stage, key: keyOfCause(cause, identity) };
}

export function buildRemedyStep(parts: Partial<RemedyStep> = {}): RemedyStep {
  return {
    group: 'fix',
    argv: ['osm', 'namespace', 'remove', 'osm-system', '--mesh-name', 'osm2'],
    purpose: { code: 'remove-enrolment', params: { namespace: 'osm-system', mesh: 'osm2' } },
    changes: [],
    before: [],
    ...parts,
  };
}

/** A check, passed unless said otherwise. */
export function buildCheck(id: CheckId, parts: Partial<CheckResult> = {}): CheckResult {
  return { id, status: 'passed', looked: 1, found: [], gaps: [], ...parts };
}

/** A check that could not be made because `fact` gave no answer. */
export function openCheck(
  id: CheckId,
  fact: FactName,
  observed: Exclude<Observed<unknown>, { state: 'read' | 'absent' }>,
): CheckResult {
  const status = observed.state === 'pending' ? 'pending' : 'not-checked';
  return buildCheck(id, { status, looked: 0, gaps: [{ fact, observed }] });
}

/** A step; healthy where nothing is given. `checks` replace those of the same id. */
export function buildStep<S extends StepId>(
  step: S,
  parts: Partial<Omit<StepResult<S>, 'step' | 'detail'>> & { readonly detail?: Partial<StepDetails[S]> } = {},
): StepResult<S> {
  const { checks = [], detail, findings = [], status = 'clear' } = parts;
  return {
    step,
    facts: [],
    status,
    findings,
    checks: checksOf[step].map((id) => checks.find((check) => check.id === id) ?? buildCheck(id)),
    detail: { ...healthyDetails[step], ...detail },
  };
}

export function buildCoverage(parts: Partial<CoverageRow> = {}): CoverageRow {
  const observed: Observed<unknown> = { state: 'read', value: null, at: readAt };
  return { fact: 'pods', namespace: 'osm-system', state: 'read', items: 3, observed, ...parts };
}

/** One mesh; healthy where nothing is given. */
export function buildMeshDiagnosis(
  parts: Partial<Omit<MeshDiagnosis, 'steps' | 'mesh' | 'verdict'>> & {
    readonly mesh?: Partial<MeshDiagnosis['mesh']>;
    readonly verdict?: Partial<Verdict>;
    readonly steps?: Partial<MeshDiagnosis['steps']>;
  } = {},
): MeshDiagnosis {
  const { causes = [], coverage, mesh, steps, timeline = [], verdict } = parts;
  return {
    pods: Object.values(pods),
    mesh: {
      name: 'osm',
      namespace: 'osm-system',
      flavour: 'osm-edge',
      version: '1.3.9',
      presence: 'controller',
      ...mesh,
    },
    verdict: { status: 'healthy', soFar: false, exitCode: 0, ...verdict },
    steps: {
      health: buildStep('health'),
      'stray-sidecar': buildStep('stray-sidecar'),
      'pod-events': buildStep('pod-events'),
      'error-logs': buildStep('error-logs'),
      ...steps,
    },
    causes,
    coverage: coverage ?? [
      buildCoverage(),
      buildCoverage({ fact: 'events', notes: [{ kind: 'events-expire' }] }),
    ],
    timeline,
  };
}

/** A run over these meshes, worst first; its verdict is that of the first. */
export function buildRun(
  meshes: readonly MeshDiagnosis[] = [buildMeshDiagnosis()],
  parts: Partial<Pick<Diagnosis, 'source' | 'target' | 'verdict' | 'readAt'>> = {},
): Diagnosis {
  return {
    apiVersion: diagnosisApiVersion,
    kind: 'Diagnosis',
    readAt,
    source: { kind: 'live', context: 'prod-tokyo' },
    target: {},
    verdict: meshes[0]?.verdict ?? { status: 'no-control-plane', soFar: false, exitCode: 4 },
    meshes,
    ...parts,
  };
}

/** What a screen gets: 80 columns, read just now. */
export function buildInput(diagnosis: MeshDiagnosis, parts: Partial<ScreenInput> = {}): ScreenInput {
  const language: Language = parts.language ?? 'en';
  return {
    diagnosis,
    run: buildRun([diagnosis]),
    texts: textsOf(language),
    language,
    now: readAt,
    width: 80,
    ...parts,
  };
}
