import { listAt, textAt } from './field.ts';
import type { KubeObject } from './scenario.ts';

/** Objects that a cluster makes from others, for recordings that lack them, by resource key. */
export const derivedObjects: Readonly<
  Record<string, { readonly from: string; readonly make: (objects: readonly KubeObject[]) => KubeObject[] }>
> = {
  'endpointslices.discovery.k8s.io': { from: 'endpoints', make: (endpoints) => endpoints.map(sliceOf) },
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

function pick(value: unknown, field: string): object {
  const found = (value as Record<string, unknown>)[field];
  return found === undefined ? {} : { [field]: found };
}
