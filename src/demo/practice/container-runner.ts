import { endpointsOf, isPassed, probe, probeFailure } from './answers.ts';
import type { Endpoint } from './answers.ts';
import { stamp } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { startEffects } from './effects.ts';
import { recordEvent } from './events.ts';
import { imageOf, pullError } from './images.ts';
import type { Container, ContainerState, ContainerStatus, Pod, Probe } from './objects.ts';
import { startRun } from './processes.ts';
import { environmentFault } from './references.ts';
import type { Process, Run } from './run.ts';
import type { Words } from './words.ts';

/** Seconds: the first wait after a crash or a failed pull, and the longest. */
const FIRST_BACK_OFF = 10;
const LAST_BACK_OFF = 300;

/** Runs one container of a Pod, as the kubelet does: pulls, starts, probes, restarts. */
export class ContainerRunner {
  readonly #cluster: Cluster;
  readonly #words: Words;
  readonly #container: Container;
  readonly #isInit: boolean;
  #run: Run | undefined;
  #startedAt = 0;
  /** When it was decided how the run goes. */
  #decidedAt = 0;
  #nextStart = 0;
  #nextProbe = 0;
  #nextRetry = 0;
  /** How often it ended or could not be pulled, in a row. */
  #failures = 0;
  #livenessFailures = 0;

  constructor(cluster: Cluster, words: Words, container: Container, isInit: boolean) {
    this.#cluster = cluster;
    this.#words = words;
    this.#container = container;
    this.#isInit = isInit;
  }

  /** Goes on with a container that was recorded while it ran: one that waited, or one that works. */
  resume(pod: Pod, status: ContainerStatus): void {
    if (status.state.running === undefined) return;
    const waits = this.#isInit || !status.ready;
    this.#run = waits ? startRun(this.#process(pod)) : { cause: '', log: [], listens: true };
    this.#startedAt = Date.parse(status.state.running.startedAt);
    this.#decidedAt = this.#cluster.clock.now();
  }

