import type { Finding } from './finding.ts';
import type { Subject } from './subject.ts';
import type { FindingCode } from './registry.ts';

/** How near two subjects must be for one to bear on the other. All findings of a diagnosis share their mesh. */
export type Relation = 'pod' | 'workload' | 'namespace' | 'mesh';

/** A pattern over findings: what a cause requires, what speaks for it or against it, what it explains. */
export interface FindingPattern {
  readonly codes: readonly FindingCode[];
  readonly relation: Relation;
  readonly matches: (finding: Finding) => boolean;
}

/** A pattern on one or several finding codes; `where` narrows it by their typed params. */
export function pattern<C extends FindingCode>(
  codes: C | readonly C[],
  relation: Relation,
  where: (finding: Finding<C>) => boolean = () => true,
): FindingPattern {
  const list: readonly FindingCode[] = typeof codes === 'string' ? [codes] : codes;
  return {
    codes: list,
    relation,
    // The compiler cannot follow a union through a list of its tags.
    matches: (finding) => list.includes(finding.code) && where(finding as Finding<C>),
  };
}

/** Narrows findings to a code. */
export function ofCode<C extends FindingCode>(findings: readonly Finding[], code: C): readonly Finding<C>[] {
  return findings.filter((finding) => finding.code === code) as readonly Finding[] as readonly Finding<C>[];
}

/**
 * Does `b` stand in that relation to `a`? A subject that has no workload of its own is its own workload; what depends on a
 * workload is related to it, and the workload is not related to what depends on it.
 */
export function related(a: Subject, b: Subject, relation: Relation): boolean {
  switch (relation) {
    case 'pod':
      return a.kind === b.kind && a.name === b.name && a.namespace === b.namespace;
    case 'workload':
      return workloadOf(a) === workloadOf(b) || workloadOf(a) === b.dependsOn;
    case 'namespace':
      return namespaceOf(a) === namespaceOf(b);
    case 'mesh':
      return a.mesh === b.mesh;
    default:
      return relation satisfies never;
  }
}

/** The workload a subject belongs to, e.g. `osm-controller`. */
export function workloadOf(subject: Subject): string {
  return subject.workload ?? subject.name;
}

function namespaceOf(subject: Subject): string {
  return subject.kind === 'Namespace' ? subject.name : (subject.namespace ?? '');
}
