import type { Cause } from '#diagnosis/cause.ts';
import type { Diagnosis, MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { Texts } from '#i18n/texts.ts';
import { allFindings } from './related.ts';

/** A finding or a cause of one mesh that a person takes out of the report; `key` is its own. */
export interface LeftOutItem {
  readonly kind: 'finding' | 'cause';
  readonly mesh: string;
  readonly namespace: string;
  readonly key: string;
}

/** What is left out of one mesh's part of a report, as far as it is still there to be left out. */
export interface LeftOut {
  readonly findings: readonly Finding[];
  readonly causes: readonly Cause[];
}

/** Findings and causes that are no longer there, or that belong to another mesh, are not counted. */
export function leftOutOf(diagnosis: MeshDiagnosis, items: readonly LeftOutItem[]): LeftOut {
  const { name, namespace } = diagnosis.mesh;
  const own = items.filter((item) => item.mesh === name && item.namespace === namespace);
  const keys = (kind: LeftOutItem['kind']): ReadonlySet<string> =>
    new Set(own.filter((item) => item.kind === kind).map(({ key }) => key));
  const [findings, causes] = [keys('finding'), keys('cause')];
  return {
    findings: allFindings(diagnosis).filter((finding) => findings.has(finding.key)),
    causes: diagnosis.causes.filter((cause) => causes.has(cause.key)),
  };
}

/** The part that a diagnosis plays in a report, without what is left out of it. */
export function keptFindings(findings: readonly Finding[], leftOut: LeftOut | undefined): readonly Finding[] {
  return leftOut === undefined ? findings : findings.filter((finding) => !isFindingLeftOut(finding, leftOut));
}

export function keptCauses(causes: readonly Cause[], leftOut: LeftOut | undefined): readonly Cause[] {
  return leftOut === undefined ? causes : causes.filter((cause) => !isCauseLeftOut(cause, leftOut));
}

export function isFindingLeftOut(finding: Finding, leftOut: LeftOut | undefined): boolean {
  return leftOut?.findings.some((other) => other.key === finding.key) ?? false;
}

export function isCauseLeftOut(cause: Cause, leftOut: LeftOut | undefined): boolean {
  return leftOut?.causes.some((other) => other.key === cause.key) ?? false;
}

/** Ids of what is left out, each once with how often: `OED101 ×3`. */
export function leftOutIds({ causes, findings }: LeftOut): {
  readonly findings: readonly string[];
  readonly causes: readonly string[];
} {
  return {
    findings: counted(findings.map(({ id }) => id)),
    causes: counted(causes.map(({ id }) => id)),
  };
}

function counted(ids: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const id of ids.toSorted()) times.set(id, (times.get(id) ?? 0) + 1);
  return [...times].map(([id, count]) => (count === 1 ? id : `${id} ×${count}`));
}

/** What all meshes of a run go without, in one sentence; undefined when nothing is left out. */
export function leftOutSentence(
  run: Diagnosis,
  items: readonly LeftOutItem[],
  texts: Texts,
): string | undefined {
  const all = run.meshes.map((mesh) => leftOutOf(mesh, items));
  const findings = all.flatMap((one) => one.findings);
  const causes = all.flatMap((one) => one.causes);
  if (findings.length + causes.length === 0) return undefined;
  const ids = leftOutIds({ findings, causes });
  return texts.report.leftOut.sentence(
    { count: findings.length, ids: ids.findings },
    { count: causes.length, ids: ids.causes },
  );
}
