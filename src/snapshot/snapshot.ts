import { z } from 'zod';
import { autoscaler } from './autoscaler.ts';
import { customResourceDefinition } from './custom-resource-definition.ts';
import {
  apiResources,
  deployment,
  eventRecord,
  meshConfig,
  metadataOnly,
  pod,
  replicaSet,
  serverVersion,
  service,
  webhookConfiguration,
} from './kubernetes.ts';
import { logRead } from './log-summary.ts';
import { namespaceObject } from './namespace-object.ts';
import { node } from './node.ts';
import type { Observed } from './observed.ts';
import { probeCall } from './probe-call.ts';
import { serviceEndpoints } from './service-endpoints.ts';
import { workloadState } from './workload-state.ts';

export const snapshotApiVersion = 'osm-edge-doctor/v1';

const text = z.string();
const missing = z.object({
  kind: z.enum(['invalid-items', 'pages', 'log-limit', 'log-rotated', 'log-restarted', 'log-broken']),
  count: z.number().optional(),
  reason: text,
  from: text.optional(),
  to: text.optional(),
});

/** The schema of `Observed<T>`; the type in observed.ts leads, and the compiler holds the two together. */
function observed<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('state', [
    z.object({ state: z.literal('pending') }),
    z.object({ state: z.literal('cancelled') }),
    z.object({ state: z.literal('read'), value, at: text }),
    z.object({ state: z.literal('absent'), at: text }),
    z.object({ state: z.literal('partial'), value, at: text, missing: z.array(missing) }),
    z.object({
      state: z.literal('refused'),
      verb: text,
      resource: text,
      group: text,
      namespace: text.optional(),
      message: text.optional(),
    }),
    z.object({
      state: z.literal('failed'),
      error: z.object({
        kind: z.enum(['timeout', 'network', 'tls', 'unauthorized', 'status', 'invalid', 'not-in-snapshot']),
        message: text,
        code: text.optional(),
        reason: text.optional(),
      }),
    }),
  ]) as unknown as z.ZodType<Observed<z.output<T>>>;
}

/** Facts that are asked once for the whole cluster. */
export const clusterFacts = z.object({
  version: observed(serverVersion),
  /** Deployments of control-plane components in every namespace, by their `app` label (facts §1.1, §11.1). */
  deployments: observed(z.array(deployment)),
  /** Namespaces that carry a monitored-by label of any flavour, metadata only (facts §3.1). */
  enrolledNamespaces: observed(z.array(metadataOnly)),
  mutatingWebhooks: observed(z.array(webhookConfiguration)),
  validatingWebhooks: observed(z.array(webhookConfiguration)),
  /** The CRDs the mesh brings, without their schemas (facts §8). */
  customResourceDefinitions: observed(z.array(customResourceDefinition)),
  /** By group version, e.g. `split.smi-spec.io/v1alpha4`: what the controller's own probe asks (facts §2.3). */
  apiResources: z.record(text, observed(apiResources)),
  /**
   * FailedCreate events of all namespaces that are enrolled, or that name a webhook. Absent in snapshots from before they
   * were read.
   */
  creationFailures: observed(z.array(eventRecord)).optional(),
  /** By `workloadKey`: the latest few workloads of those events. */
  affectedWorkloads: z.record(text, observed(workloadState)).optional(),
});

/** Facts of one control-plane namespace. */
export const namespaceFacts = z.object({
  namespace: observed(namespaceObject),
  /** Only asked when the cluster-wide list was refused or failed. */
  deployments: observed(z.array(deployment)).optional(),
  replicaSets: observed(z.array(replicaSet)),
  pods: observed(z.array(pod)),
  events: observed(z.array(eventRecord)),
  services: observed(z.array(service)),
  /** By Service: EndpointSlices, or Endpoints where there are none to read. */
  endpoints: observed(z.array(serviceEndpoints)),
  meshConfig: observed(meshConfig),
  /** Absent in snapshots from before they were read. */
  autoscalers: observed(z.array(autoscaler)).optional(),
  /** By name: the nodes that Pods of the control plane are on, at most five. */
  nodes: z.record(text, observed(node)).optional(),
  /** Those of enrolled namespaces; only asked when the cluster-wide list was refused. */
  creationFailures: observed(z.array(eventRecord)).optional(),
  /** By `probeKey`. */
  probes: z.record(text, observed(probeCall)),
  /** By `logKey`. */
  logs: z.record(text, observed(logRead)),
});

export const snapshot = z.object({
  apiVersion: z.literal(snapshotApiVersion),
  kind: z.literal('Snapshot'),
  /** The clock of the reading, RFC 3339 UTC: every age is relative to it. */
  readAt: text,
  /** When the last reading began, RFC 3339 UTC: facts from before it were not read again. */
  startedAt: text.optional(),
  source: z.object({
    kind: z.enum(['live', 'demo', 'bundle']),
    /** The kubeconfig context, for the commands; absent in a cluster. */
    context: text.optional(),
    /** Set when a kubeconfig was named on the command line, for the commands. */
    kubeconfig: text.optional(),
    server: text.optional(),
    scenario: text.optional(),
  }),
  /** What the person narrowed the reading to. */
  target: z.object({ mesh: text.optional(), namespace: text.optional() }),
  /** What the person asked to read less, or more, of than is usual. */
  limits: z
    .object({
      /** RFC 3339 UTC: older lines of logs were not asked for. */
      since: text.optional(),
      /** Bytes read from the start of each log. */
      logBytes: z.number().optional(),
    })
    .optional(),
  cluster: clusterFacts,
  namespaces: z.record(text, namespaceFacts),
});

export type ClusterFacts = z.infer<typeof clusterFacts>;
export type NamespaceFacts = z.infer<typeof namespaceFacts>;
export type Snapshot = z.infer<typeof snapshot>;
