import { type Cause, causeKey } from '#diagnosis/cause.ts';
import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import { type Finding, findingKey } from '#diagnosis/finding.ts';
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
    const parent = causes.find((candidate) => causeKey(candidate) === root.effectOf);
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
  const key = findingKey(finding);
  const holds = (findings: readonly Finding[]) => findings.some((other) => findingKey(other) === key);
  return (
    causes.find(({ requires }) => holds(requires)) ??
    causes.find(({ supports }) => holds(supports)) ??
    causes.find(({ effects }) => holds(effects))
  );
}

/** Findings above info that no cause explains. */
export function unexplainedFindings(diagnosis: MeshDiagnosis): readonly Finding[] {
  return allFindings(diagnosis).filter(
    (finding) => finding.severity !== 'info' && causeOf(finding, diagnosis.causes) === undefined,
  );
}
