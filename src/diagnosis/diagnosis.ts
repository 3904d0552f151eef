import type { MeshIdentity } from '#mesh/identity.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import type { Observed } from '#snapshot/observed.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Cause } from './cause.ts';
import type { CheckResult } from './check.ts';
import type { Finding } from './finding.ts';
import type { Subject } from './subject.ts';
import type { StepDetails } from './registry.ts';
import type { StepId } from './step.ts';

export const diagnosisApiVersion = 'osm-edge-doctor/v2';

export interface StepResult<S extends StepId = StepId> {
  readonly step: S;
  /** What its checks read. */
  readonly facts: readonly FactName[];
  /** `clear` only when every check passed; `notes` when there is nothing above info. */
  readonly status: 'critical' | 'warning' | 'clear' | 'not-checked' | 'pending';
  readonly checks: readonly CheckResult[];
  /** Worst first. */
  readonly findings: readonly Finding[];
  readonly detail: StepDetails[S];
}

/** What was asked about one mesh and how it was answered (design §3, Diagnosis). */
export interface CoverageRow {
  readonly fact: FactName;
  readonly namespace?: string;
  /** e.g. a log key, a probe key or a group version. */
  readonly key?: string;
  readonly state: Observed<unknown>['state'];
  /** How many objects answered; 0 is an honest empty answer. */
  readonly items?: number;
  readonly observed: Observed<unknown>;
  /** When it was read, RFC 3339: set for what the last reading did not read again. */
  readonly kept?: string;
  readonly notes?: readonly CoverageNote[];
}

/** A limit of the medium, or one that was asked for: said, and never "not checked". */
export type CoverageNote =
  /** By default they live one hour. */
  | { readonly kind: 'events-expire' }
  | { readonly kind: 'no-previous-log' }
  | { readonly kind: 'log-not-started' }
  /** The node wrote a message of its own in the place of the log. */
  | { readonly kind: 'log-not-text' }
  | { readonly kind: 'log-cut'; readonly log: string }
  /** Times are RFC 3339. The first line is much later than the start of the container. */
  | {
      readonly kind: 'log-rotates';
      readonly log: string;
      readonly startedAt: string;
      readonly firstAt: string;
    }
  /** Older lines were not asked for. */
  | { readonly kind: 'log-since'; readonly since: string }
  /** Of so many lines only the beginning was looked at. */
  | { readonly kind: 'log-oversized'; readonly log: string; readonly lines: number };

/** From what somebody did to what came of it: the order of the rows of a time line. */
export const timelineKinds = [
  'label-change',
  'edit',
  'rollout',
  'pod-created',
  'container-start',
  'container-end',
  'probe-failure',
  'event',
  'log',
] as const;

export interface TimelineEntry {
  readonly at: string;
  readonly kind: (typeof timelineKinds)[number];
  readonly subject: Subject;
  /** Raw words: label key, reason, exit code, message. */
  readonly text: string;
  readonly count: number;
  /** Set when the entry spans time. */
  readonly until?: string;
}

export type VerdictStatus = 'critical' | 'warning' | 'healthy' | 'not-checked' | 'no-control-plane';

export interface Verdict {
  readonly status: VerdictStatus;
  /** True while anything is pending: every sentence then says "so far". */
  readonly soFar: boolean;
  /** Design §3: 0 healthy, 2 warnings, 3 critical, 4 not checked. */
  readonly exitCode: 0 | 2 | 3 | 4;
}

export interface MeshDiagnosis {
  readonly mesh: MeshIdentity;
  readonly verdict: Verdict;
  /** Names of the Pods of the control plane. */
  readonly pods: readonly string[];
  readonly steps: { readonly [S in StepId]: StepResult<S> };
  /** Roots first, by severity, stage and confidence; effects after their root. */
  readonly causes: readonly Cause[];
  readonly coverage: readonly CoverageRow[];
  readonly timeline: readonly TimelineEntry[];
}

/** One run: a diagnosis for each mesh, worst first; the worst gives verdict and exit code. */
export interface Diagnosis {
  readonly apiVersion: typeof diagnosisApiVersion;
  readonly kind: 'Diagnosis';
  readonly readAt: string;
  readonly source: Snapshot['source'];
  readonly target: Snapshot['target'];
  readonly limits?: NonNullable<Snapshot['limits']>;
  readonly verdict: Verdict;
  readonly meshes: readonly MeshDiagnosis[];
}
