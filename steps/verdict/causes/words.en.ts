import type { Subject } from '#diagnosis/subject.ts';
import { list } from '#i18n/en/words.ts';

/** The workload of a subject where it has one, else its own name; one replica of several by its Pod's name. */
export function nameOf(subject: Subject): string {
  return subject.kind === 'Pod' ? `Pod ${subject.name}` : (subject.workload ?? subject.name);
}

/** `osm-controller and osm-injector`, or `the control plane`. */
export function workloadsOf(workloads: readonly string[]): string {
  return workloads.length === 0 ? 'the control plane' : list(workloads);
}

/** The container, or the workload where no container is known. */
export function processOf(container: string, subject: Subject): string {
  if (container === '') return nameOf(subject);
  return subject.kind === 'Pod' ? `"${container}" in Pod ${subject.name}` : `"${container}"`;
}

export function codesOf(errorCodes: readonly string[]): string {
  return errorCodes.length === 0 ? '' : ` (${list(errorCodes)})`;
}
