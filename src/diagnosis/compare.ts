import type { FactName } from '#mesh/mesh-facts.ts';
import type { CoverageRow, Diagnosis, MeshDiagnosis, Verdict } from './diagnosis.ts';
import type { Finding } from './finding.ts';
import { type StepId, stepIds } from './step.ts';

/** How a finding stands against the run before. */
export type FindingChange =
  | 'still'
  | 'new'
  /** Its facts are those of the run before. */
  | 'not-read-again'
  /** The run before could not look. */
  | 'not-checked-before';

/** A finding of the run before that is not there any more. */
export interface GoneFinding {
  readonly step: StepId;
  readonly finding: Finding;
}

/** One mesh against the run before. */
export interface MeshChanges {
  /** When the run before was read, RFC 3339, and what it came to. */
  readonly before: { readonly readAt: string; readonly verdict: Verdict };
  /** By the key of the finding. */
  readonly marks: ReadonlyMap<string, FindingChange>;
  /** Looked for again and not found. */
  readonly fixed: readonly GoneFinding[];
  /** Not found, but nobody could look: nothing is known of them. */
  readonly notCheckedAgain: readonly GoneFinding[];
}

/** By the namespace of the control plane: there is one mesh in each. */
export type Changes = ReadonlyMap<string, MeshChanges>;

/**
 * Compares two diagnoses of one cluster, mesh by mesh. Pure. While the second is still being read, only what is
 * certain already is called fixed.
 */
export function compareDiagnoses(before: Diagnosis, now: Diagnosis): Changes {
  return new Map(
    now.meshes.flatMap((mesh) => {
      const earlier = before.meshes.find(({ mesh: { namespace } }) => namespace === mesh.mesh.namespace);
      return earlier === undefined
        ? []
        : [[mesh.mesh.namespace, compareMeshes(earlier, mesh, before.readAt)] as const];
    }),
  );
}

function compareMeshes(before: MeshDiagnosis, now: MeshDiagnosis, readAt: string): MeshChanges {
  const earlier = findingsOf(before);
  const later = findingsOf(now);
  const known = new Set(earlier.map(({ finding }) => finding.key));
  const seen = new Set(later.map(({ finding }) => finding.key));
  const heirs = heirsOf(
    earlier.filter(({ finding }) => !seen.has(finding.key)),
    later.filter(({ finding }) => !known.has(finding.key)),
    before,
    now,
  );
  const inherited = new Set(heirs.values());
  const gone = earlier.filter(({ finding }) => {
    const key = finding.key;
    return !seen.has(key) && !heirs.has(key);
  });
  return {
    before: { readAt, verdict: before.verdict },
    marks: new Map(later.map(({ finding, step }) => [finding.key, changeOf(step, finding)])),
    fixed: distinct(gone.filter((one) => hasLooked(now, one, before))),
    notCheckedAgain: distinct(gone.filter((one) => !hasLooked(now, one, before))),
  };

  function changeOf(step: StepId, finding: Finding): FindingChange {
    const key = finding.key;
    if (known.has(key) || inherited.has(key)) return isKept(finding, now) ? 'not-read-again' : 'still';
    return hasLooked(before, { finding, step }, now) ? 'new' : 'not-checked-before';
  }
}

function findingsOf(mesh: MeshDiagnosis): readonly GoneFinding[] {
  return stepIds.flatMap((step) => mesh.steps[step].findings.map((finding) => ({ step, finding })));
}

/**
 * A pod that was replaced has another name, and may have the same trouble: then nothing was fixed and nothing is new.
 * Old keys to new ones, one to one, and only from a pod that is gone to one that was not there before.
 */
function heirsOf(
  gone: readonly GoneFinding[],
  fresh: readonly GoneFinding[],
  before: MeshDiagnosis,
  now: MeshDiagnosis,
): ReadonlyMap<string, string> {
  const podsBefore = podsOf(before);
  const podsNow = podsOf(now);
  const open = fresh.filter(({ finding }) => isOfNewPod(finding, podsBefore));
  const heirs = new Map<string, string>();
  for (const { finding } of gone) {
    if (!isOfNewPod(finding, podsNow)) continue;
    const at = open.findIndex((other) => other.finding.workloadKey === finding.workloadKey);
    const [heir] = at < 0 ? [] : open.splice(at, 1);
    if (heir !== undefined) heirs.set(finding.key, heir.finding.key);
  }
  return heirs;
}

function isOfNewPod({ subject }: Finding, known: ReadonlySet<string>): boolean {
  return subject.kind === 'Pod' && subject.workload !== undefined && !known.has(subject.name);
}

function podsOf({ pods }: MeshDiagnosis): ReadonlySet<string> {
  return new Set(pods);
}

/** Whether one run made the checks that saw a finding in the `other`, with every fact that it rested on there. */
function hasLooked(run: MeshDiagnosis, { finding, step }: GoneFinding, other: MeshDiagnosis): boolean {
  const key = finding.key;
  const saw = new Set(
    other.steps[step].checks.filter(({ found }) => found.includes(key)).map(({ id }) => id),
  );
  const checks = run.steps[step].checks.filter(({ id }) => saw.has(id));
  const isMade = checks.every(
    ({ gaps, status }) => gaps.length === 0 && (status === 'passed' || status === 'found'),
  );
  if (checks.length === 0 || !isMade) return false;
  return rowsOf(finding, run).every(({ state }) => state === 'read' || state === 'absent');
}

function isKept(finding: Finding, now: MeshDiagnosis): boolean {
  const rows = rowsOf(finding, now).filter(({ observed }) => 'at' in observed);
  return rows.length > 0 && rows.every(({ kept }) => kept !== undefined);
}

/** What was asked to see it; of logs and probes, those of its own pod. */
function rowsOf({ evidence, subject }: Finding, { coverage }: MeshDiagnosis): readonly CoverageRow[] {
  const facts = new Set(evidence.map(({ fact }) => fact as FactName));
  return coverage.filter(
    ({ fact, key }) =>
      facts.has(fact) && (key === undefined || subject.kind !== 'Pod' || key.startsWith(`${subject.name}/`)),
  );
}

function distinct(gone: readonly GoneFinding[]): readonly GoneFinding[] {
  return [...new Map(gone.map((one) => [one.finding.key, one])).values()];
}
