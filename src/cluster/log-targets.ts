import { roleOfLabels } from '#mesh/control-plane.ts';
import { flavourList } from '#mesh/flavours.ts';
import type { LogFormat } from '#log-scan/record.ts';
import type { Pod } from '#snapshot/kubernetes.ts';

/** One log to read. */
export interface LogTarget {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  readonly previous: boolean;
  readonly init: boolean;
  readonly format?: LogFormat;
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
    const current = { ...target, previous: false };
    return hasRunBefore(pod, name) ? [current, { ...target, previous: true }] : [current];
  };
  return [
    ...spec.initContainers.flatMap(({ name }) => of(name, true)),
    ...containers.flatMap(({ name }) => of(name, false)),
  ];
}

function hasRunBefore({ status }: Pod, container: string): boolean {
  const own = [...status.initContainerStatuses, ...status.containerStatuses].find(
    ({ name }) => name === container,
  );
  return own !== undefined && (own.restartCount > 0 || own.lastState?.terminated !== undefined);
}
