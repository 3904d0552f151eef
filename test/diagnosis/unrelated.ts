import * as schema from '#snapshot/kubernetes.ts';
import type { Observed } from '#snapshot/observed.ts';
import { serviceEndpoints } from '#snapshot/service-endpoints.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { eventOf } from '../support/event-objects.ts';
import { namespaceOf } from '../support/namespace-objects.ts';
import { mapFacts } from './transformations.ts';

const crashing = {
  name: 'main',
  image: 'flomesh/pipy:0.90.3-38',
  ready: false,
  restartCount: 9,
  state: { waiting: { reason: 'CrashLoopBackOff' } },
};

/** Pods of others, sick and with Pipy in them: FSM's ingress, an application with a sidecar (facts §1.4, §11.2). */
const pods = (namespace: string) =>
  ['fsm-ingress', 'shop', 'osm-prometheus'].map((app) =>
    schema.pod.parse({
      metadata: {
        name: `${app}-5d4f8b9c7-qqqqq`,
        namespace,
        labels: { app, 'osm-proxy-uuid': 'u' },
      },
      spec: { containers: [{ name: 'sidecar', image: 'flomesh/pipy:0.90.3-38', args: ['pipy'] }] },
      status: { phase: 'Running', containerStatuses: [crashing] },
    }),
  );

/** What else a cluster holds, by the fact it would stand in; all of it is somebody else's. */
const others: Readonly<Record<string, (namespace: string) => readonly unknown[]>> = {
  pods,
  events: (namespace) => [
    eventOf(namespace, {
      name: 'shop-5d4f8b9c7-qqqqq',
      reason: 'BackOff',
      message: 'Back-off restarting failed container',
    }),
    eventOf(namespace, {
      kind: 'ReplicaSet',
      name: 'shop-5d4f8b9c7',
      reason: 'FailedCreate',
      message: 'Error creating: exceeded quota',
    }),
    eventOf(namespace, { kind: 'Node', name: 'node1', reason: 'NodeNotReady', message: 'Node is not ready' }),
  ],
  replicaSets: () => [
    schema.replicaSet.parse({
      metadata: { name: 'shop-5d4f8b9c7' },
      spec: { replicas: 3 },
      status: { replicas: 0 },
    }),
  ],
  services: () => [schema.service.parse({ metadata: { name: 'shop' }, spec: { selector: { app: 'shop' } } })],
  endpoints: () => [serviceEndpoints.parse({ service: 'shop' })],
  enrolledNamespaces: () => [
    namespaceOf(
      'zoo',
      { 'openservicemesh.io/monitored-by': 'osm9' },
      { 'openservicemesh.io/sidecar-injection': 'oops' },
    ),
  ],
  customResourceDefinitions: () => [namespaceOf('certificates.cert-manager.io')],
  mutatingWebhooks: () => [webhook],
  validatingWebhooks: () => [webhook],
};

const webhook = schema.webhookConfiguration.parse({
  metadata: { name: 'cert-manager-webhook' },
  webhooks: [
    {
      name: 'webhook.cert-manager.io',
      clientConfig: { service: { namespace: 'cert-manager', name: 'cert-manager-webhook' } },
      failurePolicy: 'Fail',
      namespaceSelector: { matchLabels: { never: 'there' } },
      rules: [{ operations: ['CREATE'], apiGroups: [''], resources: ['pods'] }],
    },
  ],
});

/** The same cluster with somebody else's objects in it. `where` says, for each list, whether they come first. */
export function withOthers(
  snapshot: Snapshot,
  where: (place: string) => 'first' | 'last' | 'nowhere',
): Snapshot {
  return mapFacts(snapshot, (fact, place): Observed<unknown> => {
    const [namespace = '', name = ''] = place.split('/');
    const more = others[name]?.(namespace);
    if (more === undefined || fact.state !== 'read' || !Array.isArray(fact.value)) return fact;
    const own: readonly unknown[] = fact.value;
    const position = where(place);
    if (position === 'nowhere') return fact;
    return { ...fact, value: position === 'first' ? [...more, ...own] : [...own, ...more] };
  });
}
