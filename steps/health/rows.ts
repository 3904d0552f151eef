import type { GuideCommands } from '#diagnosis/guide-commands.ts';
import type { Observed } from '#snapshot/observed.ts';
import type { ProbeAttempt } from '#snapshot/probe-call.ts';
import type { ProbeMeaning } from '#mesh/probes.ts';
import type { ProbeName } from '#snapshot/probe-call.ts';
import type { Role } from '#mesh/identity.ts';

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
  /** False for a Pod that has ended or is being deleted: it is shown, and counts for nothing. */
  readonly isActive: boolean;
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

export interface HealthDetail extends GuideCommands {
  readonly components: readonly ComponentRow[];
  readonly probes: readonly ProbeRow[];
  readonly services: readonly { readonly service: string; readonly ready: number; readonly total: number }[];
}
