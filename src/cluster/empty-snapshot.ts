import type { FactName } from '#mesh/mesh-facts.ts';
import { pending } from '#snapshot/observed.ts';
import type { Observed } from '#snapshot/observed.ts';
import { snapshotApiVersion } from '#snapshot/snapshot.ts';
import type { ClusterFacts, NamespaceFacts, Snapshot } from '#snapshot/snapshot.ts';

/** A snapshot of which nothing has been read yet. */
export function emptySnapshot(
  source: Snapshot['source'],
  target: Snapshot['target'],
  readAt: string,
): Snapshot {
  return {
    apiVersion: snapshotApiVersion,
    kind: 'Snapshot',
    readAt,
    source,
    target,
    cluster: {
      version: pending,
      deployments: pending,
      enrolledNamespaces: pending,
      mutatingWebhooks: pending,
      validatingWebhooks: pending,
      customResourceDefinitions: pending,
      apiResources: {},
      creationFailures: pending,
      affectedWorkloads: {},
    },
    namespaces: {},
  };
}

export const emptyNamespace: NamespaceFacts = {
  namespace: pending,
  replicaSets: pending,
  pods: pending,
  events: pending,
  services: pending,
  endpoints: pending,
  meshConfig: pending,
  autoscalers: pending,
  nodes: {},
  probes: {},
  logs: {},
};

/** The snapshot with some of its facts asked for again: these are pending, all others stay. */
export function forgetFacts(snapshot: Snapshot, facts: ReadonlySet<FactName>): Snapshot {
  const forget = <T extends ClusterFacts | NamespaceFacts>(group: T): T =>
    Object.fromEntries(
      Object.entries(group).map(([name, fact]) => [
        name,
        facts.has(name as FactName) ? withState(fact as Fact, pending) : (fact as Fact),
      ]),
    ) as T;
  return {
    ...snapshot,
    cluster: forget(snapshot.cluster),
    namespaces: Object.fromEntries(
      Object.entries(snapshot.namespaces).map(([name, group]) => [name, forget(group)]),
    ),
  };
}

/**
 * Nothing stays pending when a reading has ended: what was not asked any more was called off, or is `lost` for the
 * reason that ended it.
 */
export function settle(snapshot: Snapshot, lost: Observed<never>): Snapshot {
  const ended = <T extends ClusterFacts | NamespaceFacts>(group: T): T =>
    Object.fromEntries(
      Object.entries(group).map(([name, fact]) => [name, settleFact(fact as Fact, lost)]),
    ) as T;
  return {
    ...snapshot,
    cluster: ended(snapshot.cluster),
    namespaces: Object.fromEntries(
      Object.entries(snapshot.namespaces).map(([name, group]) => [name, ended(group)]),
    ),
  };
}

/** Whether anything in the snapshot was answered since then (RFC 3339). */
export function isAnswered({ cluster, namespaces }: Snapshot, since: string): boolean {
  return [cluster, ...Object.values(namespaces)]
    .flatMap((group) => Object.values(group) as Fact[])
    .flatMap((fact) => (isObserved(fact) ? [fact] : Object.values(fact)))
    .some((fact) => 'at' in fact && fact.at >= since);
}

/** A fact, or facts by key. */
type Fact = Observed<unknown> | Readonly<Record<string, Observed<unknown>>>;

function isObserved(fact: Fact): fact is Observed<unknown> {
  return typeof fact['state'] === 'string';
}

function withState(fact: Fact, state: Observed<never>): Fact {
  return isObserved(fact) ? state : Object.fromEntries(Object.keys(fact).map((key) => [key, state]));
}

function settleFact(fact: Fact, lost: Observed<never>): Fact {
  const settleOne = (one: Observed<unknown>): Observed<unknown> =>
    one.state === 'pending' || one.state === 'cancelled' ? lost : one;
  return isObserved(fact)
    ? settleOne(fact)
    : Object.fromEntries(Object.entries(fact).map(([key, one]) => [key, settleOne(one)]));
}
