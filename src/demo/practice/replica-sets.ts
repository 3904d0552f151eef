import { isDeepStrictEqual } from 'node:util';
import { generatedName } from '../writes/naming.ts';
import { remove } from '../writes/delete.ts';
import { admitPod } from './admission.ts';
import { podsOf, replicaSetsOf, stamp } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { recordEvent } from './events.ts';
import { isOver, isOwnedBy, isReady, isTerminating } from './objects.ts';
import type { Condition, Pod, Workload, WorkloadStatus } from './objects.ts';

const CONTROLLER = 'replicaset-controller';
/** Seconds until it tries again to create a Pod that was refused, and the longest that it waits. */
const FIRST_RETRY = 5;
const LAST_RETRY = 160;

/** The ReplicaSet controller. It waits longer after each refused creation, so it remembers those. */
export class ReplicaSets {
  readonly #cluster: Cluster;
  /** By uid: what was said at the last refusal, and when it tries again. */
  readonly #refusals = new Map<string, { readonly seconds: number; readonly again: number }>();

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  reconcile(): void {
    for (const replicaSet of replicaSetsOf(this.#cluster))
      if (!isTerminating(replicaSet)) this.#reconcile(replicaSet);
  }

  /** Whether a ReplicaSet has its Pods, or would be refused them again. */
  isSettled(replicaSet: Workload): boolean {
    if ((replicaSet.status?.replicas ?? 0) === replicaSet.spec.replicas) return true;
    const failure = replicaSet.status?.conditions?.find(({ type }) => type === 'ReplicaFailure');
    return failure !== undefined && 'refused' in admitPod(this.#cluster, podFrom(replicaSet, ''));
  }

  #reconcile(replicaSet: Workload): void {
    const owned = podsOf(this.#cluster).filter((pod) => isOwnedBy(pod, replicaSet) && !isTerminating(pod));
    const active = owned.filter((pod) => !isOver(pod));
    const wanted = replicaSet.spec.replicas;
    let failure = replicaSet.status?.conditions?.find(({ type }) => type === 'ReplicaFailure');
    if (active.length < wanted) failure = this.#create(replicaSet, wanted - active.length, failure);
    else failure = undefined;
    for (const pod of surplus(active, wanted)) this.#delete(replicaSet, pod);
    this.#updateStatus(replicaSet, failure);
  }

  #create(replicaSet: Workload, count: number, before: Condition | undefined): Condition | undefined {
    const { clock, store } = this.#cluster;
    const { uid = '', namespace = '' } = replicaSet.metadata;
    const known = this.#refusals.get(uid);
    if (known && clock.now() < known.again) return before;
    for (let made = 0; made < count; made += 1) {
      const admission = admitPod(this.#cluster, podFrom(replicaSet, stamp(clock.now())));
      if ('refused' in admission) {
        const seconds = known ? Math.min(LAST_RETRY, known.seconds * 2) : FIRST_RETRY;
        this.#refusals.set(uid, { seconds, again: clock.now() + clock.duration(seconds) });
        const message = admission.refused;
        this.#event(replicaSet, 'Warning', 'FailedCreate', `Error creating: ${message}`);
        const isKnown = before?.message === message;
        const lastTransitionTime =
          isKnown && before.lastTransitionTime ? before.lastTransitionTime : stamp(clock.now());
        return {
          type: 'ReplicaFailure',
          status: 'True',
          lastTransitionTime,
          reason: 'FailedCreate',
          message,
        };
      }
      this.#refusals.delete(uid);
      store.put('pods', admission.pod);
      const pod = store.get('pods', namespace, admission.pod.metadata.name);
      this.#event(replicaSet, 'Normal', 'SuccessfulCreate', `Created pod: ${pod?.metadata.name}`);
    }
    return undefined;
  }

  #delete(replicaSet: Workload, pod: Pod): void {
    remove(this.#cluster.store, 'pods', pod);
    this.#event(replicaSet, 'Normal', 'SuccessfulDelete', `Deleted pod: ${pod.metadata.name}`);
  }

  #event(replicaSet: Workload, type: 'Normal' | 'Warning', reason: string, message: string): void {
    recordEvent(this.#cluster, 'ReplicaSet', replicaSet, { type, reason, message, component: CONTROLLER });
  }

  #updateStatus({ metadata }: Workload, failure: Condition | undefined): void {
    const { store } = this.#cluster;
    const replicaSet = store.get('replicasets.apps', metadata.namespace ?? '', metadata.name) as Workload;
    const active = podsOf(this.#cluster).filter(
      (pod) => isOwnedBy(pod, replicaSet) && !isTerminating(pod) && !isOver(pod),
    );
    const ready = active.filter(isReady).length;
    const status: WorkloadStatus = {
      replicas: active.length,
      ...(active.length > 0 && { fullyLabeledReplicas: active.length }),
      ...(ready > 0 && { readyReplicas: ready, availableReplicas: ready }),
      observedGeneration: Number(replicaSet.metadata['generation'] ?? 1),
      ...(failure && { conditions: [failure] }),
    };
    if (!isDeepStrictEqual(status, replicaSet.status))
      store.put('replicasets.apps', { ...replicaSet, status });
  }
}

/** Those that go first: not scheduled, not Ready, youngest. */
function surplus(active: readonly Pod[], wanted: number): readonly Pod[] {
  const rank = (pod: Pod): number => (isReady(pod) ? 2 : pod.spec.nodeName === undefined ? 0 : 1);
  const created = ({ metadata }: Pod): string => metadata.creationTimestamp ?? '';
  return active
    .toSorted((a, b) => rank(a) - rank(b) || created(b).localeCompare(created(a)))
    .slice(0, Math.max(0, active.length - wanted));
}

function podFrom({ metadata, spec }: Workload, creationTimestamp: string): Pod {
  const { name, namespace, uid = '' } = metadata;
  const { labels, annotations } = spec.template.metadata ?? {};
  const generateName = `${name}-`;
  return {
    metadata: {
      name: generatedName(generateName),
      generateName,
      ...(namespace !== undefined && { namespace }),
      uid: crypto.randomUUID(),
      creationTimestamp,
      ...(labels && { labels }),
      ...(annotations && { annotations }),
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'ReplicaSet', name, uid, controller: true, blockOwnerDeletion: true },
      ],
    },
    spec: spec.template.spec,
    status: { phase: 'Pending' },
  };
}
