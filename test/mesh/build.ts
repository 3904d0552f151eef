import { readFileSync } from 'node:fs';
import { z } from 'zod';
import * as schema from '#snapshot/kubernetes.ts';
import type { Deployment, MetadataOnly, Pod, WebhookConfiguration } from '#snapshot/kubernetes.ts';
import type { Observed } from '#snapshot/observed.ts';
import { serviceEndpoints } from '#snapshot/service-endpoints.ts';
import type { NamespaceFacts, Snapshot } from '#snapshot/snapshot.ts';

const at = '2026-11-23T09:00:00Z';

export function read<T>(value: T): Observed<T> {
  return { state: 'read', value, at };
}

export function refused(resource: string): Observed<never> {
  return { state: 'refused', verb: 'list', resource, group: '' };
}

type Raw = Record<string, unknown>;

export function pod(raw: { metadata?: Raw; spec?: Raw; status?: Raw } = {}): Pod {
  const spec = {
    containers: [{ name: 'osm-controller', image: 'flomesh/osm-edge-controller:1.3.9' }],
    ...raw.spec,
  };
  const metadata = {
    name: 'osm-controller-cf6dd6785-kxrxn',
    namespace: 'osm-system',
    labels: { app: 'osm-controller' },
    ...raw.metadata,
  };
  return schema.pod.parse({ metadata, spec, status: { phase: 'Running', ...raw.status } });
}

interface DeploymentOptions {
  namespace?: string;
  labels?: Raw;
  image?: string;
  containers?: Raw[];
}

/** A Deployment named after its app, e.g. `osm-controller`, as the osm-edge chart labels it. */
export function deployment(app: string, options: DeploymentOptions = {}): Deployment {
  const { namespace = 'osm-system', image = `flomesh/${app.replace('osm-', 'osm-edge-')}:1.3.9` } = options;
  const labels = options.labels ?? { meshName: 'osm', 'app.kubernetes.io/version': 'v1.3.9' };
  return schema.deployment.parse({
    metadata: { name: app, namespace, labels: { app, ...labels } },
    spec: { template: { spec: { containers: options.containers ?? [{ name: app, image }] } } },
    status: {},
  });
}

export function namespace(name: string, labels: Raw = {}, annotations: Raw = {}): MetadataOnly {
  return schema.metadataOnly.parse({ metadata: { name, labels, annotations } });
}

export function webhook(name: string, raw: Raw = {}): WebhookConfiguration {
  const entry = {
    name: 'osm-inject.k8s.io',
    clientConfig: { service: { name: 'osm-injector', namespace: 'osm-system', port: 9090 } },
    failurePolicy: 'Fail',
    rules: [{ operations: ['CREATE'], apiGroups: ['*'], resources: ['pods'] }],
    ...raw,
  };
  return schema.webhookConfiguration.parse({ metadata: { name }, webhooks: [entry] });
}

/** A snapshot whose cluster-wide lists are all answered and empty, but for what is given. */
export function snapshot(
  given: {
    cluster?: Partial<Snapshot['cluster']>;
    namespaces?: Record<string, Partial<NamespaceFacts>>;
    target?: Snapshot['target'];
  } = {},
): Snapshot {
  const pending = { state: 'pending' } as const;
  const empty: NamespaceFacts = {
    namespace: pending,
    replicaSets: pending,
    pods: pending,
    events: pending,
    services: pending,
    endpoints: pending,
    meshConfig: pending,
    probes: {},
    logs: {},
  };
  return {
    apiVersion: 'osm-edge-doctor/v1',
    kind: 'Snapshot',
    readAt: at,
    source: { kind: 'live' },
    target: given.target ?? {},
    cluster: {
      version: pending,
      deployments: read([]),
      enrolledNamespaces: read([]),
      mutatingWebhooks: read([]),
      validatingWebhooks: read([]),
      customResourceDefinitions: read([]),
      apiResources: {},
      ...given.cluster,
    },
    namespaces: Object.fromEntries(
      Object.entries(given.namespaces ?? {}).map(([name, facts]) => [name, { ...empty, ...facts }]),
    ),
  };
}

const recording = z.object({
  pods: z.array(schema.pod).default([]),
  appPods: z.array(schema.pod).default([]),
  deployments: z.array(schema.deployment).default([]),
  namespaces: z.array(schema.metadataOnly).default([]),
  mutatingWebhooks: z.array(schema.webhookConfiguration).default([]),
  validatingWebhooks: z.array(schema.webhookConfiguration).default([]),
  replicaSets: z.array(schema.replicaSet).default([]),
  endpoints: z.array(serviceEndpoints).default([]),
  services: z.array(schema.service).default([]),
});

/** Objects of a real API server (test/fixtures/mesh), cut to the fields that matter. */
export function recorded(scenario: string): z.infer<typeof recording> {
  const file = new URL(`../fixtures/mesh/${scenario}.json`, import.meta.url);
  return recording.parse(JSON.parse(readFileSync(file, 'utf8')));
}
