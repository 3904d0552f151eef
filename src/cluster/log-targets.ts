import { roleOfLabels } from '#mesh/control-plane.ts';
import { flavourList } from '#mesh/flavours.ts';
import { containerStatus } from '#mesh/pod-status.ts';
import type { LogFormat } from '#log-scan/record.ts';
import type { ContainerStatus, Pod } from '#snapshot/kubernetes.ts';

/** One log to read. */
export interface LogTarget {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  readonly previous: boolean;
  readonly init: boolean;
  readonly format?: LogFormat;
  /** Of the container, when the pod was read. */
  readonly restartCount?: number;
  /** When the run began that the log is of. */
  readonly startedAt?: string;
}

/**
 * The logs that speak for a control-plane pod: of its main container and its repo (facts 0.11), of every init container,
 * and of the run before when there was one. Sidecars that were injected are another mesh's business.
 */
export function logTargets(pod: Pod): readonly LogTarget[] {
  const { metadata, spec } = pod;
  const label = roleOfLabels(metadata.labels);
  const family = flavourList.filter((flavour) => flavour.family === label?.family);
  const main = new Set(label ? family.map(({ mainContainer }) => mainContainer[label.role]) : []);
  const repo = new Set(family.flatMap(({ repoContainer }) => repoContainer ?? []));
  const named = spec.containers.filter(({ name }) => main.has(name) || repo.has(name));
  // A chart of one's own may call it otherwise; then every container counts.
  const containers = named.some(({ name }) => main.has(name)) ? named : spec.containers;
  const of = (name: string, init: boolean): LogTarget[] => {
    const format: LogFormat | undefined = repo.has(name) ? 'pipy' : main.has(name) ? 'zerolog' : undefined;
    const target = {
      namespace: metadata.namespace ?? '',
      pod: metadata.name,
      container: name,
      init,
      ...(format && { format }),
    };
    const status = containerStatus(pod, name);
    const count = status && { restartCount: status.restartCount };
    const log = (previous: boolean): LogTarget => ({
      ...target,
      ...count,
      ...began(status, previous),
      previous,
    });
    return hasRunBefore(status) ? [log(false), log(true)] : [log(false)];
  };
  return [
    ...spec.initContainers.flatMap(({ name }) => of(name, true)),
    ...containers.flatMap(({ name }) => of(name, false)),
  ];
}

function hasRunBefore(status: ContainerStatus | undefined): boolean {
  return status !== undefined && (status.restartCount > 0 || status.lastState?.terminated !== undefined);
}

/** A container that waits to be started again has the log of its last run. */
function began(status: ContainerStatus | undefined, previous: boolean): { readonly startedAt?: string } {
  const { state, lastState } = status ?? {};
  const own = state?.running?.startedAt ?? state?.terminated?.startedAt;
  const startedAt = previous ? lastState?.terminated?.startedAt : (own ?? lastState?.terminated?.startedAt);
  return startedAt === undefined || startedAt === '' ? {} : { startedAt };
}
