import type { Edit } from './edits.ts';
import type { Finding } from './finding.ts';
import type { Subject } from './subject.ts';
import type { LifeStage } from './life-stage.ts';
import type { CauseCode, CauseParams } from './registry.ts';
import type { RemedyStep } from './remedy.ts';
import type { Severity } from './severity.ts';

/** `certain`: proven, or supported by more findings. `likely`: the required findings are there. `possible`: a finding contradicts it. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** A root cause or one of its effects. Causes name each other by key. */
export type Cause<C extends CauseCode = CauseCode> = {
  [K in C]: {
    readonly code: K;
    /** e.g. `OED501` */
    readonly id: string;
    /** Unlike that of any other cause of the mesh, and the same in the next run. */
    readonly key: string;
    readonly stage: LifeStage;
    readonly subject: Subject;
    readonly params: CauseParams[K];
    readonly severity: Severity;
    readonly confidence: Confidence;
    /** False for a cause that acted before and is over now. */
    readonly active: boolean;
    /** When its evidence starts, RFC 3339, where that is known. */
    readonly since?: string;
    /** What somebody changed in the hour before that, where it bears on the cause. */
    readonly changedBefore?: Edit;
    /** Findings it needs, findings that support it, and findings that contradict it. */
    readonly requires: readonly Finding[];
    readonly supports: readonly Finding[];
    readonly contradicts: readonly Finding[];
    /** Findings that are there because of it. */
    readonly effects: readonly Finding[];
    /** Keys of the causes that this one brings about. */
    readonly causes: readonly string[];
    /** The key of what brings this one about; a cause without it is a root. */
    readonly effectOf?: string;
    readonly remedy: readonly RemedyStep[];
  };
}[C];

/** The key of a cause: its code, its subject, and the params that its definition names as its identity. */
export function keyOfCause(
  { code, subject, params }: Pick<Cause, 'code' | 'subject' | 'params'>,
  identity: readonly string[],
): string {
  const { kind, namespace = '', name, container = '' } = subject;
  const values = new Map<string, unknown>(Object.entries(params));
  return [code, kind, namespace, name, container, ...identity.map((param) => String(values.get(param)))].join(
    '|',
  );
}
