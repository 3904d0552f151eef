import { roleOfLabels } from '#mesh/control-plane.ts';
import type { Pod } from '#snapshot/kubernetes.ts';
import { node } from '#snapshot/node.ts';
import { pending } from '#snapshot/observed.ts';
import type { OptionalRequests } from './optional-requests.ts';
import { nodeRequest } from './plan.ts';
import { isFinished } from './pod-phase.ts';
import { readObject } from './read-fact.ts';
import { setEntry, setFacts } from './room.ts';
import type { Room } from './room.ts';

const maxNodes = 5;

/** The nodes that Pods of a control plane are on, as far as the budget allows: those of Pods in trouble first. */
export async function readNodes(
  room: Room,
  namespace: string,
  pods: readonly Pod[],
  optional: OptionalRequests,
): Promise<void> {
  if (!room.wants('nodes')) return;
  const names = nodesOf(pods).slice(0, maxNodes);
  const asked = new Set(optional.take(names.filter((name) => !room.nodes.has(name))));
  const known = names.filter((name) => room.nodes.has(name) || asked.has(name));
  setFacts(room, namespace, { nodes: Object.fromEntries(known.map((name) => [name, pending])) });
  await Promise.all(
    known.map(async (name) => {
      const request = nodeRequest(name);
      const reading =
        room.nodes.get(name) ??
        room.board.track(request.label, () => readObject(request, node, room.reading));
      room.nodes.set(name, reading);
      setEntry(room, namespace, 'nodes', name, await reading);
    }),
  );
}

/** Each node once. The interceptor has a Pod on every node of the cluster, so its nodes come last. */
function nodesOf(pods: readonly Pod[]): readonly string[] {
  const byUrgency = pods.toSorted((a, b) => urgency(a) - urgency(b));
  return [...new Set(byUrgency.flatMap(({ spec }) => spec.nodeName ?? []))];
}

function urgency(pod: Pod): number {
  const isReady = pod.status.conditions.some(({ type, status }) => type === 'Ready' && status === 'True');
  const rank = isReady ? 1 : isFinished(pod) ? 2 : 0;
  return rank + (roleOfLabels(pod.metadata.labels) === undefined ? 3 : 0);
}
