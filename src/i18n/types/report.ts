import type { Diagnosis } from '#diagnosis/diagnosis.ts';

export interface LeftOutWords {
  readonly count: number;
  readonly ids: readonly string[];
}

/** The words that only a report has: its title, what it says of itself, and the headings of its sections. */
export interface ReportTexts {
  readonly title: string;
  readonly contents: string;
  /** What a person took out by hand. `ids` as in `OED101 ×3`. */
  readonly leftOut: {
    /** In the place of one of them. */
    readonly item: (id: string) => string;
    readonly findings: (findings: LeftOutWords) => string;
    /** Of the whole report; one of the counts may be 0. */
    readonly sentence: (findings: LeftOutWords, causes: LeftOutWords) => string;
  };
  /** Before command 1 at the top. */
  readonly firstCommand: string;
  readonly firstFix: string;
  readonly facts: {
    readonly readAt: string;
    readonly context: string;
    readonly kubeconfig: string;
    readonly server: string;
    readonly scenario: string;
    readonly narrowed: string;
    readonly mesh: string;
    readonly verdict: string;
  };
  /** Of `facts.narrowed`. */
  narrowedTo(target: Diagnosis['target'], limits: NonNullable<Diagnosis['limits']>): string;
  exitCode(code: number): string;
  meshIn(mesh: string, namespace: string): string;
  readonly meshColumns: {
    readonly mesh: string;
    readonly namespace: string;
    readonly product: string;
    readonly verdict: string;
  };
  readonly sections: {
    readonly causes: string;
    /** Number and name of a step, e.g. `Step 1 · Sidecar`; step 0 is health. */
    step(number: number, tab: string): string;
    readonly unexplained: string;
    readonly checks: string;
    readonly seen: string;
    readonly notChecked: string;
    readonly reproduce: string;
    /** Closes a brief report: how to see more. */
    readonly more: string;
    readonly about: string;
  };
  /** Beside a check whose findings follow. */
  readonly seeFindings: (question: string) => string;
  readonly noCause: string;
  /** The same when not everything was read. */
  readonly noCauseInPart: string;
  /** Closes a remedy. */
  readonly mendThenCheck: string;
  readonly allChecked: string;
  /** Closes the report of a run that was still reading. */
  readonly soFar: string;
  readonly reproduce: {
    readonly again: string;
    readonly everything: string;
    readonly wizard: string;
    readonly file: string;
  };
  readonly about: readonly string[];
  readonly timeline: {
    /** What the picture shows, for those who cannot see it. */
    picture(entries: number, from: string, to: string): string;
    readonly before: (age: string) => string;
    readonly readNow: string;
  };
  /** What a mark says, for those who cannot see it. */
  readonly marks: {
    readonly critical: string;
    readonly warning: string;
    readonly ok: string;
    readonly unknown: string;
    readonly info: string;
    readonly pending: string;
  };
}
