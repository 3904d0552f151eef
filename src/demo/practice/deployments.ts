import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { deploymentsOf, replicaSetsOf, stamp } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { deploymentConditions } from './deployment-conditions.ts';
import { recordEvent } from './events.ts';
import { isOwnedBy, isTerminating } from './objects.ts';
import type { PodTemplate, Workload, WorkloadStatus } from './objects.ts';

const HASH = 'pod-template-hash';
const REVISION = 'deployment.kubernetes.io/revision';

/** The Deployment controller: a ReplicaSet for each template, and replicas moved from the old ones to the new one. */
export function reconcileDeployments(cluster: Cluster): void {
  for (const deployment of deploymentsOf(cluster))
    if (!isTerminating(deployment)) reconcile(cluster, deployment);
}

function reconcile(cluster: Cluster, deployment: Workload): void {
  const owned = replicaSetsOf(cluster).filter((replicaSet) => isOwnedBy(replicaSet, deployment));
  const found = currentReplicaSet(deployment, owned);
  if (!found && deployment.spec.paused === true) return;
  const current = found
    ? withNewestRevision(cluster, found, owned)
    : createReplicaSet(cluster, deployment, owned);
  const old = owned.filter(({ metadata }) => metadata.uid !== current.metadata.uid);
  if (deployment.spec.paused !== true) scale(cluster, deployment, current, old);
  removeOldest(cluster, deployment, old);
  updateStatus(cluster, deployment);
}

/** The ReplicaSet of the template as it is now, or undefined. */
export function currentReplicaSet(deployment: Workload, owned: readonly Workload[]): Workload | undefined {
  const wanted = comparable(deployment.spec.template);
  return owned.find((replicaSet) => isDeepStrictEqual(comparable(replicaSet.spec.template), wanted));
}

function comparable({ metadata = {}, spec }: PodTemplate): object {
  const { [HASH]: _hash, ...labels } = metadata.labels ?? {};
  return {
    labels,
    annotations: { ...metadata.annotations },
    spec: JSON.parse(JSON.stringify(spec)) as object,
  };
}

function revisionOf({ metadata }: Workload): number {
  return Number(metadata.annotations?.[REVISION] ?? 0);
}

/** Going back to an old template gives its ReplicaSet the newest revision again. */
function withNewestRevision(cluster: Cluster, current: Workload, owned: readonly Workload[]): Workload {
  const newest = Math.max(0, ...owned.map(revisionOf));
  if (revisionOf(current) === newest) return current;
  return store(cluster, annotated(current, newest + 1));
}

function annotated(workload: Workload, revision: number): Workload {
  const annotations = { ...workload.metadata.annotations, [REVISION]: String(revision) };
  return { ...workload, metadata: { ...workload.metadata, annotations } };
}

function createReplicaSet(cluster: Cluster, deployment: Workload, owned: readonly Workload[]): Workload {
  const { name, namespace = '', uid = '' } = deployment.metadata;
  const { template, selector } = deployment.spec;
  const hash = hashOf(template, owned);
  const labels = { ...template.metadata?.labels, [HASH]: hash };
  const revision = Math.max(0, ...owned.map(revisionOf)) + 1;
  const replicaSet: Workload = {
    metadata: {
      name: `${name}-${hash}`,
      namespace,
      uid: crypto.randomUUID(),
      creationTimestamp: stamp(cluster.clock.now()),
      generation: 1,
      labels,
      annotations: { [REVISION]: String(revision) },
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'Deployment', name, uid, controller: true, blockOwnerDeletion: true },
      ],
    },
    spec: {
      replicas: 0,
      selector: { ...selector, matchLabels: { ...selector.matchLabels, [HASH]: hash } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
    status: { replicas: 0, observedGeneration: 1 },
  };
  cluster.store.put('deployments.apps', annotated(deployment, revision));
  return store(cluster, replicaSet);
}

/** A short word for a template; another one when a ReplicaSet has it already. */
function hashOf(template: PodTemplate, owned: readonly Workload[]): string {
  const letters = 'bcdfghjklmnpqrstvwxz2456789';
  const taken = new Set(owned.map(({ metadata }) => metadata.labels?.[HASH]));
  for (let salt = 0; ; salt += 1) {
    const digest = createHash('sha256')
      .update(JSON.stringify(comparable(template)) + salt)
      .digest();
    const word = [...digest.subarray(0, 10)].map((byte) => letters[byte % letters.length]).join('');
    if (!taken.has(word)) return word;
  }
}

