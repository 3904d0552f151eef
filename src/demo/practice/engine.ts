import { deploymentsOf, nodesOf, podsOf, replicaSetsOf } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { reconcileDeployments } from './deployments.ts';
import { reconcileEndpoints } from './endpoints.ts';
import { Kubelet } from './kubelet.ts';
import { reconcileNamespaces } from './namespaces.ts';
import { isOver, isOwnedBy, isReady, isTerminating } from './objects.ts';
import type { Pod } from './objects.ts';
import { isPromising } from './prediction.ts';
import { ReplicaSets } from './replica-sets.ts';
import { misfit, Scheduler } from './scheduler.ts';

/** Seconds of the practice cluster between two turns, and the fewest milliseconds. */
const TURN = 1;
const SHORTEST_TURN = 25;

/** The controllers of the practice cluster, which take their turns one after the other. */
export class Engine {
  readonly #cluster: Cluster;
  readonly #namespaced: readonly string[];
  readonly #kubelet: Kubelet;
  readonly #replicaSets: ReplicaSets;
  readonly #scheduler: Scheduler;
  #timer: NodeJS.Timeout | undefined;

  /** @param namespaced Keys of the resources whose objects live in a namespace. */
  constructor(cluster: Cluster, namespaced: readonly string[]) {
    this.#cluster = cluster;
    this.#namespaced = namespaced;
    this.#kubelet = new Kubelet(cluster);
    this.#replicaSets = new ReplicaSets(cluster);
    this.#scheduler = new Scheduler(cluster);
  }

  /** Takes over what was recorded. Until {@link start} turns only concern what was not. */
  adopt(): void {
    this.#kubelet.adopt();
  }

  /** Begins: recorded Pods follow the rules from now on. It takes turns until {@link stop}, and keeps no process alive. */
  start(): void {
    this.#kubelet.begin();
    const pause = Math.max(SHORTEST_TURN, this.#cluster.clock.duration(TURN));
    this.#timer ??= setInterval(() => this.turn(), pause).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** One turn of every controller. */
  turn(): void {
    reconcileNamespaces(this.#cluster, this.#namespaced);
    reconcileDeployments(this.#cluster);
    this.#replicaSets.reconcile();
    this.#scheduler.reconcile();
    this.#kubelet.reconcile();
    reconcileEndpoints(this.#cluster);
  }

  /**
   * Whether nothing will change any more unless somebody writes: every Pod is Ready, or waits after a failure that the
   * rules will give it again; every Pod that was refused would be refused again.
   */
  isSettled(): boolean {
    const pods = podsOf(this.#cluster).filter((pod) => !isOver(pod));
    return pods.every((pod) => this.#isPodSettled(pod)) && this.#areReplicasSettled();
  }

  #isPodSettled(pod: Pod): boolean {
    if (isTerminating(pod)) return false;
    if (this.#kubelet.isRecorded(pod)) return true;
    if (pod.spec.nodeName === undefined) {
      const isRefused = pod.status?.conditions?.some(({ reason }) => reason === 'Unschedulable') === true;
      return (
        isRefused && nodesOf(this.#cluster).every((node) => misfit(this.#cluster, node, pod) !== undefined)
      );
    }
    if (isReady(pod)) return isPromising(this.#cluster, pod);
    return hasFailed(pod) && !isPromising(this.#cluster, pod);
  }

  #areReplicasSettled(): boolean {
    const { store } = this.#cluster;
    const isIdle = deploymentsOf(this.#cluster).every((deployment) => {
      const sets = replicaSetsOf(this.#cluster).filter((replicaSet) => isOwnedBy(replicaSet, deployment));
      const { observedGeneration } = deployment.status ?? {};
      return sets.length > 0 && observedGeneration === deployment.metadata['generation'];
    });
    return (
      isIdle &&
      replicaSetsOf(this.#cluster).every((replicaSet) => this.#replicaSets.isSettled(replicaSet)) &&
      store.list('namespaces').every(({ metadata }) => metadata.deletionTimestamp === undefined)
    );
  }
}

/** It has shown what is wrong: a failed start, pull, mount or probe. */
function hasFailed({ status }: Pod): boolean {
  const all = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
  return all.some(
    ({ lastState, state }) =>
      (lastState.terminated !== undefined && state.terminated === undefined) ||
      ['ErrImagePull', 'ImagePullBackOff', 'CreateContainerConfigError'].includes(
        state.waiting?.reason ?? '',
      ),
  );
}
