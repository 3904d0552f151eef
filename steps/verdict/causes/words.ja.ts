import type { Subject } from '#diagnosis/subject.ts';
import { listed } from '#i18n/ja/words.ts';

/** The workload of a subject where it has one, else its own name; one replica of several by its Pod's name. */
export function nameOf(subject: Subject): string {
  return subject.kind === 'Pod' ? `Pod ${subject.name}` : (subject.workload ?? subject.name);
}

/** `osm-controller、osm-injector`, or `コントロールプレーン`. */
export function workloadsOf(workloads: readonly string[]): string {
  return workloads.length === 0 ? 'コントロールプレーン' : listed(workloads);
}

/** The container, or the workload where no container is known. */
export function processOf(container: string, subject: Subject): string {
  if (container === '') return `「${nameOf(subject)}」`;
  return subject.kind === 'Pod' ? `「${container}」（Pod ${subject.name}）` : `「${container}」`;
}
