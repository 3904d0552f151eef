import { podsOfRole } from '#mesh/control-plane.ts';
import { flavourOf } from '#mesh/flavours.ts';
import { deploymentsScope, meshFacts } from '#mesh/mesh-facts.ts';
import { type MeshIdentity, roles } from '#mesh/identity.ts';
import { findMeshes, selectMeshes } from '#mesh/meshes.ts';
import type { Pod } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { causesOf } from './causes.ts';
import type { CauseRule } from './cause-rule.ts';
import type { StepDefinition } from './check.ts';
import { coverageOf } from './coverage.ts';
import { type Diagnosis, diagnosisApiVersion, type MeshDiagnosis, type Verdict } from './diagnosis.ts';
import { runStep } from './run-step.ts';
import { ruleContextOf } from './rule-context.ts';
import { timelineOf } from './timeline.ts';
import { byVerdict, verdictOf } from './verdict.ts';
import type { StepId } from './step.ts';

/** Everything that is looked for; `steps/catalogue.ts` has it. */
export interface Catalogue {
  readonly steps: { readonly [S in StepId]: StepDefinition<S> };
  readonly causes: readonly CauseRule[];
}

/**
 * From facts to a verdict. Pure: the same snapshot gives the same diagnosis, whatever the clock, and it may be
 * called on a snapshot that is still being read.
 */
export function diagnose(snapshot: Snapshot, catalogue: Catalogue): Diagnosis {
  const everyMesh = findMeshes(snapshot);
  const meshes = selectMeshes(everyMesh, snapshot.target)
    .map((mesh) => diagnoseMesh(snapshot, mesh, everyMesh, catalogue))
    .toSorted((a, b) => byVerdict(a.verdict, b.verdict));
  return {
    apiVersion: diagnosisApiVersion,
    kind: 'Diagnosis',
    readAt: snapshot.readAt,
    source: snapshot.source,
    target: snapshot.target,
    ...(snapshot.limits && { limits: snapshot.limits }),
    verdict: runVerdict(meshes),
    meshes,
  };
}

function diagnoseMesh(
  snapshot: Snapshot,
  mesh: MeshIdentity,
  meshes: readonly MeshIdentity[],
  { steps, causes }: Catalogue,
): MeshDiagnosis {
  const facts = meshFacts(snapshot, mesh.namespace);
  const input = {
    mesh,
    meshes,
    facts,
    deploymentsScope: deploymentsScope(snapshot, mesh.namespace),
    namespaces: snapshot.namespaces,
    readAt: snapshot.readAt,
  };
  const results = {
    health: runStep(steps.health, input),
    'stray-sidecar': runStep(steps['stray-sidecar'], input),
    'pod-events': runStep(steps['pod-events'], input),
    'error-logs': runStep(steps['error-logs'], input),
  };
  const all = Object.values(results);
  const findings = all.flatMap((result) => result.findings);
  const verdict = verdictOf(
    mesh,
    findings,
    all.flatMap(({ checks }) => checks),
  );
  const context = ruleContextOf({
    mesh,
    meshes,
    facts,
    findings,
    source: snapshot.source,
    backends: snapshot.namespaces,
  });
  return {
    mesh,
    verdict,
    pods: podNames(mesh, valueOf(facts.pods) ?? []),
    steps: verdict.soFar ? withoutGreen(results) : results,
    causes: causesOf(context, causes),
    coverage: coverageOf(facts, mesh.namespace, snapshot.startedAt),
    timeline: timelineOf(facts, mesh, context.edits),
  };
}

function podNames(mesh: MeshIdentity, pods: readonly Pod[]): readonly string[] {
  const own = roles.flatMap((role) => podsOfRole(pods, role, flavourOf(mesh)));
  return own.map(({ metadata }) => metadata.name);
}

/** What is still being read may change what a step means, so none is green before the reading ends (design §3). */
function withoutGreen<R extends Readonly<Record<StepId, { readonly status: string }>>>(results: R): R {
  return Object.fromEntries(
    Object.entries(results).map(([step, result]) => [
      step,
      result.status === 'clear' ? { ...result, status: 'pending' } : result,
    ]),
  ) as R;
}

/** The worst mesh speaks for the run; nothing selected is nothing checked. */
function runVerdict(meshes: readonly MeshDiagnosis[]): Verdict {
  const soFar = meshes.some(({ verdict }) => verdict.soFar);
  const worst = meshes[0]?.verdict;
  return worst === undefined ? { status: 'not-checked', soFar, exitCode: 4 } : { ...worst, soFar };
}
