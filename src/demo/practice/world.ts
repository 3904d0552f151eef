/**
 * What is true of a cluster and cannot be read from its objects. Rules read it; nothing in it says which command mends
 * what.
 */
export interface World {
  /** What is otherwise than seeded or recorded, as merge patches with a name, by resource key. */
  readonly objects?: Readonly<Record<string, readonly ObjectPatch[]>>;
  /** What the process of a container needs, by the container's name. */
  readonly needs?: Readonly<Record<string, ProcessNeeds>>;
  /** CPU architectures that an image was built for. Default: amd64 and arm64. */
  readonly platforms?: Readonly<Record<string, readonly string[]>>;
  /** Images that a registry has, beside those that ran somewhere in the scenario and those of the mesh's release. */
  readonly images?: readonly string[];
  readonly network?: NetworkFacts;
  /** Pressure that a node reports as long as nobody helps it, by the node's name. */
  readonly pressure?: Readonly<Record<string, 'DiskPressure' | 'MemoryPressure' | 'PIDPressure'>>;
  /** Priority classes that are only admitted where a ResourceQuota has that scope. */
  readonly limitedPriorityClasses?: readonly string[];
  /** Processes that misbehave as long as an environment variable of their container is set. */
  readonly defects?: readonly Defect[];
}

export interface ObjectPatch {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

export interface ProcessNeeds {
  /** With a lower limit it is killed for memory. */
  readonly memory?: string;
  /** With a lower limit it answers probes too late. */
  readonly cpu?: string;
}

export type Blocked = 'refused' | 'timeout';

/** Ways that do not work, whatever the objects say: a firewall, a broken network plug-in. */
export interface NetworkFacts {
  readonly podsToApiServer?: Blocked;
  /** Ports of Pods that the API server does not reach. */
  readonly apiServerToPods?: readonly { readonly port: number; readonly how: Blocked }[];
}

/** A fault of a process that an environment variable switches on. */
export interface Defect {
  readonly container: string;
  readonly env: string;
  /** What it answers instead, by path. */
  readonly answers?: Readonly<Record<string, { readonly status: number; readonly body: string }>>;
  /** It keeps logging errors, although it works. */
  readonly logsErrors?: true;
}
