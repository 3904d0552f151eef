import { containerStatus } from '#mesh/pod-status.ts';
import type { RestartRelation } from './rows.ts';
import type { ContainerStatus } from '#snapshot/kubernetes.ts';
import type { LogSignature } from '#snapshot/log-summary.ts';
import { secondsBetween } from '#steps/shared/order.ts';
import type { LogLine } from './record.ts';

/** Lines of a run after a record that still leave it among its last words. */
const lastWordsWithin = 2;
/** Seconds before the end of a run. */
const rightBefore = 5;

/** Does the record stand at the end of a run of its container? */
export function relationOf({ read, replica, signature }: LogLine): RestartRelation {
  const status = replica === undefined ? undefined : containerStatus(replica.pod, read.container);
  const isOver = read.previous || (status !== undefined && status.state?.running === undefined);
  if (!isOver) return 'none';
  // A stack is part of its record; what is kept after it are the lines that follow.
  if (signature.last.after.length <= lastWordsWithin) return 'last-words';
  const endedAt = endOf(status, read.previous);
  const seconds = endedAt === undefined ? undefined : secondsBetween(lastOf(signature), endedAt);
  return seconds !== undefined && seconds >= 0 && seconds <= rightBefore ? 'right-before' : 'none';
}

/** When the runs of a container ended, as far as the kubelet remembers: of this run, and of the one before. */
export function endsOf({ read, replica }: LogLine): readonly string[] {
  const status = replica === undefined ? undefined : containerStatus(replica.pod, read.container);
  return [status?.lastState?.terminated, status?.state?.terminated]
    .flatMap((ended) => ended?.finishedAt ?? [])
    .filter((at) => !Number.isNaN(Date.parse(at)));
}

export function restartsOf({ read, replica }: LogLine): number {
  return (
    (replica === undefined ? undefined : containerStatus(replica.pod, read.container))?.restartCount ?? 0
  );
}

function lastOf({ last, lastAt }: LogSignature): string | undefined {
  return lastAt ?? last.at;
}

/** While the container waits to be started again, its current log is that of the run that ended last. */
function endOf(status: ContainerStatus | undefined, previous: boolean): string | undefined {
  const ended = previous
    ? status?.lastState?.terminated
    : (status?.state?.terminated ?? status?.lastState?.terminated);
  return ended?.finishedAt;
}
