import type { Certificate, ClientConfig } from '#snapshot/client-config.ts';
import type { CustomResourceDefinition } from '#snapshot/custom-resource-definition.ts';
import type { EventRecord } from '#snapshot/kubernetes.ts';
import { mapObserved, type Observed, valueOf } from '#snapshot/observed.ts';
import { type NamespaceObject, namespaceObject } from '#snapshot/namespace-object.ts';
import type { WorkloadState } from '#snapshot/workload-state.ts';
import { workloadKey } from '#snapshot/fact-keys.ts';
import type { ClusterBuilder } from './cluster-builder.ts';
import { eventOf } from './event-objects.ts';
import { ago, readAt } from './times.ts';
import { caBundleOf } from './webhook-objects.ts';

const read = <T>(value: T): Observed<T> => ({ state: 'read', value, at: readAt });

export interface FailedCreation {
  readonly message: string;
  readonly kind?: string;
  readonly name?: string;
  readonly lastAgo?: number;
  readonly count?: number;
  /** How the workload is now; `unread` when nobody could look. */
  readonly now?: 'incomplete' | 'complete' | 'unread';
}

/** A workload outside the control plane whose Pods could not be created: two are wanted. */
export function failedCreation(
  cluster: ClusterBuilder,
  namespace: string,
  parts: FailedCreation,
): ClusterBuilder {
  const { kind = 'ReplicaSet', name = 'bookbuyer-6c87f549b9', now = 'incomplete', message } = parts;
  const { lastAgo = 60, count = 16 } = parts;
  const { creationFailures, affectedWorkloads } = cluster.snapshot().cluster;
  const event: EventRecord = eventOf(namespace, {
    kind,
    name,
    reason: 'FailedCreate',
    message: `Error creating: ${message}`,
    count,
    lastAgo,
    firstAgo: lastAgo + 1200,
  });
  const created = now === 'complete' ? 2 : 0;
  const state: WorkloadState = {
    kind,
    namespace,
    name,
    desired: 2,
    created,
    ready: created,
    conditions: [],
    deletionTimestamp: undefined,
  };
  const known = now === 'unread' ? {} : { [workloadKey(kind, namespace, name)]: read(state) };
  return cluster
    .withClusterFact('creationFailures', read([...(valueOf(creationFailures) ?? []), event]))
    .withClusterFact('affectedWorkloads', { ...affectedWorkloads, ...known });
}

/** The CA of the mutating webhook, and of the validating one (the same unless given). */
export function withCaBundles(
  cluster: ClusterBuilder,
  mutating: Partial<Certificate> | 'unreadable',
  validating: Partial<Certificate> | 'unreadable' = mutating,
): ClusterBuilder {
  const { mutatingWebhooks, validatingWebhooks } = cluster.snapshot().cluster;
  const change = (certificate: Partial<Certificate> | 'unreadable') => (config: ClientConfig) => ({
    ...config,
    caBundle: caBundleOf(certificate),
  });
  const mapped = (list: typeof mutatingWebhooks, certificate: Partial<Certificate> | 'unreadable') =>
    mapObserved(list, (items) =>
      items.map((item) => ({
        ...item,
        webhooks: item.webhooks.map((entry) => ({
          ...entry,
          clientConfig: change(certificate)(entry.clientConfig),
        })),
      })),
    );
  return cluster
    .withClusterFact('mutatingWebhooks', mapped(mutatingWebhooks, mutating))
    .withClusterFact('validatingWebhooks', mapped(validatingWebhooks, validating));
}

/** A CRD whose versions are converted by a Service, as releases up to 1.1 set it up. */
export function withConversion(cluster: ClusterBuilder, crd: string, service: string): ClusterBuilder {
  const [namespace = '', name = ''] = service.split('/');
  const { customResourceDefinitions } = cluster.snapshot().cluster;
  const [plural = '', ...group] = crd.split('.');
  const spec = {
    group: group.join('.'),
    names: { kind: 'MeshConfig', plural },
    versions: [
      { name: 'v1alpha1', served: true, storage: false },
      { name: 'v1alpha2', served: true, storage: true },
    ],
    conversion: {
      strategy: 'Webhook',
      webhook: {
        clientConfig: {
          service: { namespace, name, path: '/convert/meshconfig', port: 9443 },
          url: undefined,
        },
      },
    },
  } satisfies CustomResourceDefinition['spec'];
  return cluster.withClusterFact(
    'customResourceDefinitions',
    mapObserved(customResourceDefinitions, (items) =>
      items.map((item) => (item.metadata.name === crd ? { ...item, spec } : item)),
    ),
  );
}

/** Our own request for the MeshConfig is answered with the failure of its conversion. */
export function conversionFailed(cluster: ClusterBuilder, why: string, service = 'osm-bootstrap.osm-system') {
  return cluster.withFact('meshConfig', {
    state: 'failed',
    error: {
      kind: 'status',
      code: '500',
      reason: 'InternalError',
      message: `conversion webhook for config.openservicemesh.io/v1alpha1, Kind=MeshConfig failed: Post "https://${service}.svc:9443/convert/meshconfig?timeout=30s": ${why}`,
    },
  });
}

/** A namespace whose deletion waits for objects that cannot be converted any more. */
export const terminatingNamespace = (name: string): Observed<NamespaceObject> =>
  read(
    namespaceObject.parse({
      metadata: { name, deletionTimestamp: ago(900) },
      spec: { finalizers: ['kubernetes'] },
      status: {
        phase: 'Terminating',
        conditions: [
          {
            type: 'NamespaceDeletionDiscoveryFailure',
            status: 'False',
            message: 'All resources successfully discovered',
          },
          {
            type: 'NamespaceContentRemaining',
            status: 'True',
            reason: 'SomeResourcesRemain',
            message:
              'Some resources are remaining: meshconfigs.config.openservicemesh.io has 1 resource instances',
          },
        ],
      },
    }),
  );
