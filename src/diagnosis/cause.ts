import type { CauseCode, CauseParams } from './cause-catalogue.ts';
import type { Finding, Subject } from './finding.ts';
import type { RemedyStep } from './remedy.ts';
import type { Severity } from './severity.ts';

/** How sure: every requirement and more seen; the requirements seen; seen, but something speaks against it. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** A root cause or one of its effects. Keys are `findingKey`s and `causeKey`s. */
export type Cause<C extends CauseCode = CauseCode> = {
  [K in C]: {
    readonly code: K;
    readonly subject: Subject;
    readonly params: CauseParams[K];
    readonly severity: Severity;
    readonly confidence: Confidence;
    /** False for a cause that acted before and is over now. */
    readonly active: boolean;
    /** Start of what it rests on, RFC 3339, when known. */
    readonly since?: string;
    /** Findings it needs, findings that speak for it, and findings that speak against it. */
    readonly requires: readonly Finding[];
    readonly supports: readonly Finding[];
    readonly contradicts: readonly Finding[];
    /** Findings that are there because of it. */
    readonly effects: readonly Finding[];
    /** `causeKey`s of causes that this one brings about. */
    readonly causes: readonly string[];
    /** `causeKey` of what brings this one about; a cause without it is a root. */
    readonly effectOf?: string;
    readonly remedy: readonly RemedyStep[];
  };
}[C];

/** Stable identity of a cause over runs. */
export function causeKey(cause: Pick<Cause, 'code' | 'subject'>): string {
  const { kind, namespace = '', name, container = '' } = cause.subject;
  return `${cause.code}|${kind}|${namespace}|${name}|${container}`;
}
