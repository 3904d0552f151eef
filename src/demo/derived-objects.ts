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

/** A Ready node for each that a Pod is on. */
function nodesOf(pods: readonly KubeObject[]): KubeObject[] {
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
    spec: {},
    status: {
      conditions: [
        { type: 'Ready', status: 'True', reason: 'KubeletReady', lastTransitionTime: creationTimestamp },
      ],
      nodeInfo: { architecture: 'amd64', operatingSystem: 'linux' },
    },
  }));
}

function pick(value: unknown, field: string): object {
  const found = (value as Record<string, unknown>)[field];
  return found === undefined ? {} : { [field]: found };
}
