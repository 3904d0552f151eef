import pLimit from 'p-limit';
import type { MeshIdentity } from '#mesh/identity.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import { deployment, meshConfig, pod, replicaSet, service } from '#snapshot/kubernetes.ts';
import { namespaceObject } from '#snapshot/namespace-object.ts';
import type { Pod } from '#snapshot/kubernetes.ts';
import type { Observed } from '#snapshot/observed.ts';
import { pending, valueOf } from '#snapshot/observed.ts';
import { logKey, probeKey } from '#snapshot/fact-keys.ts';
import type { NamespaceFacts } from '#snapshot/snapshot.ts';
import type { SnapshotBuilder } from './snapshot-builder.ts';
import { callProbe } from './call-probe.ts';
import { markBlockedProbeProxy } from './probe-proxy-blocked.ts';
import type { ProbeSettings } from './call-probe.ts';
import { emptyNamespace } from './empty-snapshot.ts';
import { logTargets } from './log-targets.ts';
import { namespaceRequests } from './plan.ts';
import type { NamespacePlan } from './plan.ts';
import { probeTargets } from './probe-targets.ts';
import { readEndpoints } from './read-endpoints.ts';
import { readList, readObject } from './read-fact.ts';
import type { Reading } from './read-fact.ts';
import { readLog } from './read-log.ts';
import type { LogSettings } from './log-settings.ts';
import { event } from './api-schemas.ts';

/** What all parts of one reading share. */
export interface Room {
  readonly board: SnapshotBuilder;
  readonly reading: Reading;
  readonly settings: LogSettings & ProbeSettings;
  readonly wants: (fact: FactName | 'version') => boolean;
}

/** Long logs must not hold up the others, nor take all connections. */
const parallelLogs = 4;
const parallelProbes = 6;

/** The Deployments of one namespace, for who may not list those of the cluster. */
export async function readDeployments(room: Room, namespace: string): Promise<void> {
  const { deployments: request } = namespaceRequests(namespace);
  setFacts(room, namespace, { deployments: pending });
  const deployments = await room.board.track(request.label, () =>
    readList(request, deployment, room.reading),
  );
  setFacts(room, namespace, { deployments });
}

/** All facts of a control-plane namespace; logs and probes begin as soon as its pods are known. */
export async function readNamespace(
  shared: Room,
  namespace: string,
  mesh: MeshIdentity | undefined,
): Promise<void> {
  const { reading } = shared;
  // A control plane that appeared since the last reading is read whole, whatever is asked for again.
  const room = isUnread(shared, namespace) ? { ...shared, wants: () => true } : shared;
  const plan = namespaceRequests(namespace, mesh);
  setFacts(room, namespace, {});
  const read = (
    name: Exclude<keyof NamespacePlan, 'deployments' | 'endpointSlices'>,
    work: () => Promise<Observed<unknown>>,
  ): Promise<void> => readFact(room, namespace, name, plan[name].label, work);
  await Promise.all([
    read('pods', () => readList(plan.pods, pod, reading)).then(() => readPodFacts(room, namespace)),
    read('namespace', () => readObject(plan.namespace, namespaceObject, reading)),
    read('replicaSets', () => readList(plan.replicaSets, replicaSet, reading)),
    read('events', () => readList(plan.events, event, reading)),
    read('services', () => readList(plan.services, service, reading)),
    read('endpoints', () => readEndpoints(plan, reading)),
    read('meshConfig', () => readObject(plan.meshConfig, meshConfig, reading)),
  ]);
}

function isUnread({ board }: Room, namespace: string): boolean {
  const {
    deployments: _deployments,
    probes: _probes,
    logs: _logs,
    ...facts
  } = board.snapshot.namespaces[namespace] ?? emptyNamespace;
  return Object.values(facts).every(({ state }) => state === 'pending');
}

async function readFact(
  room: Room,
  namespace: string,
  name: Exclude<keyof NamespaceFacts, 'probes' | 'logs' | 'deployments'>,
  label: string,
  work: () => Promise<Observed<unknown>>,
): Promise<void> {
  if (!room.wants(name)) return;
  const fact = await room.board.track(label, work);
  setFacts(room, namespace, { [name]: fact });
}

async function readPodFacts(room: Room, namespace: string): Promise<void> {
  const pods: readonly Pod[] = valueOf(room.board.snapshot.namespaces[namespace]?.pods) ?? [];
  await Promise.all([readProbes(room, namespace, pods), readLogs(room, namespace, pods)]);
}

async function readProbes(room: Room, namespace: string, pods: readonly Pod[]): Promise<void> {
  if (!room.wants('probes')) return;
  const limit = pLimit(parallelProbes);
  const targets = pods.flatMap((item) => probeTargets(item).map((target) => ({ ...target, namespace })));
  const keyOf = (target: (typeof targets)[number]): string =>
    probeKey(target.pod, target.container, target.probe);
  setFacts(room, namespace, {
    probes: Object.fromEntries(targets.map((target) => [keyOf(target), pending])),
  });
  await Promise.all(
    targets.map((target) =>
      limit(async () => {
        const label = `probe ${target.pod} ${target.probe}`;
        const fact = await room.board.track(label, () => callProbe(target, room.reading, room.settings));
        setEntry(room, namespace, 'probes', keyOf(target), fact);
      }),
    ),
  );
  const called = room.board.snapshot.namespaces[namespace]?.probes ?? {};
  setFacts(room, namespace, { probes: markBlockedProbeProxy(called) });
}

async function readLogs(room: Room, namespace: string, pods: readonly Pod[]): Promise<void> {
  if (!room.wants('logs')) return;
  const limit = pLimit(parallelLogs);
  const targets = pods.flatMap((item) => logTargets(item).map((target) => ({ ...target, namespace })));
  const keyOf = ({ pod: name, container, previous }: (typeof targets)[number]): string =>
    logKey(name, container, previous);
  setFacts(room, namespace, { logs: Object.fromEntries(targets.map((target) => [keyOf(target), pending])) });
  await Promise.all(
    targets.map((target) =>
      limit(async () => {
        const label = `log ${target.pod} ${target.container}${target.previous ? ' (previous)' : ''}`;
        const fact = await room.board.track(label, () => readLog(target, room.reading, room.settings));
        setEntry(room, namespace, 'logs', keyOf(target), fact);
      }),
    ),
  );
}

function setFacts(
  { board }: Room,
  namespace: string,
  facts: Readonly<Partial<Record<keyof NamespaceFacts, unknown>>>,
): void {
  board.change((snapshot) => {
    const own = { ...(snapshot.namespaces[namespace] ?? emptyNamespace), ...facts } as NamespaceFacts;
    return { ...snapshot, namespaces: { ...snapshot.namespaces, [namespace]: own } };
  });
}

function setEntry(
  room: Room,
  namespace: string,
  name: 'probes' | 'logs',
  key: string,
  fact: Observed<unknown>,
): void {
  const own = room.board.snapshot.namespaces[namespace]?.[name] ?? {};
  setFacts(room, namespace, { [name]: { ...own, [key]: fact } });
}