/** Scales up within the surge, and down as far as enough replicas stay available. */
function scale(cluster: Cluster, deployment: Workload, current: Workload, old: readonly Workload[]): void {
  const { replicas: wanted, strategy } = deployment.spec;
  const isRecreating = strategy?.type === 'Recreate';
  const all = [current, ...old];
  const oldReplicas = sum(old, ({ spec }) => spec.replicas);
  if (isRecreating && sum(old, ({ status }) => status?.replicas ?? 0) > 0) {
    for (const replicaSet of old) resize(cluster, deployment, replicaSet, 0);
    return;
  }
  const surge = share(strategy?.rollingUpdate?.maxSurge ?? '25%', wanted, Math.ceil);
  const missable = share(strategy?.rollingUpdate?.maxUnavailable ?? '25%', wanted, Math.floor);
  const unavailable = surge === 0 && missable === 0 ? 1 : missable;
  const room = oldReplicas === 0 ? wanted : wanted + surge - oldReplicas;
  resize(cluster, deployment, current, Math.min(wanted, Math.max(room, current.spec.replicas)));
  const available = sum(all, ({ status }) => status?.availableReplicas ?? 0);
  let spare = available - (wanted - unavailable);
  for (const replicaSet of old.toSorted((a, b) => revisionOf(a) - revisionOf(b))) {
    const working = Math.min(replicaSet.status?.availableReplicas ?? 0, replicaSet.spec.replicas);
    // Replicas that do not work are given up first: nobody misses them.
    const kept = Math.max(0, working - Math.max(0, spare));
    spare -= working - kept;
    resize(cluster, deployment, replicaSet, kept);
  }
}

/** `25%` or a number. */
function share(value: number | string, of: number, round: (value: number) => number): number {
  return typeof value === 'number' ? value : round((of * Number.parseFloat(value)) / 100);
}

function resize(cluster: Cluster, deployment: Workload, replicaSet: Workload, replicas: number): void {
  const before = replicaSet.spec.replicas;
  if (before === replicas) return;
  const generation = Number(replicaSet.metadata['generation'] ?? 0) + 1;
  store(cluster, {
    ...replicaSet,
    metadata: { ...replicaSet.metadata, generation },
    spec: { ...replicaSet.spec, replicas },
  });
  const direction = replicas > before ? 'up' : 'down';
  recordEvent(cluster, 'Deployment', deployment, {
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message: `Scaled ${direction} replica set ${replicaSet.metadata.name} from ${before} to ${replicas}`,
    component: 'deployment-controller',
  });
}

function removeOldest(cluster: Cluster, { spec }: Workload, old: readonly Workload[]): void {
  const unused = old.filter((entry) => entry.spec.replicas === 0 && (entry.status?.replicas ?? 0) === 0);
  const surplus = unused.length - (spec.revisionHistoryLimit ?? 10);
  const oldestFirst = unused.toSorted((a, b) => revisionOf(a) - revisionOf(b));
  for (const { metadata } of oldestFirst.slice(0, Math.max(0, surplus)))
    cluster.store.remove('replicasets.apps', metadata.namespace ?? '', metadata.name);
}

function updateStatus(cluster: Cluster, { metadata }: Workload): void {
  const deployment = cluster.store.get(
    'deployments.apps',
    metadata.namespace ?? '',
    metadata.name,
  ) as Workload;
  const owned = replicaSetsOf(cluster).filter((replicaSet) => isOwnedBy(replicaSet, deployment));
  const current = currentReplicaSet(deployment, owned);
  const { replicas: wanted } = deployment.spec;
  const counts = {
    replicas: sum(owned, ({ status }) => status?.replicas ?? 0),
    updatedReplicas: current?.status?.replicas ?? 0,
    readyReplicas: sum(owned, ({ status }) => status?.readyReplicas ?? 0),
    availableReplicas: sum(owned, ({ status }) => status?.availableReplicas ?? 0),
  };
  const status: WorkloadStatus = {
    observedGeneration: Number(deployment.metadata['generation'] ?? 1),
    // Zero is left out, as the API server does.
    ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    ...(wanted > counts.availableReplicas && { unavailableReplicas: wanted - counts.availableReplicas }),
    conditions: deploymentConditions(cluster, deployment, current, counts),
  };
  if (!isDeepStrictEqual(status, deployment.status))
    cluster.store.put('deployments.apps', { ...deployment, status });
}

function store(cluster: Cluster, replicaSet: Workload): Workload {
  cluster.store.put('replicasets.apps', replicaSet);
  return replicaSet;
}

function sum<T>(list: readonly T[], count: (item: T) => number): number {
  return list.reduce((total, item) => total + count(item), 0);
}
