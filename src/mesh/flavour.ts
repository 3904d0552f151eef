import type { FlavourId, Role } from './identity.ts';
import type { Since } from './version.ts';

/** OSM and osm-edge share every label; FSM has its own (facts §11.4). */
export type FlavourFamily = 'osm' | 'fsm';

export type ErrorCodeColumn = 'v1.1' | 'v1.2' | 'v1.3' | 'fsm-1.1' | 'fsm-1.2';

/** By version, oldest first. */
export type ByVersion<T> = readonly [...Since<T>[], Since<T>];

/** What is fixed about one distribution of the mesh. The data, with its sources, is in `flavours.ts`. */
export interface Flavour {
  readonly id: FlavourId;
  readonly family: FlavourFamily;
  readonly cli: 'osm' | 'fsm';
  /** Global flag of the CLI that names the control-plane namespace. */
  readonly nsFlag: '--osm-namespace' | '--fsm-namespace';
  readonly defaults: { readonly namespace: string; readonly mesh: string };
  /** Value of `app.kubernetes.io/name` on every object of the chart. */
  readonly chartName: string;
  /** Value of the `app` label by role; also the name of the Deployment. */
  readonly apps: Readonly<Record<Role, string>>;
  readonly mainContainer: Readonly<Record<Role, string>>;
  /** Last path segments of the image of each role's main container. */
  readonly images: Readonly<Record<Role, readonly string[]>>;
  readonly legitContainers: Readonly<Record<Role, readonly string[]>>;
  readonly legitInits: readonly string[];
  /** The init container that waits for the bootstrap, by role. */
  readonly waitInit: Readonly<Partial<Record<Role, string>>>;
  /** DaemonSet of the ebpf mode; its `app` label, its container and its account are named alike (facts §1.1). */
  readonly interceptor?: string;
  /** The repo server inside the controller pod; OSM has none. */
  readonly repoContainer?: string;
  readonly repoImageSegments: readonly string[];
  readonly keys: {
    /** Label on a namespace: the mesh it is enrolled in. */
    readonly monitoredBy: string;
    /** Annotation on a namespace or pod. */
    readonly injection: string;
    /** Label on a namespace; its existence counts. */
    readonly ignore: string;
    /** Annotation on a namespace. */
    readonly metrics: string;
  };
  /** What its injector writes into a pod. */
  readonly proxyUuidLabel: string;
  /** The label alone is no sidecar (FSM in NodeLevel mode). */
  readonly labelAloneIsNoSidecar: boolean;
  readonly sidecarContainers: readonly string[];
  readonly healthcheckContainer: string;
  readonly sidecarInits: readonly string[];
  readonly sidecarVolume: string;
  /** The Secret of that volume is named with this prefix and the proxy's UUID. */
  readonly sidecarSecretPrefix: string;
  readonly argMarks: readonly string[];
  readonly weakImageSegments: readonly string[];
  /** Ports that its injector redirects the probes of a pod to. */
  readonly rewrittenProbePorts: readonly number[];
  readonly rewrittenProbePaths: readonly string[];
  readonly services: {
    readonly controller: string;
    readonly injector: string;
    readonly validator: string;
    readonly bootstrap: string;
  };
  readonly mutatingWebhook: WebhookNames;
  readonly validatingWebhook: WebhookNames;
  readonly meshConfig: {
    readonly group: string;
    readonly version: ByVersion<string>;
    readonly plural: string;
    readonly name: string;
    /** Path in the object, e.g. `spec.observability.osmLogLevel`. */
    readonly logLevelPath: string;
    readonly sidecarImagePath: string;
  };
  readonly caSecret: string;
  readonly errorCodes: ByVersion<ErrorCodeColumn>;
  readonly humanLogEnv: string;
  /** `source.component` of its own events, whichever process sent them. */
  readonly eventSource: string;
  readonly metricPrefix: string;
  /** Version of split.smi-spec.io that its probe asks for. */
  readonly trafficSplit: ByVersion<'v1alpha2' | 'v1alpha4'>;
  /** Where the init containers ask for the bootstrap, without scheme and namespace. */
  readonly bootstrapPort: ByVersion<number>;
}

export interface WebhookNames {
  /** The configuration's name is this prefix and the mesh name. */
  readonly prefix: string;
  /** Name of the entry in it. */
  readonly entry: string;
  readonly service: string;
  readonly path: string;
  readonly port: number;
}
