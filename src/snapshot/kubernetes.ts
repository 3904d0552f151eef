import { z } from 'zod';
import { count, dictionary, flag, list, objectMeta, optional, text } from './kubernetes-fields.ts';

/**
 * The fields of Kubernetes objects that this program reads, and nothing else: unknown fields are dropped on the
 * way in. A field without which an object makes no sense (a name, the containers of a pod) is required, and its absence
 * makes the item invalid.
 */

const port = z.union([z.number(), z.string()]);

export const probe = z.object({
  httpGet: optional(
    z.object({
      path: text,
      port,
      scheme: text,
      host: text,
      httpHeaders: list(z.object({ name: z.string(), value: z.string() })),
    }),
  ),
  tcpSocket: optional(z.object({ port })),
  exec: optional(z.object({ command: list(z.string()) })),
  grpc: optional(z.object({ port })),
  // The defaults of the Kubernetes API, for files that were never defaulted by a server.
  initialDelaySeconds: count.transform((value) => value ?? 0),
  timeoutSeconds: count.transform((value) => value ?? 1),
  periodSeconds: count.transform((value) => value ?? 10),
  successThreshold: count.transform((value) => value ?? 1),
  failureThreshold: count.transform((value) => value ?? 3),
});

export const container = z.object({
  name: z.string(),
  image: z
    .string()
    .nullish()
    .transform((value) => value ?? ''),
  command: list(z.string()),
  args: list(z.string()),
  ports: list(z.object({ name: text, containerPort: z.number(), protocol: text })),
  env: list(z.object({ name: z.string(), value: text })),
  resources: optional(z.object({ limits: dictionary, requests: dictionary })),
  livenessProbe: optional(probe),
  readinessProbe: optional(probe),
  startupProbe: optional(probe),
  /** Of an init container: `Always` makes it a native sidecar. */
  restartPolicy: text,
});

export const containerState = z.object({
  waiting: optional(z.object({ reason: text, message: text })),
  running: optional(z.object({ startedAt: text })),
  terminated: optional(
    z.object({
      exitCode: z.number(),
      signal: count,
      reason: text,
      message: text,
      startedAt: text,
      finishedAt: text,
    }),
  ),
});

export const containerStatus = z.object({
  name: z.string(),
  ready: z.boolean(),
  restartCount: z.number(),
  image: text,
  started: flag,
  state: optional(containerState),
  lastState: optional(containerState),
});

export const condition = z.object({
  type: z.string(),
  status: z.string(),
  reason: text,
  message: text,
  lastTransitionTime: text,
});

export const podSpec = z.object({
  containers: z.array(container).min(1),
  initContainers: list(container),
  volumes: list(
    z.object({
      name: z.string(),
      secret: optional(z.object({ secretName: text })),
      configMap: optional(z.object({ name: text })),
    }),
  ),
  nodeName: text,
  hostNetwork: flag,
  serviceAccountName: text,
});

export const pod = z.object({
  metadata: objectMeta,
  spec: podSpec,
  status: z.object({
    phase: text,
    reason: text,
    message: text,
    podIP: text,
    startTime: text,
    conditions: list(condition),
    initContainerStatuses: list(containerStatus),
    containerStatuses: list(containerStatus),
  }),
});

export const deployment = z.object({
  metadata: objectMeta,
  spec: z.object({
    // The API server always sends it; a manifest may leave it out, and then it is 1.
    replicas: count.transform((value) => value ?? 1),
    paused: flag,
    progressDeadlineSeconds: count,
    selector: optional(z.object({ matchLabels: dictionary })),
    template: z.object({
      metadata: optional(z.object({ labels: dictionary, annotations: dictionary })),
      spec: podSpec,
    }),
  }),
  status: z.object({
    observedGeneration: count,
    replicas: count,
    readyReplicas: count,
    updatedReplicas: count,
    availableReplicas: count,
    unavailableReplicas: count,
    conditions: list(condition),
  }),
});

export const replicaSet = z.object({
  metadata: objectMeta,
  spec: z.object({ replicas: count }),
  status: z.object({ replicas: count, readyReplicas: count, conditions: list(condition) }),
});

export const service = z.object({
  metadata: objectMeta,
  spec: z.object({
    type: text,
    clusterIP: text,
    selector: dictionary,
    ports: list(z.object({ name: text, port: z.number(), targetPort: optional(port) })),
  }),
});

const endpointAddress = z.object({
  ip: text,
  targetRef: optional(z.object({ kind: text, name: text })),
});

export const endpoints = z.object({
  metadata: objectMeta,
  subsets: list(
    z.object({
      addresses: list(endpointAddress),
      notReadyAddresses: list(endpointAddress),
      ports: list(z.object({ name: text, port: z.number() })),
    }),
  ),
});

const labelSelector = z.object({
  matchLabels: dictionary,
  matchExpressions: list(z.object({ key: z.string(), operator: z.string(), values: list(z.string()) })),
});

export const webhookConfiguration = z.object({
  metadata: objectMeta,
  webhooks: list(
    z.object({
      name: z.string(),
      clientConfig: z.object({
        url: text,
        service: optional(z.object({ namespace: z.string(), name: z.string(), path: text, port: count })),
      }),
      failurePolicy: text,
      timeoutSeconds: count,
      namespaceSelector: optional(labelSelector),
      objectSelector: optional(labelSelector),
      rules: list(
        z.object({ operations: list(z.string()), apiGroups: list(z.string()), resources: list(z.string()) }),
      ),
    }),
  ),
});

/** A namespace or a CRD, read as metadata only. */
export const metadataOnly = z.object({ metadata: objectMeta });

export const meshConfig = z.object({
  apiVersion: text,
  metadata: objectMeta,
  spec: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((value) => value ?? {}),
});

/** The resource list of one group version: which kinds the API server serves. */
export const apiResources = z.object({
  groupVersion: z.string(),
  kinds: z.array(z.string()),
});

export const serverVersion = z.object({ gitVersion: z.string() });

/**
 * One event in one shape, whichever of core/v1 and events.k8s.io/v1 it came from. `count` is at least 1.
 * Times are RFC 3339; both are absent only when the server sent none at all.
 */
export const eventRecord = z.object({
  type: z.string(),
  reason: z.string(),
  message: z.string(),
  regarding: z.object({
    kind: z.string(),
    name: z.string(),
    namespace: text,
    uid: text,
    /** e.g. `spec.containers{osm-controller}` */
    fieldPath: text,
  }),
  /** The component that reported it, e.g. kubelet; '' when unknown. */
  reporter: z.string(),
  count: z.number(),
  firstAt: text,
  lastAt: text,
});

export type ObjectMeta = z.infer<typeof objectMeta>;
export type Probe = z.infer<typeof probe>;
export type Container = z.infer<typeof container>;
export type ContainerState = z.infer<typeof containerState>;
export type ContainerStatus = z.infer<typeof containerStatus>;
export type Condition = z.infer<typeof condition>;
export type PodSpec = z.infer<typeof podSpec>;
export type Pod = z.infer<typeof pod>;
export type Deployment = z.infer<typeof deployment>;
export type ReplicaSet = z.infer<typeof replicaSet>;
export type Service = z.infer<typeof service>;
export type Endpoints = z.infer<typeof endpoints>;
export type LabelSelector = z.infer<typeof labelSelector>;
export type WebhookConfiguration = z.infer<typeof webhookConfiguration>;
export type MetadataOnly = z.infer<typeof metadataOnly>;
export type MeshConfig = z.infer<typeof meshConfig>;
export type ApiResources = z.infer<typeof apiResources>;
export type EventRecord = z.infer<typeof eventRecord>;
