import type { FaultyServer } from '../support/faulty-server.ts';
import type { Observed } from '#snapshot/observed.ts';
import type { NamespaceFacts, Snapshot } from '#snapshot/snapshot.ts';

/** Every fact with its name, those of logs and probes included. */
export function facts(snapshot: Snapshot): Record<string, Observed<unknown>> {
  const found: Record<string, Observed<unknown>> = {};
  const walk = (path: string, group: object): void => {
    for (const [name, fact] of Object.entries(group) as [string, Observed<unknown>][]) {
      if (typeof fact.state === 'string') found[`${path}${name}`] = fact;
      else walk(`${path}${name} `, fact);
    }
  };
  walk('', snapshot.cluster);
  walk('', snapshot.namespaces);
  return found;
}

export function states(snapshot: Snapshot): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of Object.values(facts(snapshot))) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

export function control(snapshot: Snapshot, namespace = 'osm-system'): NamespaceFacts {
  const found = snapshot.namespaces[namespace];
  if (!found) throw new Error(`${namespace} was not read`);
  return found;
}

/** Requests but for logs and probes. */
export function plain({ requests }: FaultyServer): string[] {
  return requests.map(({ path }) => path).filter((path) => !/\/(?:log|proxy)(?:\/|$)/.test(path));
}

/** The control plane of the server is one of FSM from now on. */
export function asFsm({ store }: FaultyServer): void {
  for (const { metadata, ...rest } of store.list('deployments')) {
    const name = metadata.name.replace('osm', 'fsm');
    store.remove('deployments', 'osm-system', metadata.name);
    store.put('deployments', {
      ...rest,
      metadata: { ...metadata, name, labels: { ...metadata.labels, app: name } },
    });
  }
}
