import type { KubeObject } from '#demo/scenario.ts';
import type { FaultyServer } from '../support/faulty-server.ts';

/** What is written into a cluster, and where only a part of it may stand. */
export interface Planted {
  /** Stands wherever somebody can write free text. */
  readonly words: string;
  /** Lines of a log, without time stamps. */
  readonly logLines: readonly string[];
  /** Of every container of the control plane. */
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly args?: readonly string[];
  readonly lastApplied?: string;
}

type Fields = Readonly<Record<string, unknown>>;

const broken = 'osm-controller';

/** Writes it into everything that the program reads of the control plane in osm-system, and breaks that plane. */
export function plant({ faults, store }: FaultyServer, planted: Planted): void {
  const { words } = planted;
  const own = ({ metadata }: KubeObject): boolean =>
    metadata.namespace === 'osm-system' || metadata.name === 'osm-system';
  const kinds = [
    'namespaces',
    'deployments',
    'replicasets',
    'pods',
    'services',
    'mutatingwebhookconfigurations',
    'customresourcedefinitions',
    'meshconfigs',
  ];
  for (const kind of kinds) {
    for (const object of store
      .list(kind)
      .filter((item) => own(item) || item.metadata.namespace === undefined))
      store.put(kind, annotated(object, planted));
  }
  for (const kind of ['deployments', 'replicasets'])
    for (const object of store.list(kind).filter(own)) store.put(kind, withCondition(object, words));
  for (const pod of store.list('pods').filter(own)) store.put('pods', brokenPod(pod, planted));
  for (const event of store.list('events').filter(own)) {
    store.put('events', { ...event, type: 'Warning', reason: 'FailedMount', message: words });
  }
  for (const mesh of store.list('meshconfigs')) {
    store.put('meshconfigs', { ...mesh, spec: { ...(mesh['spec'] as Fields), note: words } });
  }
  for (const { metadata } of store.list('pods').filter(own)) {
    const text = planted.logLines.map((line) => `${new Date().toISOString()} ${line}\n`).join('');
    for (const container of ['osm-controller', 'osm-injector', 'osm-bootstrap', 'osm-pipy-repo']) {
      store.setLog('osm-system', metadata.name, container, { text });
      store.setLog('osm-system', metadata.name, container, { text }, true);
    }
    const answer = { status: 503, contentType: 'text/plain', body: words };
    for (const path of ['/health/alive', '/health/ready', '/healthz'])
      store.setProxy('osm-system', metadata.name, 9091, path, answer);
  }
  faults.add({ kind: 'status', status: 500, message: words, on: '/endpoints' });
}

function annotated(object: KubeObject, { lastApplied, words }: Planted): KubeObject {
  const { metadata } = object;
  return {
    ...object,
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        note: words,
        'openservicemesh.io/sidecar-injection': words,
        ...(lastApplied === undefined
          ? {}
          : { 'kubectl.kubernetes.io/last-applied-configuration': lastApplied }),
      },
      labels: { ...metadata.labels, note: words },
      managedFields: ((metadata['managedFields'] as readonly Fields[] | undefined) ?? []).map((entry) => ({
        ...entry,
        manager: words,
      })),
    },
  };
}

function withCondition(object: KubeObject, message: string): KubeObject {
  const status = object['status'] as Fields;
  const condition = { type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded', message };
  return { ...object, status: { ...status, conditions: [condition] } };
}

/** A pod that loops: its controller waits, and the run before ended with these words. */
function brokenPod(pod: KubeObject, { args = [], env = [], words }: Planted): KubeObject {
  const spec = pod['spec'] as Fields;
  const status = pod['status'] as Fields;
  const containers = (spec['containers'] as readonly Fields[]).map((container) => ({
    ...container,
    ...(container['name'] === 'sidecar' ? { image: `flomesh/pipy:${words}` } : {}),
    env: [
      ...((container['env'] as readonly Fields[] | undefined) ?? []),
      ...env,
      { name: 'NOTE', value: words },
    ],
    args: [...((container['args'] as readonly string[] | undefined) ?? []), ...args, words],
  }));
  const statuses = (status['containerStatuses'] as readonly Fields[]).map((entry) =>
    entry['name'] === broken
      ? {
          ...entry,
          ready: false,
          restartCount: 3,
          state: { waiting: { reason: 'CrashLoopBackOff', message: words } },
          lastState: {
            terminated: { exitCode: 1, reason: 'Error', message: words, containerID: 'containerd://before' },
          },
        }
      : entry,
  );
  const conditions = [{ type: 'Ready', status: 'False', reason: 'ContainersNotReady', message: words }];
  return {
    ...pod,
    spec: { ...spec, containers },
    status: { ...status, conditions, containerStatuses: statuses },
  };
}
