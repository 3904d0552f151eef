import { shifter } from '../shift-times.ts';
import type { Cluster } from './cluster.ts';
import { logText } from './log-lines.ts';
import type { Container, Pod } from './objects.ts';
import { startRun } from './processes.ts';
import type { Run } from './run.ts';

/**
 * What containers log. A run that goes wrong in a way that was recorded says the recorded words, at the time of the new
 * run; any other says what the rules know.
 */
export class Words {
  readonly #cluster: Cluster;
  readonly #recorded = new Map<string, string>();

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  /** Learns the words of a recorded container that does not work. */
  learn(pod: Pod, container: Container): void {
    const { cause } = startRun({ cluster: this.#cluster, pod, container });
    const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
    const works = statuses.some(({ name, ready }) => ready && name === container.name);
    // What would stop it only at its next start is not what it logs now.
    if (cause === '' || (works && !cause.startsWith('defect '))) return;
    const { name, namespace = '' } = pod.metadata;
    for (const isPrevious of [false, true]) {
      const log = this.#cluster.store.log(namespace, name, container.name, isPrevious);
      if (!log || !('text' in log) || !/^\d{4}-/.test(log.text)) continue;
      this.#recorded.set(`${container.name} ${cause}`, log.text);
      return;
    }
  }

  /** Begins the log of a run; that of the run before becomes the previous one. */
  write(pod: Pod, container: Container, run: Run, startedAt: number): void {
    const { store } = this.#cluster;
    const { name, namespace = '' } = pod.metadata;
    const before = store.log(namespace, name, container.name, false);
    if (before && 'text' in before) store.setLog(namespace, name, container.name, before, true);
    const recorded = run.cause === '' ? undefined : this.#recorded.get(`${container.name} ${run.cause}`);
    const text = recorded === undefined ? logText(run.log, startedAt) : endingAt(recorded, startedAt);
    store.setLog(namespace, name, container.name, { text });
  }

  /** Adds what a run logs that went on after a wait. */
  goOn(pod: Pod, container: Container, run: Run, now: number): void {
    const { store } = this.#cluster;
    const { name, namespace = '' } = pod.metadata;
    const before = store.log(namespace, name, container.name, false);
    const text = (before && 'text' in before ? before.text : '') + logText(run.log, now);
    store.setLog(namespace, name, container.name, { text });
  }
}

/** A log moved in time so that its last line is of this moment. */
function endingAt(log: string, at: number): string {
  const last = log.trimEnd().split('\n').at(-1) ?? '';
  const stamp = last.split(' ')[0] ?? '';
  return shifter(stamp, at - Date.parse(stamp))(log);
}
