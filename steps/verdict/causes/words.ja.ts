import type { Subject } from '#diagnosis/subject.ts';
import { listed } from '#i18n/ja/words.ts';

/** The workload of a subject where it has one, else its own name. */
export function nameOf(subject: Subject): string {
  return subject.workload ?? subject.name;
}

/** `osm-controller、osm-injector`, or `コントロールプレーン`. */
export function workloadsOf(workloads: readonly string[]): string {
  return workloads.length === 0 ? 'コントロールプレーン' : listed(workloads);
}

/** The container, or the workload where no container is known. */
export function processOf(container: string, subject: Subject): string {
  return `「${container === '' ? nameOf(subject) : container}」`;
}
