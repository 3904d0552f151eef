import type { GuideCommands } from '#diagnosis/guide-commands.ts';
import type { Severity } from '#diagnosis/severity.ts';
import type { LogSignature } from '#snapshot/log-summary.ts';
import type { Observed } from '#snapshot/observed.ts';
import type { logFindings } from './findings.ts';

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
  readonly finding: keyof typeof logFindings;
  readonly severity: Severity;
  readonly relation: RestartRelation;
  /** How often the container restarted, and when runs of it ended, as far as the kubelet remembers. */
  readonly restarts: number;
  readonly ends: readonly string[];
  /** Set for those that are harmless. */
  readonly benign?: BenignReason;
}

export interface LogsDetail extends GuideCommands {
  readonly logs: readonly LogRow[];
  readonly signatures: readonly SignatureRow[];
}
