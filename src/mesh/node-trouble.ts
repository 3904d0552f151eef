import type { Node } from '#snapshot/node.ts';

/** What keeps a node from running Pods, or took one from it. */
export type NodeTrouble =
  | 'not-ready'
  | 'network-unavailable'
  | 'disk-pressure'
  | 'memory-pressure'
  | 'pid-pressure'
  | 'cordoned'
  | 'shutdown'
  /** A Pod with a higher priority took its place. */
  | 'preempted'
  /** The Pod used more ephemeral storage than its own limit: no trouble of the node. */
  | 'storage-limit'
  | 'other';

/** Taints that Kubernetes itself puts on a node (well-known labels, annotations and taints). */
const taints: readonly (readonly [NodeTrouble, RegExp])[] = [
  ['not-ready', /node\.kubernetes\.io\/(?:not-ready|unreachable)/],
  ['network-unavailable', /node\.kubernetes\.io\/network-unavailable/],
  ['disk-pressure', /node\.kubernetes\.io\/disk-pressure/],
  ['memory-pressure', /node\.kubernetes\.io\/memory-pressure/],
  ['pid-pressure', /node\.kubernetes\.io\/pid-pressure/],
  ['shutdown', /node\.cloudprovider\.kubernetes\.io\/shutdown|node\.kubernetes\.io\/out-of-service/],
  ['cordoned', /node\.kubernetes\.io\/unschedulable|\bwere unschedulable\b/],
];

/** The troubles of nodes that a message of the scheduler names, the worst first. */
export function troublesInScheduling(message: string): readonly NodeTrouble[] {
  return taints.filter(([, pattern]) => pattern.test(message)).map(([trouble]) => trouble);
}

/** Of how a Pod was lost: by reason and message of its status, of an event or of its condition DisruptionTarget. */
const losses: readonly (readonly [NodeTrouble, RegExp])[] = [
  ['preempted', /preempt/i],
  ['storage-limit', /exceed(?:s|ed) (?:its|the|total).*limit|EmptyDir volume .* exceeds the limit/i],
  ['disk-pressure', /low on resource: (?:ephemeral-storage|nodefs|imagefs|inodes)|DiskPressure/i],
  ['memory-pressure', /low on resource: memory|MemoryPressure|\bOOM/i],
  ['pid-pressure', /low on resource: pids|PIDPressure/i],
  ['shutdown', /shutdown|\bRebooted\b/i],
  ['not-ready', /NotReady|NodeLost|not ready|unreachable|taint/i],
];

/** Why a Pod was evicted or its node failed. */
export function troubleOfLoss(reason: string, message: string): NodeTrouble {
  const text = `${reason}: ${message}`;
  return losses.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

/** A trouble of a node, with the words and the time of the condition or field that shows it. */
export interface NodeState {
  readonly trouble: NodeTrouble;
  /** e.g. `status.conditions[Ready]` */
  readonly path: string;
  readonly quote: string;
  readonly since?: string;
}

/** Conditions that mean trouble when they have another status than this one. */
const sound: readonly (readonly [type: string, status: string, trouble: NodeTrouble])[] = [
  ['Ready', 'True', 'not-ready'],
  ['NetworkUnavailable', 'False', 'network-unavailable'],
  ['DiskPressure', 'False', 'disk-pressure'],
  ['MemoryPressure', 'False', 'memory-pressure'],
  ['PIDPressure', 'False', 'pid-pressure'],
];

/** What is wrong with a node now, the worst first. A node that is not Ready has no other condition that is known. */
export function statesOfNode({ spec, status }: Node): readonly NodeState[] {
  const conditions = sound.flatMap(([type, good, trouble]): NodeState[] => {
    const condition = status.conditions.find((item) => item.type === type);
    if (condition === undefined || condition.status === good) return [];
    const { reason = '', message = '', lastTransitionTime: since } = condition;
    const quote = [`${type}=${condition.status}`, reason, message].filter(Boolean).join(': ');
    return [
      { trouble, path: `status.conditions[${type}]`, quote, ...(since === undefined ? {} : { since }) },
    ];
  });
  const known = conditions[0]?.trouble === 'not-ready' ? conditions.slice(0, 1) : conditions;
  if (spec.unschedulable !== true) return known;
  const taint = spec.taints.find(({ key }) => key === 'node.kubernetes.io/unschedulable');
  const since = taint?.timeAdded === undefined ? {} : { since: taint.timeAdded };
  return [...known, { trouble: 'cordoned', path: 'spec.unschedulable', quote: 'true', ...since }];
}
