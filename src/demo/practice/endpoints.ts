import { isDeepStrictEqual } from 'node:util';
import { at, listAt, mapAt, numberAt, textAt } from '../field.ts';
import type { KubeObject } from '../scenario.ts';
import { podsOf } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { isOver, isReady, isTerminating, selects } from './objects.ts';
import type { Pod } from './objects.ts';

/** An address behind a Service. */
export interface Address {
  readonly ip: string;
  /** The uid of its Pod; '' for an address that is no Pod's. */
  readonly uid: string;
}

/** The addresses that a Service sends to now. */
export function readyAddresses({ store }: Cluster, namespace: string, service: string): readonly Address[] {
  const endpoints = store.get('endpoints', namespace, service);
  return listAt(endpoints, 'subsets')
    .flatMap((subset) => listAt(subset, 'addresses'))
    .map((address) => ({ ip: textAt(address, 'ip'), uid: textAt(address, 'targetRef.uid') }));
}

/** Keeps the Endpoints of every Service that selects Pods. */
export function reconcileEndpoints(cluster: Cluster): void {
  for (const service of cluster.store.list('services')) {
    const selector = mapAt(service, 'spec.selector');
    if (Object.keys(selector).length === 0) continue;
    const { name, namespace = '', labels } = service.metadata;
    const known = cluster.store.get('endpoints', namespace, name);
    const pods = podsOf(cluster).filter(
      (pod) =>
        pod.metadata.namespace === namespace &&
        selects({ matchLabels: selector }, pod.metadata.labels) &&
        (pod.status?.podIP ?? '') !== '' &&
        !isOver(pod) &&
        !isTerminating(pod),
    );
    if (known && isDeepStrictEqual(membersOf(known), membersOfPods(pods))) continue;
    const subsets = subsetsOf(service, pods);
    cluster.store.put('endpoints', {
      ...known,
      metadata: { ...known?.metadata, name, namespace, ...(labels && { labels }) },
      ...(subsets.length > 0 ? { subsets } : { subsets: undefined }),
    });
  }
}

/** Who is in it and ready or not: all that decides whether it has to be written anew. */
function membersOf(endpoints: KubeObject): string[] {
  const subsets = listAt(endpoints, 'subsets');
  const from = (field: string): string[] =>
    subsets
      .flatMap((subset) => listAt(subset, field))
      .map((address) => `${field} ${textAt(address, 'targetRef.name')}`);
  return [...from('addresses'), ...from('notReadyAddresses')].toSorted();
}

function membersOfPods(pods: readonly Pod[]): string[] {
  return pods
    .map((pod) => `${isReady(pod) ? 'addresses' : 'notReadyAddresses'} ${pod.metadata.name}`)
    .toSorted();
}

function subsetsOf(service: KubeObject, pods: readonly Pod[]): object[] {
  if (pods.length === 0) return [];
  const ready = pods.filter(isReady).map(addressOf);
  const notReady = pods.filter((pod) => !isReady(pod)).map(addressOf);
  const ports = listAt(service, 'spec.ports').map((port) => ({
    ...(textAt(port, 'name') !== '' && { name: textAt(port, 'name') }),
    port: targetPort(port, pods[0]),
    protocol: textAt(port, 'protocol') || 'TCP',
  }));
  return [
    {
      ...(ready.length > 0 && { addresses: ready }),
      ...(notReady.length > 0 && { notReadyAddresses: notReady }),
      ports,
    },
  ];
}

/** The port of the Pods, which a Service may give by name. */
function targetPort(port: unknown, pod: Pod | undefined): number {
  const target = at(port, 'targetPort');
  if (typeof target === 'number') return target;
  const named = pod?.spec.containers.flatMap(({ ports = [] }) => ports).find(({ name }) => name === target);
  return named?.containerPort ?? numberAt(port, 'port');
}

function addressOf({ metadata, spec, status }: Pod): object {
  const { name, namespace, uid } = metadata;
  return { ip: status?.podIP, nodeName: spec.nodeName, targetRef: { kind: 'Pod', namespace, name, uid } };
}
