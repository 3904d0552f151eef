import type { Subject } from '#diagnosis/subject.ts';

/** What something is about, in a few characters: a pod by its name alone, everything else as `Kind/name`. */
export function subjectLabel(subject: Subject): string {
  return subject.kind === 'Pod' ? subject.name : `${subject.kind}/${subject.name}`;
}

/** The same with what is needed to find it: `Pod/osm-system/osm-controller-x (osm-controller)`. */
export function subjectPath(subject: Subject): string {
  // A namespace is its own place.
  const isPlaced = subject.namespace !== undefined && subject.kind !== 'Namespace';
  const place = isPlaced ? `${subject.namespace}/` : '';
  const container = subject.container === undefined ? '' : ` (${subject.container})`;
  return `${subject.kind}/${place}${subject.name}${container}`;
}
