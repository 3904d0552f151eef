import { containerStatus } from '#mesh/pod-status.ts';
import type { Severity } from '#diagnosis/severity.ts';
import { isLooping, type Replica } from '#steps/shared/replicas.ts';
import { isHarmlessFirstRestart } from '#steps/shared/start-up.ts';
import type { Weight } from './log-classes.ts';
import type { LogLine } from './record.ts';

/**
 * How grave a class of records is for this container now (facts §5.6). What stands in a log of a container that is Ready
 * now is over: it failed before. Without the pods nobody knows, and it is a warning.
 */
export function severityOfLine(weight: Weight, line: LogLine, readAt: string): Severity {
  const { read, replica, mesh } = line;
  switch (weight) {
    case 'tells':
      return 'info';
    case 'warns':
      return 'warning';
    case 'fails':
      return read.previous ? 'warning' : 'critical';
    case 'blocks':
    case 'ends':
      if (replica === undefined) return 'warning';
      if (read.init) return replicaIsInitialized(replica, read.container) ? 'info' : 'critical';
      if (isDownOrLooping(replica, read.container, readAt)) return 'critical';
      return read.previous && isHarmlessFirstRestart(replica, read.container, mesh) ? 'info' : 'warning';
    default:
      return weight satisfies never;
  }
}

/** Is the container not Ready, or does it end over and over? */
export function isDownOrLooping(replica: Replica, container: string, readAt: string): boolean {
  const status = containerStatus(replica.pod, container);
  return status !== undefined && (!status.ready || isLooping(status, readAt));
}

/** An init container that is done has waited long enough. */
function replicaIsInitialized({ pod }: Replica, container: string): boolean {
  return containerStatus(pod, container)?.state?.terminated?.exitCode === 0;
}
