import { textAt } from '../field.ts';
import type { KubeObject } from '../scenario.ts';
import { stamp } from './cluster.ts';
import type { Cluster } from './cluster.ts';

export interface EventFacts {
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  /** Who reports it: `kubelet`, `replicaset-controller`. */
  readonly component: string;
  /** Of an object in a Pod: `spec.containers{osm-controller}`. */
  readonly fieldPath?: string;
}

const VERSIONS: Readonly<Record<string, string>> = { Deployment: 'apps/v1', ReplicaSet: 'apps/v1' };

/** Records an event about an object; the same event again only counts up. */
export function recordEvent(cluster: Cluster, kind: string, about: KubeObject, facts: EventFacts): void {
  const { store, clock } = cluster;
  const { name, uid, namespace = 'default' } = about.metadata;
  const time = stamp(clock.now());
  const known = store
    .list('events')
    .find(
      (event) =>
        event['reason'] === facts.reason &&
        event['message'] === facts.message &&
        textAt(event, 'involvedObject.name') === name &&
        textAt(event, 'involvedObject.uid') === uid &&
        textAt(event, 'involvedObject.fieldPath') === (facts.fieldPath ?? ''),
    );
  if (known) {
    const count = typeof known['count'] === 'number' ? known['count'] : 1;
    store.put('events', { ...known, count: count + 1, lastTimestamp: time });
    return;
  }
  const { component, fieldPath, ...rest } = facts;
  store.put('events', {
    metadata: { name: `${name}.${eventId(clock.now())}`, namespace },
    involvedObject: {
      kind,
      namespace,
      name,
      ...(uid !== undefined && { uid }),
      apiVersion: VERSIONS[kind] ?? 'v1',
      ...(fieldPath !== undefined && { fieldPath }),
    },
    ...rest,
    source: { component, ...(component === 'kubelet' && { host: textAt(about, 'spec.nodeName') }) },
    firstTimestamp: time,
    lastTimestamp: time,
    count: 1,
    eventTime: null,
    reportingComponent: component,
    reportingInstance: component === 'kubelet' ? textAt(about, 'spec.nodeName') : '',
  });
}

/** Nanoseconds as hexadecimal digits, like the names that clients give to events; a random end keeps them apart. */
function eventId(now: number): string {
  const random = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return (BigInt(now) * 1_000_000n + BigInt(random % 1_000_000)).toString(16);
}
