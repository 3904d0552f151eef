import type { FactName } from '#mesh/mesh-facts.ts';
import type { Node } from '#snapshot/node.ts';
import type { Observed } from '#snapshot/observed.ts';
import type { ClusterFacts, NamespaceFacts } from '#snapshot/snapshot.ts';
import type { ProbeSettings } from './call-probe.ts';
import { emptyNamespace } from './empty-snapshot.ts';
import type { LogSettings } from './log-settings.ts';
import type { Reading } from './read-fact.ts';
import type { SnapshotBuilder } from './snapshot-builder.ts';

/** What all parts of one reading share. */
export interface Room {
  readonly board: SnapshotBuilder;
  readonly reading: Reading;
  readonly settings: LogSettings & ProbeSettings;
  readonly wants: (fact: FactName) => boolean;
  /** Nodes that were asked for, by name: Pods of two meshes may be on the same one. */
  readonly nodes: Map<string, Promise<Observed<Node>>>;
}

export function setCluster({ board }: Room, facts: Partial<ClusterFacts>): void {
  board.change((snapshot) => ({ ...snapshot, cluster: { ...snapshot.cluster, ...facts } }));
}

export function setFacts(
  { board }: Room,
  namespace: string,
  facts: Readonly<Partial<Record<keyof NamespaceFacts, unknown>>>,
): void {
  board.change((snapshot) => {
    const own = { ...(snapshot.namespaces[namespace] ?? emptyNamespace), ...facts } as NamespaceFacts;
    return { ...snapshot, namespaces: { ...snapshot.namespaces, [namespace]: own } };
  });
}

/** Sets one entry of a fact that is a record. */
export function setEntry(
  room: Room,
  namespace: string,
  name: 'nodes' | 'probes' | 'logs',
  key: string,
  fact: Observed<unknown>,
): void {
  const own = room.board.snapshot.namespaces[namespace]?.[name] ?? {};
  setFacts(room, namespace, { [name]: { ...own, [key]: fact } });
}
