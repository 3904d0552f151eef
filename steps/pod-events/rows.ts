import type { FindingCode } from '#diagnosis/registry.ts';
import type { GuideCommands } from '#diagnosis/guide-commands.ts';
import type { Severity } from '#diagnosis/severity.ts';

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

export interface EventsDetail extends GuideCommands {
  readonly events: readonly EventRow[];
  readonly states: readonly ContainerStateRow[];
}
