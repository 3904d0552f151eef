import type { ClusterBuilder } from './cluster-builder.ts';
import { readAt } from './times.ts';

/** Somebody edited the selector of a Service of the control plane: nothing stands behind it any more. */
export function withSelector(
  cluster: ClusterBuilder,
  service: string,
  selector: Record<string, string>,
): ClusterBuilder {
  const { services, endpoints } = cluster.input().facts;
  if (services.state !== 'read' || endpoints.state !== 'read') throw new Error('no Services were built');
  const edited = services.value.map((item) =>
    item.metadata.name === service ? { ...item, spec: { ...item.spec, selector } } : item,
  );
  const empty = endpoints.value.map((item) =>
    item.service === service ? { ...item, ready: [], notReady: [] } : item,
  );
  return cluster
    .withFact('services', { state: 'read', value: edited, at: readAt })
    .withFact('endpoints', { state: 'read', value: empty, at: readAt });
}
