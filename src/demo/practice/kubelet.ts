import { podsOf } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { adoptAuthority } from './effects.ts';
import { isOver, isTerminating } from './objects.ts';
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
  /** What the rules said of a recorded Pod when it was adopted, by uid. */
  readonly #recorded = new Map<string, string>();

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#words = new Words(cluster);
  }

  /** Takes over the Pods that were recorded. */
  adopt(): void {
    for (const pod of podsOf(this.#cluster)) {
      if (pod.spec.nodeName === undefined || isOver(pod)) continue;
      this.#recorded.set(pod.metadata.uid ?? '', prediction(this.#cluster, pod));
      for (const container of [...(pod.spec.initContainers ?? []), ...pod.spec.containers]) {
        this.#words.learn(pod, container);
        const secret = flagValue(container, '--ca-bundle-secret-name');
        if (secret !== '') adoptAuthority(this.#cluster, pod, secret);
      }
    }
  }

  reconcile(): void {
    for (const pod of podsOf(this.#cluster)) {
      if (pod.spec.nodeName === undefined || (isOver(pod) && !isTerminating(pod))) continue;
      this.#step(pod);
    }
  }

  /** Whether a Pod is as it was recorded. */
  isRecorded({ metadata }: Pod): boolean {
    return this.#recorded.has(metadata.uid ?? '');
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
      if (recorded === prediction(this.#cluster, pod)) return;
      this.#recorded.delete(uid);
      runner.resume(pod);
    }
    runner.step(pod);
  }
}
