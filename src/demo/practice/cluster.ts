import type { KubeObject } from '../scenario.ts';
import type { Store } from '../store.ts';
import type { Node, Pod, Workload } from './objects.ts';
import type { Release } from './release.ts';
import type { World } from './world.ts';

/** What the rules of the practice cluster work on. */
export interface Cluster {
  readonly store: Store;
  readonly world: World;
  readonly release: Release;
  /** Images that can be pulled. */
  readonly images: ReadonlySet<string>;
  readonly clock: Clock;
  /** The CA (`ca.crt` of the Secret, Base64) that a running process serves with, by the uid of its Pod. */
  readonly serving: Map<string, string>;
}

/** Time of the practice cluster: the hour is that of the real clock, but what takes time takes less. */
export interface Clock {
  /** When the practice began. */
  readonly startedAt: number;
  /** Milliseconds since the epoch. */
  now(): number;
  /** How long something takes here that takes so many seconds on a real cluster, in milliseconds. */
  duration(seconds: number): number;
}

/** A clock on which everything goes faster, and that can be set back before it starts. */
export class FastClock implements Clock {
  readonly startedAt = Date.now();
  readonly #speed: number;
  #behind = 0;

  /** @param speed How much faster. */
  constructor(speed: number) {
    this.#speed = speed;
  }

  now(): number {
    return Date.now() - Math.round(this.#behind);
  }

  duration(seconds: number): number {
    return (seconds * 1000) / this.#speed;
  }

  /** Sets the clock so many milliseconds behind the hour. */
  setBehind(ms: number): void {
    this.#behind = ms;
  }
}

/** RFC 3339 with whole seconds, as statuses and events carry it. */
export function stamp(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+/, '');
}

export function podsOf({ store }: Cluster): Pod[] {
  return store.list('pods') as Pod[];
}

export function replicaSetsOf({ store }: Cluster): Workload[] {
  return store.list('replicasets.apps') as Workload[];
}

export function deploymentsOf({ store }: Cluster): Workload[] {
  return store.list('deployments.apps') as Workload[];
}

export function nodesOf({ store }: Cluster): Node[] {
  return store.list('nodes') as Node[];
}

export function namespaceOf({ store }: Cluster, name: string): KubeObject | undefined {
  return store.get('namespaces', '', name);
}
