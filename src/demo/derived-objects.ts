import { listAt, textAt } from './field.ts';
import type { KubeObject } from './scenario.ts';

/** Objects that a cluster makes from others, for recordings that lack them, by resource key. */
export const derivedObjects: Readonly<
  Record<string, { readonly from: string; readonly make: (objects: readonly KubeObject[]) => KubeObject[] }>
> = {
  'endpointslices.discovery.k8s.io': { from: 'endpoints', make: (endpoints) => endpoints.map(sliceOf) },
  nodes: { from: 'pods', make: nodesOf },
};

/** The slice that the EndpointSlice controller makes for the Service of an Endpoints object. */
function sliceOf(endpoints: KubeObject): KubeObject {
  const { name, namespace, labels, creationTimestamp, uid, resourceVersion } = endpoints.metadata;
  const subsets = listAt(endpoints, 'subsets');
  const endpointsOf = (field: 'addresses' | 'notReadyAddresses', ready: boolean) =>
    subsets.flatMap((subset) =>
      listAt(subset, field).map((address) => ({
        addresses: [textAt(address, 'ip')],
        conditions: { ready, serving: ready, terminating: false },
        ...pick(address, 'targetRef'),
        ...pick(address, 'nodeName'),
      })),
    );
  return {
    metadata: {
      name: `${name}-slice`,
      ...(namespace !== undefined && { namespace }),
      ...(uid !== undefined && { uid: `${uid}-slice` }),
      ...(resourceVersion !== undefined && { resourceVersion }),
      ...(creationTimestamp !== undefined && { creationTimestamp }),
      labels: { ...labels, 'kubernetes.io/service-name': name },
    },
    addressType: 'IPv4',
    endpoints: [...endpointsOf('addresses', true), ...endpointsOf('notReadyAddresses', false)],
    ports: listAt(subsets[0], 'ports'),
  };
}

/** A Ready node for each that a Pod is on, under the pressures for which the scheduler turned a Pod away. */
function nodesOf(pods: readonly KubeObject[]): KubeObject[] {
  const pressures = pressuresOf(pods);
  const names = [...new Set(pods.map((pod) => textAt(pod, 'spec.nodeName')))].filter((name) => name !== '');
  const creationTimestamp = pods.map(({ metadata }) => metadata.creationTimestamp ?? '').toSorted()[0] ?? '';
  return names.map((name) => ({
    metadata: {
      name,
      creationTimestamp,
      labels: {
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
      },
    },
    spec: { taints: pressures.map(({ taint }) => ({ key: taint, effect: 'NoSchedule' })) },
    status: {
      conditions: [
        { type: 'Ready', status: 'True', reason: 'KubeletReady', lastTransitionTime: creationTimestamp },
        ...pressures.map(({ type, since }) => ({
          type,
          status: 'True',
          reason: `KubeletHas${type}`,
          lastTransitionTime: since,
        })),
      ],
      nodeInfo: { architecture: 'amd64', operatingSystem: 'linux' },
    },
  }));
}

/** The taint of each pressure, and the condition of the node for which Kubernetes sets it. */
const pressureTaints = [
  { taint: 'node.kubernetes.io/disk-pressure', type: 'DiskPressure' },
  { taint: 'node.kubernetes.io/memory-pressure', type: 'MemoryPressure' },
  { taint: 'node.kubernetes.io/pid-pressure', type: 'PIDPressure' },
] as const;

/** The pressures that Pods which could not be scheduled name, and since when. */
function pressuresOf(pods: readonly KubeObject[]) {
  const turnedAway = pods
    .flatMap((pod) => listAt(pod, 'status.conditions'))
    .filter((item) => textAt(item, 'type') === 'PodScheduled' && textAt(item, 'status') === 'False');
  return pressureTaints.flatMap(({ taint, type }) => {
    const named = turnedAway.find((item) => textAt(item, 'message').includes(taint));
    return named === undefined ? [] : [{ taint, type, since: textAt(named, 'lastTransitionTime') }];
  });
}

function pick(value: unknown, field: string): object {
  const found = (value as Record<string, unknown>)[field];
  return found === undefined ? {} : { [field]: found };
}
