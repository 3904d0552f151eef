import { at, listAt, numberAt } from '../field.ts';
import type { KubeObject } from '../scenario.ts';
import type { Cluster } from './cluster.ts';
import { readyAddresses } from './endpoints.ts';
import { selects } from './objects.ts';
import type { LabelSelector, Pod } from './objects.ts';
import { DNS } from './seed-objects.ts';
import type { Blocked } from './world.ts';

const API_SERVER_PORT = 6443;
const DNS_PORT = 53;

/** Why a Pod does not reach the API server; undefined when it does. */
export function blockedFromPod(cluster: Cluster, pod: Pod): Blocked | undefined {
  if (cluster.world.network?.podsToApiServer) return cluster.world.network.podsToApiServer;
  return isAllowed(cluster, pod, 'Egress', API_SERVER_PORT) ? undefined : 'timeout';
}

/** Why the API server does not reach a port of a Pod; undefined when it does. */
export function blockedFromApiServer(cluster: Cluster, pod: Pod, port: number): Blocked | undefined {
  const fact = cluster.world.network?.apiServerToPods?.find((entry) => entry.port === port);
  return fact?.how ?? (isAllowed(cluster, pod, 'Ingress', port) ? undefined : 'timeout');
}

/** Whether a Pod can have names resolved: the cluster DNS runs, and is reached. */
export function resolvesNames(cluster: Cluster, pod: Pod): boolean {
  return (
    readyAddresses(cluster, DNS.namespace, DNS.service).length > 0 &&
    isAllowed(cluster, pod, 'Egress', DNS_PORT)
  );
}

/** Whether NetworkPolicies let a Pod talk to another one. */
export function reachesPod(cluster: Cluster, from: Pod, to: Pod, port: number): boolean {
  return isAllowed(cluster, from, 'Egress', port) && isAllowed(cluster, to, 'Ingress', port);
}

/**
 * Whether NetworkPolicies allow traffic of a Pod on a port. A rule that names peers counts as if it meant the peer in
 * question, but for one that only names Pods by labels: the scenarios need no more.
 */
function isAllowed({ store }: Cluster, pod: Pod, direction: 'Ingress' | 'Egress', port: number): boolean {
  const policies = store
    .list('networkpolicies.networking.k8s.io')
    .filter(({ metadata }) => metadata.namespace === pod.metadata.namespace)
    .filter((policy) => typesOf(policy).includes(direction))
    .filter((policy) =>
      selects((at(policy, 'spec.podSelector') ?? {}) as LabelSelector, pod.metadata.labels),
    );
  if (policies.length === 0) return true;
  const field = direction === 'Ingress' ? 'from' : 'to';
  return policies
    .flatMap((policy) => listAt(policy, `spec.${direction.toLowerCase()}`))
    .some((rule) => {
      const peers = listAt(rule, field);
      const ports = listAt(rule, 'ports');
      const isPeer = peers.length === 0 || peers.some((peer) => isWide(peer));
      return isPeer && (ports.length === 0 || ports.some((entry) => numberAt(entry, 'port') === port));
    });
}

function typesOf(policy: KubeObject): readonly unknown[] {
  const types = listAt(policy, 'spec.policyTypes');
  return types.length > 0 ? types : ['Ingress'];
}

/** A peer that means everybody: any address, or all Pods of any namespace. */
function isWide(peer: unknown): boolean {
  const selector = at(peer, 'namespaceSelector') ?? at(peer, 'podSelector');
  return (
    at(peer, 'ipBlock') !== undefined ||
    (selector !== undefined && Object.keys(selector as object).length === 0)
  );
}
