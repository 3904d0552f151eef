import type { Role } from '#mesh/identity.ts';
import type { LogSignature } from '#snapshot/log-summary.ts';
import type { Observed } from '#snapshot/observed.ts';
import type { ProbeAttempt } from '#snapshot/probe-call.ts';
import type { FindingCode, ProbeName } from './finding-catalogue.ts';
import type { Severity } from './severity.ts';

/** One row of `kubectl get pods`, for one replica of a component. */
export interface ReplicaRow {
  readonly pod: string;
  readonly component: Role;
  /** e.g. `1/2` */
  readonly ready: string;
  /** As kubectl prints it, e.g. `Init:CrashLoopBackOff`. */
  readonly status: string;
  readonly restarts: number;
  readonly lastRestartAt?: string;
  readonly createdAt?: string;
  readonly isReady: boolean;
}

export interface ComponentRow {
  readonly component: Role;
  readonly workload: string;
  /** undefined when the Deployment could not be read. */
  readonly wanted?: number;
  readonly ready: number;
  readonly replicas: readonly ReplicaRow[];
}

export type ProbeVerdict = 'passes' | 'fails' | 'flaps' | 'not-checked' | 'pending';

/** What an answer of a probe's endpoint means; the sentence is in `language/` (facts §2.2–2.4). */
export type ProbeMeaning =
  | 'controller-alive'
  | 'controller-ready'
  | 'injector'
  | 'bootstrap'
  | 'repo-server'
  | 'rewritten-by-injection'
  | 'other';

export interface ProbeRow {
  readonly pod: string;
  readonly component: Role;
  readonly container: string;
  readonly probe: ProbeName;
  /** e.g. `http://:9091/health/alive` */
  readonly url: string;
  readonly meaning: ProbeMeaning;
  readonly verdict: ProbeVerdict;
  readonly attempts: readonly ProbeAttempt[];
  /** Why it is not checked. */
  readonly gap?: Observed<unknown>;
  /** The kubelet's own opinion from events; 0 when it has none. */
  readonly kubeletFailures: number;
  readonly kubeletLastAt?: string;
  /** The manual way: forward the port, then call it in a second terminal, with the expected answer. */
  readonly manual: {
    readonly forward: readonly string[];
    readonly call: readonly string[];
    readonly expect: string;
  };
}

export interface HealthDetail {
  readonly components: readonly ComponentRow[];
  readonly probes: readonly ProbeRow[];
  readonly services: readonly { readonly service: string; readonly ready: number; readonly total: number }[];
}

export interface ContainerRow {
  readonly pod: string;
  readonly container: string;
  readonly init: boolean;
  readonly image: string;
  readonly verdict: 'expected' | 'repo-server' | 'sidecar' | 'other-product' | 'pipy-unknown' | 'unexpected';
  readonly marks: readonly string[];
}

/** The guide's `osm mesh list` table, built from the API. */
export interface MeshRow {
  readonly name: string;
  readonly namespace: string;
  readonly controllerPods: readonly string[];
  readonly version: string;
  /** e.g. `TrafficSplit:split.smi-spec.io/v1alpha4`; empty when unknown. */
  readonly smi: readonly string[];
}

/** The guide's `osm namespace list` table, built from the API. */
export interface NamespaceRow {
  readonly namespace: string;
  readonly mesh: string;
  /** As the CLI prints it: raw annotation value, `-`, or `disabled (ignored)` (facts 0.8). */
  readonly injection: string;
  readonly controlPlane: boolean;
  readonly setBy: string;
  readonly setAt: string;
}

export interface SidecarDetail {
  readonly containers: readonly ContainerRow[];
  readonly meshes: readonly MeshRow[];
  readonly namespaces: readonly NamespaceRow[];
}

export interface EventRow {
  readonly type: string;
  readonly reason: string;
  readonly firstAt?: string;
  readonly lastAt?: string;
  readonly count: number;
  readonly from: string;
  /** e.g. `Pod/osm-controller-x` */
  readonly object: string;
  readonly message: string;
  /** The finding it led to; undefined for a normal event. */
  readonly finding?: FindingCode;
  readonly severity?: Severity;
}

export interface ContainerStateRow {
  readonly pod: string;
  readonly container: string;
  readonly init: boolean;
  /** e.g. `running`, `waiting: CrashLoopBackOff`, `terminated: Error (exit 1)` */
  readonly state: string;
  readonly since?: string;
  readonly last?: string;
  readonly restarts: number;
}

export interface EventsDetail {
  readonly events: readonly EventRow[];
  readonly states: readonly ContainerStateRow[];
}

export interface LogRow {
  readonly pod: string;
  readonly container: string;
  readonly previous: boolean;
  readonly lines: number;
  readonly bytes: number;
  readonly levels: Readonly<Partial<Record<string, number>>>;
  readonly firstAt?: string;
  readonly lastAt?: string;
  readonly gap?: Observed<unknown>;
}

/** Where a record stands in a run of its container that has ended. */
export type RestartRelation = 'last-words' | 'right-before' | 'none';

/** Why a kind of record is harmless; the sentence is in `language/` (facts §5.5, §5.6). */
export type BenignReason = 'in-cluster' | 'server-closed' | 'watch-ended' | 'repo-came-up';

export interface SignatureRow {
  readonly pod: string;
  readonly container: string;
  readonly previous: boolean;
  readonly signature: LogSignature;
  readonly finding: FindingCode;
  readonly severity: Severity;
  readonly relation: RestartRelation;
  /** How often the container restarted, and when runs of it ended, as far as the kubelet remembers. */
  readonly restarts: number;
  readonly ends: readonly string[];
  /** Set for those that are harmless. */
  readonly benign?: BenignReason;
}

export interface LogsDetail {
  readonly logs: readonly LogRow[];
  readonly signatures: readonly SignatureRow[];
}

/** The tables of each step, with the guide's own commands filled with real names. */
export interface StepDetails {
  health: HealthDetail & GuideCommands;
  'stray-sidecar': SidecarDetail & GuideCommands;
  'pod-events': EventsDetail & GuideCommands;
  'error-logs': LogsDetail & GuideCommands;
}

export interface GuideCommands {
  readonly guideCommands: readonly (readonly string[])[];
}
