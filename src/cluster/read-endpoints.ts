import { z } from 'zod';
import { flag, list, objectMeta, optional, text } from '#snapshot/kubernetes-fields.ts';
import type { Observed } from '#snapshot/observed.ts';
import { mapObserved } from '#snapshot/observed.ts';
import { distinctAddresses, podOf, serviceEndpoints, targetRef } from '#snapshot/service-endpoints.ts';
import type { ServiceEndpoints } from '#snapshot/service-endpoints.ts';
import type { NamespacePlan } from './plan.ts';
import { readList } from './read-fact.ts';
import type { Reading } from './read-fact.ts';

/** An EndpointSlice of discovery.k8s.io/v1. A Service has several: one for each IP family, and more when it is large. */
const endpointSlice = z.object({
  metadata: objectMeta.pick({ namespace: true, labels: true }),
  endpoints: list(
    z.object({
      addresses: list(z.string()),
      conditions: optional(z.object({ ready: flag })),
      targetRef,
    }),
  ),
  ports: list(z.object({ name: text, port: z.number().nullish() })),
});

type EndpointSlice = z.infer<typeof endpointSlice>;

/**
 * The addresses behind the Services of a namespace: from EndpointSlices, and from Endpoints where the server does not
 * have the group (before Kubernetes 1.21), or where a role allows the older kind only. When neither can be read, the
 * fact says why the slices could not.
 */
export async function readEndpoints(
  plan: Pick<NamespacePlan, 'endpointSlices' | 'endpoints'>,
  reading: Reading,
): Promise<Observed<ServiceEndpoints[]>> {
  const slices = await readList(plan.endpointSlices, endpointSlice, reading);
  const isMissing = slices.state === 'failed' && slices.error.code === '404';
  if (slices.state !== 'refused' && !isMissing) return mapObserved(slices, byService);
  const endpoints = await readList(plan.endpoints, serviceEndpoints, reading);
  return endpoints.state === 'refused' && slices.state === 'refused' ? slices : endpoints;
}

/** The label that the EndpointSlice controller sets; slices without it belong to no Service. */
const serviceLabel = 'kubernetes.io/service-name';

function byService(slices: readonly EndpointSlice[]): ServiceEndpoints[] {
  const serviceOf = ({ metadata }: EndpointSlice) => metadata.labels[serviceLabel] ?? '';
  const services = [...new Set(slices.map(serviceOf))].filter((service) => service !== '');
  return services.map((service) =>
    ofService(
      service,
      slices.filter((slice) => serviceOf(slice) === service),
    ),
  );
}

function ofService(service: string, slices: readonly EndpointSlice[]): ServiceEndpoints {
  const endpoints = slices.flatMap((slice) => slice.endpoints);
  const addressesOf = (isReady: boolean) =>
    distinctAddresses(
      endpoints
        // The API takes an unknown condition for ready.
        .filter(({ conditions }) => (conditions?.ready ?? true) === isReady)
        .map(({ addresses: [ip], targetRef: target }) => ({ ip, pod: podOf(target) })),
    );
  const ports = slices.flatMap((slice) =>
    slice.ports.flatMap(({ name, port }) => (typeof port === 'number' ? [{ name, port }] : [])),
  );
  return {
    service,
    namespace: slices[0]?.metadata.namespace,
    ready: addressesOf(true),
    notReady: addressesOf(false),
    ports: [...new Map(ports.map((port) => [`${port.name}/${port.port}`, port])).values()],
  };
}
