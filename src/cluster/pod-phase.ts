import type { Pod } from '#snapshot/kubernetes.ts';

/** A Pod that has ended, e.g. an evicted one: an object that stays, and no replica any more. */
export function isFinished({ status }: Pod): boolean {
  return status.phase === 'Succeeded' || status.phase === 'Failed';
}

/** Finished Pods of a component whose logs are read. */
const maxFinished = 2;

/** The Pods whose logs say something: all that live, and the newest few that ended, for each component. */
export function withUsefulLogs(pods: readonly Pod[]): readonly Pod[] {
  const appOf = ({ metadata }: Pod): string => metadata.labels['app'] ?? '';
  const newest = pods
    .filter(isFinished)
    .toSorted((a, b) =>
      (a.metadata.creationTimestamp ?? '') < (b.metadata.creationTimestamp ?? '') ? 1 : -1,
    );
  const kept = new Set(
    [...new Set(newest.map(appOf))].flatMap((app) =>
      newest.filter((pod) => appOf(pod) === app).slice(0, maxFinished),
    ),
  );
  return pods.filter((pod) => !isFinished(pod) || kept.has(pod));
}
