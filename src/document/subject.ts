import type { Subject } from '#diagnosis/finding.ts';

/** What something is about, in a few characters: a pod by its name alone, everything else as `Kind/name`. */
export function subjectLabel(subject: Subject): string {
  return subject.kind === 'Pod' ? subject.name : `${subject.kind}/${subject.name}`;
}

/** The same with what is needed to find it: `Pod/osm-system/osm-controller-x (osm-controller)`. */
export function subjectPath(subject: Subject): string {
  const place = subject.namespace === undefined ? '' : `${subject.namespace}/`;
  const container = subject.container === undefined ? '' : ` (${subject.container})`;
  return `${subject.kind}/${place}${subject.name}${container}`;
}
