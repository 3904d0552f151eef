/** Name, namespace and what else `metadata` holds; fields this server does not read are kept as they are. */
export interface ObjectMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** An object as the API server stores it. `kind` and `apiVersion` are added when it is served. */
export interface KubeObject {
  readonly metadata: ObjectMeta;
  readonly [field: string]: unknown;
}

/** A container's log: its text with a time stamp before every line, or the error the API server answered instead. */
export type RecordedLog = { readonly text: string } | { readonly status: number; readonly message: string };

/** A log too long for one text, in blocks of whole lines; a tail has no more lines than the last block. */
export interface LongLog {
  readonly blocks: readonly Buffer[];
}

/** What a port of a pod answers through `pods/proxy`. */
export interface RecordedAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** How long the pod takes to answer, in milliseconds. */
  readonly latencyMs?: number;
}

/** The state of a cluster at one instant: everything that the demo server can be asked for. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** The clock of the recording (RFC 3339): ages are relative to it. */
  readonly recordedAt: string;
  readonly resourceVersion: string;
  /** Objects by resource key: `pods`, `deployments.apps`, … (see {@link resourceKey}). */
  readonly objects: Readonly<Record<string, readonly KubeObject[]>>;
  /** Logs by {@link logKey}. */
  readonly logs: Readonly<Record<string, RecordedLog>>;
  /** Answers by {@link proxyKey}. */
  readonly proxies: Readonly<Record<string, RecordedAnswer>>;
}

/** How a resource is named here: the plural, followed by the group unless it is the core group. */
export function resourceKey(group: string, plural: string): string {
  return group === '' ? plural : `${plural}.${group}`;
}

/** The key of a container's log, of its current run or of the one before. */
export function logKey(namespace: string, pod: string, container: string, previous = false): string {
  return `${namespace}/${pod}/${container}/${previous ? 'previous' : 'current'}`;
}

/**
 * The key of a pod-proxy answer.
 * @param port A port number, with `https:` before it when the pod speaks TLS there.
 * @param path The path inside the pod, with its leading slash.
 */
export function proxyKey(namespace: string, pod: string, port: string | number, path: string): string {
  return `${namespace}/${pod}/${port}${path}`;
}
