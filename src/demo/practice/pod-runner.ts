import { isDeepStrictEqual } from 'node:util';
import type { RecordedAnswer } from '../scenario.ts';
import type { Endpoint } from './answers.ts';
import { proxied } from './answers.ts';
import { podsOf, stamp } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { ContainerRunner } from './container-runner.ts';
import { containersOf } from './objects.ts';
import { recordEvent } from './events.ts';
import type { Container, ContainerStatus, Pod } from './objects.ts';
import { podStatus } from './pod-status.ts';
import { mountFault } from './references.ts';
import type { Words } from './words.ts';

/** Seconds that the kubelet waits before it mounts again, and that a Pod takes to stop. */
const MOUNT_RETRY = 30;
const STOPPING = 3;

/** Runs one Pod that has a node: volumes, init containers one after the other, then all containers. */
export class PodRunner {
  readonly #cluster: Cluster;
  readonly #words: Words;
  readonly #runners = new Map<string, ContainerRunner>();
  /** Port answers that the API server's proxy was told, by `PORT PATH`. */
  #told = new Map<string, string>();
  #nextMount = 0;
  #stopsAt: number | undefined;

  constructor(cluster: Cluster, words: Words) {
    this.#cluster = cluster;
    this.#words = words;
  }

  /** Goes on with a Pod that was recorded: its answers so far are no longer true. */
  resume(pod: Pod): void {
    const { status, metadata } = pod;
    for (const entry of [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])]) {
      const container = containersOf(pod).find(({ name }) => name === entry.name);
      if (container) this.#runner(pod, container).resume(pod, entry);
    }
    for (const port of ['6060', '9091', '9095', 'https:9090']) {
      const answers = this.#cluster.store.proxyPort(metadata.namespace ?? '', metadata.name, port);
      for (const path of answers?.keys() ?? []) this.#told.set(`${port} ${path}`, '');
    }
  }

  step(pod: Pod): void {
    if (!this.#isMounted(pod)) return;
    const init: ContainerStatus[] = [];
    let isHeld = false;
    for (const container of pod.spec.initContainers ?? []) {
      const before = statusOf(pod, container, pod.status?.initContainerStatuses);
      const after: ContainerStatus = isHeld ? before : this.#runner(pod, container).step(pod, before, []);
      isHeld ||= after.state.terminated?.exitCode !== 0;
      init.push(after);
    }
    const open = this.#openPorts(pod);
    const main = pod.spec.containers.map((container) =>
      statusOf(pod, container, pod.status?.containerStatuses),
    );
    // One after the other: a container that needs its neighbour finds it running.
    for (const [index, container] of isHeld ? [] : pod.spec.containers.entries()) {
      const now = { ...pod, status: { ...pod.status, containerStatuses: main } };
      main[index] = this.#runner(pod, container).step(now, main[index] as ContainerStatus, open);
    }
    this.#store(pod, init, main);
    this.#tellProxy(pod);
  }

  /** Stops a Pod that is being deleted. @returns whether it is gone */
  stop(pod: Pod): boolean {
    const { clock, store } = this.#cluster;
    const { name, namespace = '' } = pod.metadata;
    if (this.#stopsAt === undefined) {
      this.#stopsAt = clock.now() + clock.duration(STOPPING);
      const running = pod.status?.containerStatuses?.filter(({ state }) => state.running !== undefined) ?? [];
      for (const container of running) {
        const message = `Stopping container ${container.name}`;
        const fieldPath = `spec.containers{${container.name}}`;
        recordEvent(this.#cluster, 'Pod', pod, {
          type: 'Normal',
          reason: 'Killing',
          message,
          component: 'kubelet',
          fieldPath,
        });
      }
    }
    if (clock.now() < this.#stopsAt) return false;
    store.remove('pods', namespace, name);
    store.forgetPod(namespace, name);
    return true;
  }

  #runner(pod: Pod, container: Container): ContainerRunner {
    const isInit = pod.spec.initContainers?.includes(container) ?? false;
    const known = this.#runners.get(container.name);
    const runner = known ?? new ContainerRunner(this.#cluster, this.#words, container, isInit);
    this.#runners.set(container.name, runner);
    return runner;
  }

  #openPorts(pod: Pod): readonly Endpoint[] {
    return pod.spec.containers.flatMap((container) => this.#runner(pod, container).endpoints(pod));
  }

  #isMounted(pod: Pod): boolean {
    const { clock } = this.#cluster;
    const fault = mountFault(this.#cluster, pod);
    if (fault === undefined) return true;
    if (clock.now() >= this.#nextMount) {
      this.#nextMount = clock.now() + clock.duration(MOUNT_RETRY);
      recordEvent(this.#cluster, 'Pod', pod, {
        type: 'Warning',
        reason: 'FailedMount',
        message: fault,
        component: 'kubelet',
      });
    }
    this.#store(
      pod,
      (pod.spec.initContainers ?? []).map((container) =>
        statusOf(pod, container, pod.status?.initContainerStatuses),
      ),
      pod.spec.containers.map((container) => statusOf(pod, container, pod.status?.containerStatuses)),
    );
    return false;
  }

  #store(pod: Pod, init: readonly ContainerStatus[], main: readonly ContainerStatus[]): void {
    const { clock, store } = this.#cluster;
    const address = pod.status?.podIP ?? freeAddress(this.#cluster);
    const started = {
      podIP: address,
      podIPs: [{ ip: address }],
      hostIP: '192.168.0.10',
      qosClass: 'Burstable',
    };
    const withAddress = { ...pod, status: { ...started, startTime: stamp(clock.now()), ...pod.status } };
    const status = podStatus(withAddress, init, main, clock.now());
    if (!isDeepStrictEqual(status, pod.status)) store.put('pods', { ...pod, status });
  }

  /** Lets the API server's proxy answer what the processes answer now. */
  #tellProxy(pod: Pod): void {
    const { name, namespace = '' } = pod.metadata;
    const now = new Map<string, RecordedAnswer>(
      this.#openPorts(pod).flatMap(({ paths, port }) =>
        Object.entries(paths).map(([path, answer]) => [`${port} ${path}`, proxied(answer)] as const),
      ),
    );
    for (const key of new Set([...this.#told.keys(), ...now.keys()])) {
      const answer = now.get(key);
      if (this.#told.get(key) === JSON.stringify(answer)) continue;
      const [port = '', path = ''] = key.split(' ');
      this.#cluster.store.setProxy(namespace, name, port, path, answer);
    }
    this.#told = new Map([...now].map(([key, answer]) => [key, JSON.stringify(answer)]));
  }
}

/** The status of a container so far; of one that was never started, that it waits. */
function statusOf(
  pod: Pod,
  { image, name }: Container,
  statuses: readonly ContainerStatus[] | undefined,
): ContainerStatus {
  const known = statuses?.find((status) => status.name === name);
  if (known) return known;
  const isFirst = (pod.spec.initContainers ?? []).length === 0 || pod.spec.initContainers?.[0]?.name === name;
  const reason = isFirst ? 'ContainerCreating' : 'PodInitializing';
  return {
    name,
    image,
    imageID: '',
    ready: false,
    started: false,
    restartCount: 0,
    state: { waiting: { reason } },
    lastState: {},
  };
}

function freeAddress(cluster: Cluster): string {
  const taken = new Set(podsOf(cluster).map(({ status }) => status?.podIP));
  for (let last = 10; ; last += 1) {
    const address = `10.244.${Math.floor(last / 250)}.${last % 250}`;
    if (!taken.has(address)) return address;
  }
}
