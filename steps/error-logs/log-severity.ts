import { containerStatus } from '#mesh/pod-status.ts';
import type { Severity } from '#diagnosis/severity.ts';
import { isLooping, type Replica } from '#steps/shared/replicas.ts';
import { isComingUp, isHarmlessFirstRestart } from '#steps/shared/start-up.ts';
import type { Weight } from './log-classes.ts';
import { secondsBetween } from '#steps/shared/order.ts';
import type { LogLine } from './record.ts';

/** A client tries again at least every minute; what was not seen for this long has gone through since. */
const recoveredSeconds = 600;

/**
 * How severe a class of records is for this container now (facts §5.6). What stands in a log of a container that is Ready
 * now is over: it failed before. Without the pods nobody knows, and it is a warning.
 */
export function severityOfLine(weight: Weight, line: LogLine, readAt: string): Severity {
  const { read, replica, mesh } = line;
  // The pod that replaces it says what is now.
  if (replica?.isActive === false) return 'info';
  switch (weight) {
    case 'tells':
      return 'info';
    case 'warns':
      return 'warning';
    case 'fails':
      return read.previous ? 'warning' : 'critical';
    case 'connects':
    case 'blocks':
    case 'ends':
      if (weight === 'connects' && hasRecovered(line, readAt)) return 'info';
      if (replica === undefined) return 'warning';
      if (read.init && isDoneOrWaits(line, readAt)) return 'info';
      if (read.init || isDownOrLooping(replica, read.container, readAt)) {
        // Health and events say the same of one replica of several.
        return line.hasReadySibling && !loops(replica, read.container, readAt) ? 'warning' : 'critical';
      }
      return read.previous && isHarmlessFirstRestart(replica, read.container, mesh) ? 'info' : 'warning';
    default:
      return weight satisfies never;
  }
}

function hasRecovered({ read, replica, signature }: LogLine, readAt: string): boolean {
  if (replica === undefined || read.init || isDownOrLooping(replica, read.container, readAt)) return false;
  const seconds = secondsBetween(signature.lastAt ?? signature.last.at, readAt);
  return seconds !== undefined && seconds > recoveredSeconds;
}

/** Is the container not Ready, or does it end over and over? */
export function isDownOrLooping(replica: Replica, container: string, readAt: string): boolean {
  const status = containerStatus(replica.pod, container);
  return status !== undefined && (!status.ready || isLooping(status, readAt));
}

/** Does the container end over and over now? */
export function loops(replica: Replica, container: string, readAt: string): boolean {
  const status = containerStatus(replica.pod, container);
  return status !== undefined && isLooping(status, readAt);
}

/** An init container that is done has waited long enough; in a pod that only just came it may wait. */
function isDoneOrWaits({ read, replica }: LogLine, readAt: string): boolean {
  if (replica === undefined) return false;
  const isDone = containerStatus(replica.pod, read.container)?.state?.terminated?.exitCode === 0;
  return isDone || isComingUp(replica, readAt);
}
