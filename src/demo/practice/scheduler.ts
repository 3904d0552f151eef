import { bytesOrCores } from '../quantity.ts';
import { nodesOf, podsOf, stamp } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { recordEvent } from './events.ts';
import { isOver, isTerminating, meets } from './objects.ts';
import type { Node, Pod, Taint, Toleration } from './objects.ts';

/** Puts Pods that have no node on one that fits, or says why none does. It tries again at every change and now and then. */
export class Scheduler {
  readonly #cluster: Cluster;
  readonly #again = new Map<string, number>();

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  reconcile(): void {
    const { clock, store } = this.#cluster;
    for (const pod of podsOf(this.#cluster)) {
      if (pod.spec.nodeName !== undefined || isOver(pod) || isTerminating(pod)) continue;
      const { name, uid = '' } = pod.metadata;
      const why = new Map(nodesOf(this.#cluster).map((node) => [node, misfit(this.#cluster, node, pod)]));
      const [node] = [...why].find(([, reason]) => reason === undefined) ?? [];
      if (node) {
        this.#again.delete(uid);
        store.put('pods', bound(pod, node, stamp(clock.now())));
        const message = `Successfully assigned ${pod.metadata.namespace}/${name} to ${node.metadata.name}`;
        this.#event(pod, 'Normal', 'Scheduled', message);
      } else if (clock.now() >= (this.#again.get(uid) ?? 0)) {
        this.#again.set(uid, clock.now() + clock.duration(60));
        this.#refuse(pod, unschedulable([...why.values()]));
      }
    }
  }

  #refuse(pod: Pod, message: string): void {
    const { clock, store } = this.#cluster;
    const before = pod.status?.conditions?.find(({ type }) => type === 'PodScheduled');
    if (before?.message !== message) {
      const condition = {
        type: 'PodScheduled',
        status: 'False' as const,
        lastProbeTime: null,
        lastTransitionTime: before?.lastTransitionTime ?? stamp(clock.now()),
        reason: 'Unschedulable',
        message,
      };
      store.put('pods', { ...pod, status: { ...pod.status, phase: 'Pending', conditions: [condition] } });
    }
    this.#event(pod, 'Warning', 'FailedScheduling', message);
  }

  #event(pod: Pod, type: 'Normal' | 'Warning', reason: string, message: string): void {
    recordEvent(this.#cluster, 'Pod', pod, { type, reason, message, component: 'default-scheduler' });
  }
}

function bound(pod: Pod, { metadata }: Node, lastTransitionTime: string): Pod {
  const condition = {
    type: 'PodScheduled',
    status: 'True' as const,
    lastProbeTime: null,
    lastTransitionTime,
  };
  return {
    ...pod,
    spec: { ...pod.spec, nodeName: metadata.name },
    status: { phase: 'Pending', conditions: [condition] },
  };
}

/** Why a node does not take a Pod, in the scheduler's words; undefined when it does. */
export function misfit(cluster: Cluster, node: Node, pod: Pod): string | undefined {
  if (node.spec.unschedulable === true) return 'node(s) were unschedulable';
  const taint = taintsOf(node).find(
    (candidate) =>
      candidate.effect !== 'PreferNoSchedule' && !isTolerated(candidate, pod.spec.tolerations ?? []),
  );
  if (taint) return `node(s) had untolerated taint {${taint.key}: ${taint.value ?? ''}}`;
  if (!isWanted(node, pod)) return "node(s) didn't match Pod's node affinity/selector";
  const others = podsOf(cluster).filter(
    (other) =>
      other.spec.nodeName === node.metadata.name && !isOver(other) && other.metadata.uid !== pod.metadata.uid,
  );
  for (const resource of ['cpu', 'memory'] as const) {
    const used = others.reduce((sum, other) => sum + requested(other, resource), 0);
    const room = bytesOrCores(node.status.allocatable[resource]) - used;
    if (requested(pod, resource) > room) return `Insufficient ${resource}`;
  }
  return undefined;
}

/** A node that reports pressure or is not ready is tainted again at once, whoever takes the taint away. */
function taintsOf({ spec, status }: Node): readonly Taint[] {
  const derived = status.conditions.flatMap(({ type, status: is }): Taint[] => {
    if (type === 'Ready')
      return is === 'True' ? [] : [{ key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }];
    const key = `node.kubernetes.io/${type.replace('Pressure', '-pressure').toLowerCase()}`;
    return is === 'True' && type.endsWith('Pressure') ? [{ key, effect: 'NoSchedule' }] : [];
  });
  const known = new Set(derived.map(({ key }) => key));
  return [...derived, ...(spec.taints ?? []).filter(({ key }) => !known.has(key))];
}

function isTolerated({ key, value = '', effect }: Taint, tolerations: readonly Toleration[]): boolean {
  return tolerations.some(
    (toleration) =>
      (toleration.effect === undefined || toleration.effect === effect) &&
      (toleration.operator === 'Exists'
        ? toleration.key === undefined || toleration.key === key
        : toleration.key === key && (toleration.value ?? '') === value),
  );
}

function isWanted({ metadata }: Node, { spec }: Pod): boolean {
  const labels = metadata.labels ?? {};
  const terms =
    spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  return (
    Object.entries(spec.nodeSelector ?? {}).every(([key, value]) => labels[key] === value) &&
    (terms === undefined ||
      terms.some(({ matchExpressions = [] }) =>
        matchExpressions.every((requirement) => meets(requirement, labels)),
      ))
  );
}

function requested({ spec }: Pod, resource: 'cpu' | 'memory'): number {
  return spec.containers.reduce(
    (sum, { resources }) => sum + (bytesOrCores(resources?.requests?.[resource]) || 0),
    0,
  );
}

function unschedulable(reasons: readonly (string | undefined)[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const list = [...counts].map(([reason, count]) => `${count} ${reason}`).join(', ');
  const total = reasons.length;
  const preemption = list.includes('Insufficient')
    ? `preemption: 0/${total} nodes are available: ${total} No preemption victims found for incoming pod.`
    : `preemption: 0/${total} nodes are available: ${total} Preemption is not helpful for scheduling.`;
  return total === 0
    ? 'no nodes available to schedule pods'
    : `0/${total} nodes are available: ${list}. ${preemption}`;
}
