import type { MeshIdentity } from '#mesh/identity.ts';
import { autoscaler } from '#snapshot/autoscaler.ts';
import { deployment, meshConfig, pod, replicaSet, service } from '#snapshot/kubernetes.ts';
import type { Pod } from '#snapshot/kubernetes.ts';
import { namespaceObject } from '#snapshot/namespace-object.ts';
import type { Observed } from '#snapshot/observed.ts';
import { pending, valueOf } from '#snapshot/observed.ts';
import type { NamespaceFacts } from '#snapshot/snapshot.ts';
import { event } from './api-schemas.ts';
import { emptyNamespace } from './empty-snapshot.ts';
import type { OptionalRequests } from './optional-requests.ts';
import { namespaceRequests } from './plan.ts';
import { readEndpoints } from './read-endpoints.ts';
import { readList, readObject } from './read-fact.ts';
import { readNodes } from './read-nodes.ts';
import { readLogs, readProbes } from './read-pod-facts.ts';
import { setFacts } from './room.ts';
import type { Room } from './room.ts';

/** Facts that are one request each. */
type SingleFact = Exclude<
  keyof NamespaceFacts,
  'deployments' | 'nodes' | 'probes' | 'logs' | 'creationFailures'
>;

/** The Deployments of one namespace, for who may not list those of the cluster. */
export async function readDeployments(room: Room, namespace: string): Promise<void> {
  const { deployments: request } = namespaceRequests(namespace);
  setFacts(room, namespace, { deployments: pending });
  const deployments = await room.board.track(request.label, () =>
    readList(request, deployment, room.reading),
  );
  setFacts(room, namespace, { deployments });
}

/** The control-plane Pods of a namespace; which mesh it is of makes no difference. */
export function listPods({ board, reading }: Room, namespace: string): Promise<Observed<Pod[]>> {
  const { pods } = namespaceRequests(namespace);
  return board.track(pods.label, () => readList(pods, pod, reading));
}

/** What the facts of a control-plane namespace are read with. */
export interface NamespaceReading {
  readonly mesh: MeshIdentity | undefined;
  readonly optional: OptionalRequests;
  /** When they are under way already. */
  readonly pods?: Promise<Observed<Pod[]>> | undefined;
}

/**
 * Reads all facts of a control-plane namespace; logs, probes and nodes begin as soon as its Pods are known.
 * @returns `nodesChosen` when it is known how many optional requests are left, `all` when everything is read
 */
export function readNamespace(
  shared: Room,
  namespace: string,
  { mesh, optional, pods }: NamespaceReading,
): { readonly nodesChosen: Promise<unknown>; readonly all: Promise<unknown> } {
  const { reading } = shared;
  // A control plane that appeared since the last reading is read whole, whatever is asked for again.
  const room = isUnread(shared, namespace) ? { ...shared, wants: () => true } : shared;
  const plan = namespaceRequests(namespace, mesh);
  setFacts(room, namespace, {});
  const read = async (name: SingleFact, work: () => Promise<Observed<unknown>>): Promise<void> => {
    if (!room.wants(name)) return;
    setFacts(room, namespace, { [name]: await work() });
  };
  const ask = (name: Exclude<SingleFact, 'pods'>, work: () => Promise<Observed<unknown>>): Promise<void> =>
    read(name, () => room.board.track(plan[name].label, work));
  const nodesChosen = read('pods', () => pods ?? listPods(room, namespace)).then(() => ({
    podFacts: readPodFacts(room, namespace, optional),
  }));
  const all = Promise.all([
    nodesChosen.then(({ podFacts }) => podFacts),
    ask('namespace', () => readObject(plan.namespace, namespaceObject, reading)),
    ask('replicaSets', () => readList(plan.replicaSets, replicaSet, reading)),
    ask('events', () => readList(plan.events, event, reading)),
    ask('services', () => readList(plan.services, service, reading)),
    ask('endpoints', () => readEndpoints(plan, reading)),
    ask('meshConfig', () => readObject(plan.meshConfig, meshConfig, reading)),
    ask('autoscalers', () => readList(plan.autoscalers, autoscaler, reading)),
  ]);
  return { nodesChosen, all };
}

/** Whether nothing of a namespace was read yet but its Deployments. */
function isUnread({ board }: Room, namespace: string): boolean {
  const own = board.snapshot.namespaces[namespace] ?? emptyNamespace;
  const { namespace: itself, pods, replicaSets, events, services, endpoints, meshConfig: config } = own;
  return [itself, pods, replicaSets, events, services, endpoints, config].every(
    ({ state }) => state === 'pending',
  );
}

function readPodFacts(room: Room, namespace: string, optional: OptionalRequests): Promise<unknown> {
  const pods = valueOf(room.board.snapshot.namespaces[namespace]?.pods) ?? [];
  return Promise.all([
    readNodes(room, namespace, pods, optional),
    readProbes(room, namespace, pods),
    readLogs(room, namespace, pods),
  ]);
}
