import { z } from 'zod';
import { list, optional, text } from './kubernetes-fields.ts';

const address = z.object({
  ip: text,
  /** Name of the Pod behind the address; absent for addresses that are not a Pod's. */
  pod: text,
});
const port = z.object({ name: text, port: z.number() });

export type EndpointAddress = z.infer<typeof address>;

/** The object behind an address, as Endpoints and EndpointSlices refer to it. */
export const targetRef = optional(z.object({ kind: text, name: text }));

const endpointsAddress = z
  .object({ ip: text, targetRef })
  .transform(({ ip, targetRef: target }) => ({ ip, pod: podOf(target) }));

/** An Endpoints object, as the API sends it and as snapshots held it before EndpointSlices were read. */
const endpointsObject = z.object({
  metadata: z.object({ name: z.string(), namespace: text }),
  subsets: list(
    z.object({
      addresses: list(endpointsAddress),
      notReadyAddresses: list(endpointsAddress),
      ports: list(port),
    }),
  ),
});

/**
 * The addresses behind one Service, in one shape for EndpointSlices and for Endpoints, which old servers have alone.
 * `ready` and `notReady` together are all addresses, each once. Parsing accepts an Endpoints object too.
 */
export const serviceEndpoints = z.preprocess(
  ofEndpointsObject,
  z.object({
    service: z.string(),
    namespace: text,
    ready: list(address),
    notReady: list(address),
    ports: list(port),
  }),
);

export type ServiceEndpoints = z.infer<typeof serviceEndpoints>;

function ofEndpointsObject(value: unknown): unknown {
  const parsed = endpointsObject.safeParse(value);
  if (!parsed.success) return value;
  const { metadata, subsets } = parsed.data;
  return {
    service: metadata.name,
    namespace: metadata.namespace,
    ready: distinctAddresses(subsets.flatMap(({ addresses }) => addresses)),
    notReady: distinctAddresses(subsets.flatMap(({ notReadyAddresses }) => notReadyAddresses)),
    ports: subsets.flatMap(({ ports }) => ports),
  };
}

/** The name in a `targetRef`; undefined when it refers to something else than a Pod. */
export function podOf(target: z.infer<typeof targetRef>): string | undefined {
  return target?.kind === undefined || target.kind === 'Pod' ? target?.name : undefined;
}

/** Each address once: a Pod has one for each IP family, and in Endpoints one for each group of ports. */
export function distinctAddresses(addresses: readonly EndpointAddress[]): EndpointAddress[] {
  return [...new Map(addresses.map((one) => [one.pod ?? one.ip, one])).values()];
}
