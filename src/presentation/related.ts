import type { Cause } from '#diagnosis/cause.ts';
import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { Finding } from '#diagnosis/finding.ts';
import { stepIds } from '#diagnosis/step.ts';

/** Every finding of a mesh, in the order of the walk. */
export function allFindings(diagnosis: MeshDiagnosis): readonly Finding[] {
  return stepIds.flatMap((step) => diagnosis.steps[step].findings);
}

/** The causes that nothing else brings about, in the order of the diagnosis: the first is the headline. */
export function rootCauses(causes: readonly Cause[]): readonly Cause[] {
  return causes.filter((cause) => rootOf(cause, causes) === cause);
}

/** The start of the chain that leads to a cause; the cause itself when it is a root. */
export function rootOf(cause: Cause, causes: readonly Cause[]): Cause {
  const seen = new Set<Cause>();
  let root = cause;
  while (root.effectOf !== undefined && !seen.has(root)) {
    seen.add(root);
    const parent = causes.find((candidate) => candidate.key === root.effectOf);
    if (parent === undefined) return root;
    root = parent;
  }
  return root;
}

/** The causes that a root brings about, directly or through others. */
export function causedBy(root: Cause, causes: readonly Cause[]): readonly Cause[] {
  return causes.filter((cause) => cause !== root && rootOf(cause, causes) === root);
}

/** The cause that rests on a finding, else the one that the finding is an effect of. */
export function causeOf(finding: Finding, causes: readonly Cause[]): Cause | undefined {
  const known = byFinding.get(causes) ?? indexed(causes);
  byFinding.set(causes, known);
  return known.get(finding.key);
}

/** Every row of a list asks: the causes of a diagnosis are gone through once. */
const byFinding = new WeakMap<readonly Cause[], ReadonlyMap<string, Cause>>();

function indexed(causes: readonly Cause[]): ReadonlyMap<string, Cause> {
  const found = new Map<string, Cause>();
  for (const relation of ['requires', 'supports', 'effects'] as const) {
    for (const cause of causes) {
      for (const finding of cause[relation]) {
        const key = finding.key;
        if (!found.has(key)) found.set(key, cause);
      }
    }
  }
  return found;
}

/** Findings above info that no cause explains. */
export function unexplainedFindings(diagnosis: MeshDiagnosis): readonly Finding[] {
  return allFindings(diagnosis).filter(
    (finding) => finding.severity !== 'info' && causeOf(finding, diagnosis.causes) === undefined,
  );
}
