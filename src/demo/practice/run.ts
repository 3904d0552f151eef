import type { Cluster } from './cluster.ts';
import type { LogLine } from './log-lines.ts';
import type { Container, Pod } from './objects.ts';

/** How the run of a process goes, as far as it is decided when it starts. */
export interface Run {
  /** '' when it works; else what is wrong, as a key that stays the same as long as the reason does. */
  readonly cause: string;
  readonly log: readonly LogLine[];
  /** It opens its ports. */
  readonly listens: boolean;
  readonly end?: RunEnd;
  /** It waits for something, and looks again so often: then all is decided anew. */
  readonly retrySeconds?: number;
}

export interface RunEnd {
  readonly afterSeconds: number;
  readonly exitCode: number;
  readonly reason: 'Error' | 'Completed' | 'OOMKilled';
}

export interface Process {
  readonly cluster: Cluster;
  readonly pod: Pod;
  readonly container: Container;
}

export const runs = (log: readonly LogLine[]): Run => ({ cause: '', log, listens: true });

/** A run that ends with an error. */
export function fails(cause: string, log: readonly LogLine[], afterSeconds = 1, exitCode = 1): Run {
  return { cause, log, listens: false, end: { afterSeconds, exitCode, reason: 'Error' } };
}

/** A run that waits without opening a port. */
export function hangs(cause: string, log: readonly LogLine[]): Run {
  return { cause, log, listens: false, retrySeconds: 10 };
}