  /** The ports that the container has open now. */
  endpoints(pod: Pod): readonly Endpoint[] {
    return this.#run?.listens === true
      ? endpointsOf({ cluster: this.#cluster, pod, container: this.#container })
      : [];
  }

  /**
   * Does what is due.
   * @param open All ports of the Pod that are open.
   */
  step(pod: Pod, status: ContainerStatus, open: readonly Endpoint[]): ContainerStatus {
    if (this.#isInit && status.state.terminated?.exitCode === 0) return status;
    if (status.state.terminated !== undefined) return this.#backOff(pod, status);
    return status.state.running === undefined ? this.#start(pod, status) : this.#watch(pod, status, open);
  }

  #start(pod: Pod, status: ContainerStatus): ContainerStatus {
    const now = this.#cluster.clock.now();
    if (now < this.#nextStart) return this.#stillPulling(pod, status);
    const { name, image } = this.#container;
    if (!this.#cluster.images.has(imageOf(this.#container))) return this.#failPull(pod, status);
    const fault = environmentFault(this.#cluster, pod, this.#container);
    if (fault !== undefined) {
      this.#wait(FIRST_BACK_OFF);
      this.#event(pod, 'Warning', 'Failed', `Error: ${fault}`);
      return waiting(status, 'CreateContainerConfigError', fault);
    }
    const isRestart = status.lastState.terminated !== undefined;
    const process = this.#process(pod);
    this.#run = startRun(process);
    this.#startedAt = now;
    this.#decidedAt = now;
    this.#livenessFailures = 0;
    this.#nextProbe = 0;
    this.#words.write(pod, this.#container, this.#run, now);
    if (this.#run.listens) startEffects(process);
    this.#event(pod, 'Normal', 'Pulled', `Container image "${image}" already present on machine`);
    this.#event(pod, 'Normal', 'Created', `Created container: ${name}`);
    this.#event(pod, 'Normal', 'Started', `Started container ${name}`);
    return {
      ...status,
      restartCount: status.restartCount + (isRestart ? 1 : 0),
      containerID: `containerd://${crypto.randomUUID().replaceAll('-', '').repeat(2)}`,
      imageID: `docker.io/${imageOf(this.#container)}`,
      ready: false,
      started: true,
      state: { running: { startedAt: stamp(now) } },
    };
  }

  #failPull(pod: Pod, status: ContainerStatus): ContainerStatus {
    const { image } = this.#container;
    const error = pullError(image);
    this.#failures += 1;
    this.#wait(backOffSeconds(this.#failures));
    this.#event(pod, 'Normal', 'Pulling', `Pulling image "${image}"`);
    this.#event(pod, 'Warning', 'Failed', `Failed to pull image "${image}": ${error}`);
    this.#event(pod, 'Warning', 'Failed', 'Error: ErrImagePull');
    return waiting(status, 'ErrImagePull', error);
  }

  #stillPulling(pod: Pod, status: ContainerStatus): ContainerStatus {
    if (status.state.waiting?.reason !== 'ErrImagePull') return status;
    const { image } = this.#container;
    this.#event(pod, 'Normal', 'BackOff', `Back-off pulling image "${image}"`);
    this.#event(pod, 'Warning', 'Failed', 'Error: ImagePullBackOff');
    return waiting(
      status,
      'ImagePullBackOff',
      `Back-off pulling image "${image}": ErrImagePull: ${pullError(image)}`,
    );
  }

  #watch(pod: Pod, status: ContainerStatus, open: readonly Endpoint[]): ContainerStatus {
    const { clock } = this.#cluster;
    this.#lookAgain(pod);
    const end = this.#run?.end;
    if (end && clock.now() >= this.#decidedAt + clock.duration(end.afterSeconds)) {
      return this.#ended(status, end.exitCode, end.reason);
    }
    if (clock.now() < this.#nextProbe) return status;
    const { livenessProbe, readinessProbe } = this.#container;
    const period = Math.min(livenessProbe?.periodSeconds ?? 10, readinessProbe?.periodSeconds ?? 10);
    this.#nextProbe = clock.now() + clock.duration(period);
    if (this.#fails(pod, 'Liveness', livenessProbe, open)) {
      this.#livenessFailures += 1;
      if (this.#livenessFailures >= (livenessProbe?.failureThreshold ?? 3)) {
        const message = `Container ${this.#container.name} failed liveness probe, will be restarted`;
        this.#event(pod, 'Normal', 'Killing', message);
        return this.#killed(status, open);
      }
    } else this.#livenessFailures = 0;
    const ready = this.#isDue(readinessProbe) && !this.#fails(pod, 'Readiness', readinessProbe, open);
    return ready === status.ready ? status : { ...status, ready };
  }

  /** A process that waits for something finds it, or finds something else. */
  #lookAgain(pod: Pod): void {
    const { clock } = this.#cluster;
    const run = this.#run;
    if (run?.retrySeconds === undefined) return;
    if (clock.now() < this.#nextRetry) return;
    this.#nextRetry = clock.now() + clock.duration(run.retrySeconds);
    const process = this.#process(pod);
    const next = startRun(process);
    if (next.cause === run.cause) return;
    this.#run = next;
    this.#decidedAt = clock.now();
    this.#words.goOn(pod, this.#container, next, clock.now());
    if (next.listens) startEffects(process);
  }

  #process(pod: Pod): Process {
    return { cluster: this.#cluster, pod, container: this.#container };
  }

  /** A process that works ends at once when asked to; a busy one has to be killed, one that still starts gives up. */
  #killed(status: ContainerStatus, open: readonly Endpoint[]): ContainerStatus {
    if (this.#run?.listens !== true) return this.#ended(status, 1, 'Error');
    const isBusy = open.some(({ paths }) => Object.values(paths).some(({ kind }) => kind === 'late'));
    return isBusy ? this.#ended(status, 137, 'Error') : this.#ended(status, 0, 'Completed');
  }

  #isDue(asked: Probe | undefined): boolean {
    const { clock } = this.#cluster;
    return clock.now() >= this.#startedAt + clock.duration(asked?.initialDelaySeconds ?? 0);
  }

  #fails(
    pod: Pod,
    which: 'Liveness' | 'Readiness',
    asked: Probe | undefined,
    open: readonly Endpoint[],
  ): boolean {
    if (asked === undefined || !this.#isDue(asked)) return false;
    const answer = probe(open, this.#container, asked);
    if (isPassed(answer, asked)) return false;
    const why = probeFailure(answer, asked, pod.status?.podIP ?? '');
    this.#event(pod, 'Warning', 'Unhealthy', `${which} probe failed: ${why}`);
    return true;
  }

  #ended(status: ContainerStatus, exitCode: number, reason: string): ContainerStatus {
    const startedAt = stamp(this.#startedAt);
    const finishedAt = stamp(this.#cluster.clock.now());
    this.#run = undefined;
    const isDone = this.#isInit && exitCode === 0;
    const id = status.containerID;
    const terminated = {
      exitCode,
      reason,
      startedAt,
      finishedAt,
      ...(id !== undefined && { containerID: id }),
    };
    return { ...status, ready: isDone, started: false, state: { terminated } };
  }

  /** After an end: the first restart comes at once, later ones after a wait that doubles. */
  #backOff(pod: Pod, status: ContainerStatus): ContainerStatus {
    if (pod.spec.restartPolicy === 'Never') return status;
    this.#failures += 1;
    const seconds = this.#failures === 1 ? 0 : backOffSeconds(this.#failures - 1);
    this.#wait(seconds);
    const { name } = this.#container;
    const { name: podName, namespace, uid } = pod.metadata;
    const subject = `${podName}_${namespace}(${uid})`;
    const lastState: ContainerState = status.state;
    if (seconds === 0) return { ...status, lastState, state: { waiting: { reason: 'ContainerCreating' } } };
    this.#event(pod, 'Warning', 'BackOff', `Back-off restarting failed container ${name} in pod ${subject}`);
    const message = `back-off ${printedSeconds(seconds)} restarting failed container=${name} pod=${subject}`;
    return { ...status, lastState, state: { waiting: { reason: 'CrashLoopBackOff', message } } };
  }

  #wait(seconds: number): void {
    const { clock } = this.#cluster;
    this.#nextStart = clock.now() + clock.duration(seconds);
  }

  #event(pod: Pod, type: 'Normal' | 'Warning', reason: string, message: string): void {
    const list = this.#isInit ? 'initContainers' : 'containers';
    const fieldPath = `spec.${list}{${this.#container.name}}`;
    recordEvent(this.#cluster, 'Pod', pod, { type, reason, message, component: 'kubelet', fieldPath });
  }
}

function waiting(status: ContainerStatus, reason: string, message: string): ContainerStatus {
  return { ...status, ready: false, started: false, state: { waiting: { reason, message } } };
}

function backOffSeconds(failures: number): number {
  return Math.min(LAST_BACK_OFF, FIRST_BACK_OFF * 2 ** (failures - 1));
}

/** `40s`, `1m20s`, as Go prints durations. */
function printedSeconds(seconds: number): string {
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
}
