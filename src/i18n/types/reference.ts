import type { LifeStage } from '#diagnosis/life-stage.ts';
import type { Severity } from '#diagnosis/severity.ts';

/** The words of `explain` and of the generated documents, beside those of the findings and causes themselves. */
export interface ReferenceTexts {
  readonly title: string;
  /** What the signs and angle brackets in it mean, one paragraph each. */
  readonly intro: readonly string[];
  /** Between words of a list. */
  readonly separator: string;
  readonly finding: string;
  readonly cause: string;
  readonly errorCode: string;
  readonly causes: string;
  readonly severity: string;
  readonly severities: string;
  readonly severityMeaning: { readonly [S in Severity]: string };
  readonly step: string;
  readonly stage: string;
  readonly stages: { readonly [S in LifeStage]: string };
  readonly source: string;
  readonly neededBy: string;
  readonly supports: string;
  readonly contradicts: string;
  /** A finding that no cause needs. */
  readonly noCause: string;
  readonly requires: string;
  /** Between findings of which one is enough. */
  readonly or: string;
  readonly speaksFor: string;
  readonly speaksAgainst: string;
  readonly leadsTo: string;
  readonly fallback: string;
  readonly remedy: string;
  /** After the steps of a remedy: real names and the checks before come with a diagnosis. */
  readonly remedyNote: string;
  readonly error: {
    readonly meaning: string;
    readonly remedy: string;
    readonly emittedBy: string;
    readonly component: string;
    readonly notEmitted: string;
    readonly onlyV11: string;
    readonly numbers: (name: string) => string;
    readonly sameNumber: (code: string) => string;
    readonly release: string;
    readonly name: string;
    readonly absent: string;
    /** When the asked release has no such number or error. */
    readonly notInRelease: (code: string, release: string) => string;
  };
  readonly keys: {
    readonly title: string;
    readonly intro: readonly string[];
    readonly key: string;
    readonly does: string;
    readonly where: string;
    readonly everywhere: string;
    readonly modes: {
      readonly step: string;
      readonly detail: string;
      readonly timeline: string;
      readonly log: string;
      readonly page: string;
      readonly picker: string;
      readonly finder: string;
      readonly entry: string;
      readonly notice: string;
      readonly text: string;
      readonly 'typing-search': string;
      readonly search: string;
    };
  };
}
