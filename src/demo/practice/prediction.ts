import { endpointsOf, isPassed, probe } from './answers.ts';
import type { Cluster } from './cluster.ts';
import { imageOf } from './images.ts';
import type { Container, ContainerStatus, Pod } from './objects.ts';
import { isBelow, startRun } from './processes.ts';
import { environmentFault, mountFault } from './references.ts';

/**
 * What the rules say will become of a Pod that has a node, as a key that changes when the outcome does. A recorded Pod is
 * left as it was recorded for as long as this stays the same.
 */
export function prediction(cluster: Cluster, pod: Pod): string {
  const mount = mountFault(cluster, pod);
  if (mount !== undefined) return mount;
  for (const container of pod.spec.initContainers ?? []) {
    const status = pod.status?.initContainerStatuses?.find(({ name }) => name === container.name);
    if (status?.state.terminated?.exitCode === 0) continue;
    const fault = startFault(cluster, pod, container);
    if (fault !== '') return `${container.name} ${fault}`;
  }
  return pod.spec.containers
    .map((container) => `${container.name} ${outcome(cluster, pod, container)}`)
    .join(', ');
}

/** Whether all is well with a Pod, or will be. */
export function isPromising(cluster: Cluster, pod: Pod): boolean {
  const good = pod.spec.containers.map(({ name }) => `${name} works`).join(', ');
  return prediction(cluster, pod) === good;
}

function outcome(cluster: Cluster, pod: Pod, container: Container): string {
  const status = pod.status?.containerStatuses?.find(({ name }) => name === container.name);
  const isRunning = status?.state.running !== undefined && !keepsEnding(status);
  const fault = isRunning ? liveFault(cluster, container) : startFault(cluster, pod, container);
  if (fault !== '') return fault;
  const endpoints = pod.spec.containers.flatMap((other) => endpointsOf({ cluster, pod, container: other }));
  const failed = (['livenessProbe', 'readinessProbe'] as const).filter((field) => {
    const asked = container[field];
    return asked !== undefined && !isPassed(probe(endpoints, container, asked), asked);
  });
  return failed.length === 0 ? 'works' : `fails ${failed.join(' and ')}`;
}

/** A process that ended with an error before runs only until it ends again. */
function keepsEnding({ lastState, ready }: ContainerStatus): boolean {
  return !ready && (lastState.terminated?.exitCode ?? 0) !== 0;
}

function liveFault(cluster: Cluster, container: Container): string {
  const memory = cluster.world.needs?.[container.name]?.memory;
  return memory !== undefined && isBelow(container, 'memory', memory) ? 'memory' : '';
}

/** Why a container does not start, or does not stay; '' when it does. */
function startFault(cluster: Cluster, pod: Pod, container: Container): string {
  if (!cluster.images.has(imageOf(container))) return `pulls ${container.image}`;
  const environment = environmentFault(cluster, pod, container);
  if (environment !== undefined) return environment;
  // The repo server starts beside the controller: its state now says nothing about the next start.
  const willing = { ...pod, status: { ...pod.status, containerStatuses: [] } };
  const run = startRun({ cluster, pod: willing, container });
  return run.cause.startsWith('defect ') ? '' : run.cause;
}
