import type { Subject } from '#diagnosis/subject.ts';

/**
 * Words that stand for those of any cluster, in angle brackets: for the examples of findings and causes, from which the
 * reference and `explain` are made.
 */
export const container = '<container>';
export const image = '<image>';

export const meshPlace = { mesh: '<mesh>', namespace: '<namespace>' };

export const podSubject: Subject = {
  ...meshPlace,
  kind: 'Pod',
  name: '<pod>',
  container,
  workload: '<workload>',
};

export const namespaceSubject: Subject = { ...meshPlace, kind: 'Namespace', name: '<namespace>' };
