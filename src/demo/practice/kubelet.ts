import { podsOf } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { adoptAuthority } from './effects.ts';
import { containersOf, isOver, isTerminating } from './objects.ts';
import type { Pod } from './objects.ts';
import { PodRunner } from './pod-runner.ts';
import { prediction } from './prediction.ts';
import { flagValue } from './release.ts';
import { Words } from './words.ts';

/** Runs the Pods of all nodes. Those that were recorded stay as they are until the rules say that they fare otherwise. */
export class Kubelet {
  readonly #cluster: Cluster;
  readonly #words: Words;
  readonly #runners = new Map<string, PodRunner>();
  /** What the rules say of a recorded Pod, by uid; '' before the practice begins. */
  readonly #recorded = new Map<string, string>();

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#words = new Words(cluster);
  }

  /** Takes over the Pods that were recorded, and leaves them alone for the time being. */
  adopt(): void {
    for (const pod of podsOf(this.#cluster)) {
      if (pod.spec.nodeName === undefined || isOver(pod)) continue;
      this.#recorded.set(pod.metadata.uid ?? '', '');
      for (const container of containersOf(pod)) {
        const secret = flagValue(container, '--ca-bundle-secret-name');
        if (secret !== '') adoptAuthority(this.#cluster, pod, secret);
      }
    }
  }

  /** Begins, when all else runs that was not recorded: from now on a recorded Pod follows the rules. */
  begin(): void {
    for (const pod of podsOf(this.#cluster)) {
      const { uid = '' } = pod.metadata;
      if (!this.#recorded.has(uid)) continue;
      this.#recorded.set(uid, prediction(this.#cluster, pod));
      for (const container of containersOf(pod)) this.#words.learn(pod, container);
    }
  }

  reconcile(): void {
    for (const pod of podsOf(this.#cluster)) {
      if (pod.spec.nodeName === undefined || (isOver(pod) && !isTerminating(pod))) continue;
      this.#step(pod);
    }
  }

  /** Whether a Pod is as it was recorded, and stays so. */
  isRecorded(pod: Pod): boolean {
    return this.#recorded.get(pod.metadata.uid ?? '') === prediction(this.#cluster, pod);
  }

  #step(pod: Pod): void {
    const { uid = '' } = pod.metadata;
    const runner = this.#runners.get(uid) ?? new PodRunner(this.#cluster, this.#words);
    this.#runners.set(uid, runner);
    if (isTerminating(pod)) {
      if (!runner.stop(pod)) return;
      this.#runners.delete(uid);
      this.#recorded.delete(uid);
      this.#cluster.serving.delete(uid);
      return;
    }
    const recorded = this.#recorded.get(uid);
    if (recorded !== undefined) {
      if (recorded === '' || recorded === prediction(this.#cluster, pod)) return;
      this.#recorded.delete(uid);
      runner.resume(pod);
    }
    runner.step(pod);
  }
}
