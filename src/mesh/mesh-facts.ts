import type { Autoscaler } from '#snapshot/autoscaler.ts';
import type { CustomResourceDefinition } from '#snapshot/custom-resource-definition.ts';
import type {
  ApiResources,
  Deployment,
  EventRecord,
  MeshConfig,
  MetadataOnly,
  Pod,
  ReplicaSet,
  ServerVersion,
  Service,
  WebhookConfiguration,
} from '#snapshot/kubernetes.ts';
import type { LogRead } from '#snapshot/log-summary.ts';
import type { NamespaceObject } from '#snapshot/namespace-object.ts';
import type { Node } from '#snapshot/node.ts';
import { mapObserved, notInSnapshot, type Observed, pending } from '#snapshot/observed.ts';
import type { ProbeCall } from '#snapshot/probe-call.ts';
import type { ServiceEndpoints } from '#snapshot/service-endpoints.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { WorkloadState } from '#snapshot/workload-state.ts';

/** All facts that bear on one control plane, flat, so that a check can name the ones it reads. */
export interface MeshFacts {
  /** Control-plane Deployments; cluster-wide where that was allowed, else those of the namespace. */
  readonly deployments: Observed<readonly Deployment[]>;
  readonly enrolledNamespaces: Observed<readonly MetadataOnly[]>;
  readonly mutatingWebhooks: Observed<readonly WebhookConfiguration[]>;
  readonly validatingWebhooks: Observed<readonly WebhookConfiguration[]>;
  readonly customResourceDefinitions: Observed<readonly CustomResourceDefinition[]>;
  readonly apiResources: Readonly<Record<string, Observed<ApiResources>>>;
  /** Of the Kubernetes API server. */
  readonly version: Observed<ServerVersion>;
  /** Pods that could not be created outside the control plane's namespace; cluster-wide where that was allowed. */
  readonly creationFailures: Observed<readonly EventRecord[]>;
  /** By `workloadKey`. */
  readonly affectedWorkloads: Readonly<Record<string, Observed<WorkloadState>>>;
  /** The control plane's own namespace. */
  readonly namespace: Observed<NamespaceObject>;
  readonly replicaSets: Observed<readonly ReplicaSet[]>;
  readonly pods: Observed<readonly Pod[]>;
  readonly events: Observed<readonly EventRecord[]>;
  readonly services: Observed<readonly Service[]>;
  readonly endpoints: Observed<readonly ServiceEndpoints[]>;
  readonly meshConfig: Observed<MeshConfig>;
  readonly autoscalers: Observed<readonly Autoscaler[]>;
  /** By name. */
  readonly nodes: Readonly<Record<string, Observed<Node>>>;
  /** By `probeKey`. */
  readonly probes: Readonly<Record<string, Observed<ProbeCall>>>;
  /** By `logKey`. */
  readonly logs: Readonly<Record<string, Observed<LogRead>>>;
}

export type FactName = keyof MeshFacts;

/** How far the list of Deployments reaches: only a cluster-wide one shows that one elsewhere is not there. */
export type DeploymentsScope = 'cluster' | 'namespace';

/** The scope of `meshFacts(…).deployments`: those of the namespace are only asked for without the cluster-wide list. */
export function deploymentsScope(snapshot: Snapshot, namespace: string): DeploymentsScope {
  return snapshot.namespaces[namespace]?.deployments === undefined ? 'cluster' : 'namespace';
}

/** The facts of the control plane in `namespace`; what was never asked for is pending. */
export function meshFacts(snapshot: Snapshot, namespace: string): MeshFacts {
  const own = snapshot.namespaces[namespace];
  const { cluster } = snapshot;
  return {
    deployments: own?.deployments ?? cluster.deployments,
    enrolledNamespaces: cluster.enrolledNamespaces,
    mutatingWebhooks: cluster.mutatingWebhooks,
    validatingWebhooks: cluster.validatingWebhooks,
    customResourceDefinitions: cluster.customResourceDefinitions,
    apiResources: cluster.apiResources,
    version: cluster.version,
    creationFailures: creationFailures(snapshot, namespace),
    affectedWorkloads: cluster.affectedWorkloads ?? {},
    namespace: own?.namespace ?? pending,
    replicaSets: own?.replicaSets ?? pending,
    pods: own?.pods ?? pending,
    events: own?.events ?? pending,
    services: own?.services ?? pending,
    endpoints: own?.endpoints ?? pending,
    meshConfig: own?.meshConfig ?? pending,
    autoscalers: own === undefined ? pending : (own.autoscalers ?? notInSnapshot),
    nodes: own?.nodes ?? {},
    probes: own?.probes ?? {},
    logs: own?.logs ?? {},
  };
}

/** Those of the enrolled namespaces stand in only where the cluster-wide list was refused. */
function creationFailures(
  { cluster, namespaces }: Snapshot,
  namespace: string,
): MeshFacts['creationFailures'] {
  const ofCluster = cluster.creationFailures ?? notInSnapshot;
  const own = ofCluster.state === 'refused' ? namespaces[namespace]?.creationFailures : undefined;
  return mapObserved(own ?? ofCluster, (events) =>
    events.filter(({ regarding }) => regarding.namespace !== namespace),
  );
}

/** The node that a Pod is on; `not-in-snapshot` when it was not asked for, undefined while the Pod has none. */
export function nodeOf({ nodes }: Pick<MeshFacts, 'nodes'>, { spec }: Pod): Observed<Node> | undefined {
  return spec.nodeName === undefined ? undefined : (nodes[spec.nodeName] ?? notInSnapshot);
}
