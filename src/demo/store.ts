import { derivedObjects } from './derived-objects.ts';
import { logKey, proxyKey } from './scenario.ts';
import type { KubeObject, LongLog, RecordedAnswer, RecordedLog, Scenario } from './scenario.ts';

/** A change of a stored object, for those who watch. */
export interface StoreChange {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly key: string;
  readonly object: KubeObject;
}

export type StoreListener = (change: StoreChange) => void;

/** The objects, logs and proxy answers that the server serves. Tests change them while it runs. */
export class Store {
  readonly #resolveKey: (resource: string) => string;
  readonly #objects = new Map<string, Map<string, KubeObject>>();
  readonly #logs = new Map<string, RecordedLog | LongLog>();
  readonly #proxies = new Map<string, RecordedAnswer>();
  readonly #listeners = new Set<StoreListener>();
  readonly #logListeners = new Set<() => void>();
  #resourceVersion = 1;

  /** @param resolveKey Turns `pods`, `deployments` or `deployments.apps` into the resource key, or throws. */
  constructor(resolveKey: (resource: string) => string) {
    this.#resolveKey = resolveKey;
  }

  /** Replaces all there is by a scenario. Watchers are not told. */
  load(scenario: Scenario): void {
    this.#objects.clear();
    this.#logs.clear();
    this.#proxies.clear();
    this.#resourceVersion = Number(scenario.resourceVersion);
    for (const [key, objects] of Object.entries(scenario.objects)) {
      this.#objects.set(key, new Map(objects.map((object) => [nameOf(object), object])));
    }
    for (const [key, log] of Object.entries(scenario.logs)) this.#logs.set(key, log);
    for (const [key, answer] of Object.entries(scenario.proxies)) this.#proxies.set(key, answer);
  }

  /** The version of the whole store, as lists carry it. */
  get resourceVersion(): string {
    return String(this.#resourceVersion);
  }

  /** All objects of a resource, in the order of the API server: by namespace, then by name. */
  list(resource: string): KubeObject[] {
    return [...this.#objectsOf(this.#resolveKey(resource))]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, object]) => object);
  }

  /** @param namespace '' for a cluster-scoped object. */
  get(resource: string, namespace: string, name: string): KubeObject | undefined {
    return this.#objectsOf(this.#resolveKey(resource)).get(`${namespace}/${name}`);
  }

  /** Adds or replaces an object. Its `uid` and `creationTimestamp` are made up unless given. */
  put(resource: string, object: KubeObject): void {
    const key = this.#resolveKey(resource);
    const objects = this.#objects.get(key) ?? new Map<string, KubeObject>();
    this.#objects.set(key, objects);
    const name = nameOf(object);
    const type = objects.has(name) ? 'MODIFIED' : 'ADDED';
    const stored = {
      ...object,
      metadata: {
        uid: crypto.randomUUID(),
        creationTimestamp: new Date().toISOString().replace(/\.\d+/, ''),
        ...object.metadata,
        resourceVersion: String((this.#resourceVersion += 1)),
      },
    };
    objects.set(name, stored);
    this.#tell({ type, key, object: stored });
  }

  /** Replaces an object by what `change` makes of it. @throws {Error} when there is no such object. */
  update(
    resource: string,
    namespace: string,
    name: string,
    change: (object: KubeObject) => KubeObject,
  ): void {
    const object = this.get(resource, namespace, name);
    if (!object) throw new Error(`no ${resource} ${namespace}/${name} in the store`);
    this.put(resource, change(object));
  }

  /** Removes an object; nothing happens when there is none. */
  remove(resource: string, namespace: string, name: string): void {
    const key = this.#resolveKey(resource);
    const object = this.get(resource, namespace, name);
    if (!object) return;
    this.#objects.get(key)?.delete(`${namespace}/${name}`);
    this.#resourceVersion += 1;
    this.#tell({ type: 'DELETED', key, object });
  }

  log(
    namespace: string,
    pod: string,
    container: string,
    previous: boolean,
  ): RecordedLog | LongLog | undefined {
    return this.#logs.get(logKey(namespace, pod, container, previous));
  }

  /** Sets a log: a text with an RFC 3339 time stamp and a space before every line, an error, or undefined for none. */
  setLog(
    namespace: string,
    pod: string,
    container: string,
    log: RecordedLog | LongLog | undefined,
    previous = false,
  ): void {
    const key = logKey(namespace, pod, container, previous);
    if (log) this.#logs.set(key, log);
    else this.#logs.delete(key);
    for (const listener of this.#logListeners) listener();
  }

  /** Forgets the logs and port answers of a pod that is gone. */
  forgetPod(namespace: string, pod: string): void {
    for (const kept of [this.#logs, this.#proxies]) {
      for (const key of kept.keys()) if (key.startsWith(`${namespace}/${pod}/`)) kept.delete(key);
    }
  }

  /** Calls back whenever a log was set, until the returned function is called. */
  onLog(listener: () => void): () => void {
    this.#logListeners.add(listener);
    return () => this.#logListeners.delete(listener);
  }

  /** What a port answers, by path: undefined when nothing is known of that port. */
  proxyPort(namespace: string, pod: string, port: string): ReadonlyMap<string, RecordedAnswer> | undefined {
    const prefix = proxyKey(namespace, pod, port, '/');
    const found = [...this.#proxies].filter(([key]) => key.startsWith(prefix));
    if (found.length === 0) return undefined;
    return new Map(found.map(([key, answer]) => [key.slice(prefix.length - 1), answer]));
  }

  /** @param port `9091` or `https:9090`. @param answer undefined forgets the answer. */
  setProxy(
    namespace: string,
    pod: string,
    port: string | number,
    path: string,
    answer: RecordedAnswer | undefined,
  ): void {
    const key = proxyKey(namespace, pod, port, path);
    if (answer) this.#proxies.set(key, answer);
    else this.#proxies.delete(key);
  }

  /** Calls back on every change until the returned function is called. */
  onChange(listener: StoreListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What is stored of a resource; where there is nothing, what a cluster would make of other objects. */
  #objectsOf(key: string): ReadonlyMap<string, KubeObject> {
    const stored = this.#objects.get(key);
    const derived = derivedObjects[key];
    if (derived === undefined || (stored?.size ?? 0) > 0) return stored ?? new Map<string, KubeObject>();
    return new Map(derived.make(this.list(derived.from)).map((object) => [nameOf(object), object]));
  }

  #tell(change: StoreChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function nameOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
