import type { Confidence } from '#diagnosis/cause.ts';
import type { TimelineEntry, VerdictStatus } from '#diagnosis/diagnosis.ts';
import type { ProbeName } from '#snapshot/probe-call.ts';
import type { Severity } from '#diagnosis/severity.ts';

/** The words between the facts: headlines, labels, column headings. Columns that kubectl prints stay as it prints them. */
export interface PresentationTexts {
  readonly headline: HeadlineTexts;
  readonly noControlPlane: {
    /** One row instead of every check. */
    readonly nothingToCheck: string;
    readonly lookedFor: (apps: readonly string[], namespace: string | undefined) => string;
    readonly list: string;
    readonly rightCluster: (context: string) => string;
    readonly install: string;
  };
  readonly labels: LabelTexts;
  readonly columns: ColumnTexts;
  readonly severities: { readonly [S in Severity]: string };
  readonly verdicts: { readonly [S in VerdictStatus]: string };
  readonly confidence: {
    readonly [C in Confidence]: {
      readonly name: string;
      /** Why so sure: numbers of findings that it needs, that speak for it, and that speak against it. */
      readonly why: (requires: number, supports: number, contradicts: number) => string;
    };
  };
  readonly probes: { readonly [P in ProbeName]: string };
  readonly timelineKinds: { readonly [K in TimelineEntry['kind']]: string };
  readonly looked: LookedTexts;
  readonly rows: RowTexts;
  readonly coverage: CoverageTexts;
}

export interface HeadlineTexts {
  /** `since`: as in `logs`. `missing`: facts that the verdict does without, and that could not be read. */
  readonly healthy: (
    mesh: string,
    namespace: string,
    since: string | undefined,
    missing: readonly string[],
  ) => string;
  /** Nothing is wrong in what was seen, but `missing` could not be read. */
  readonly notChecked: (missing: readonly string[]) => string;
  /** Not one check could be made. */
  readonly nothingChecked: (missing: readonly string[]) => string;
  /** `found` is a whole sentence; `missing` could not be read. */
  readonly foundButNotChecked: (found: string, missing: readonly string[]) => string;
  readonly noControlPlane: (namespace: string | undefined, mesh: string | undefined) => string;
  readonly reading: () => string;
  /** Ends a sentence that stands while something is still being read. */
  readonly soFar: (sentence: string) => string;
  /** One sentence of one mesh among several. */
  readonly ofMesh: (mesh: string, namespace: string, sentence: string) => string;
  /** Something was found that no root cause explains. */
  readonly finding: (subject: string, title: string) => string;
  /** After command 1. */
  readonly thenMore: (commands: number) => string;
  readonly otherCauses: (causes: number) => string;
}

export interface LabelTexts {
  readonly evidence: string;
  readonly next: string;
  readonly remedy: string;
  readonly noRemedy: string;
  readonly restsOn: string;
  readonly why: string;
  /** Where a finding or a cause is explained in general, by its short id. */
  readonly reference: (id: string) => string;
  readonly needed: string;
  readonly speaksFor: string;
  readonly speaksAgainst: string;
  readonly effects: string;
  /** Leads the row of an effect under its cause. */
  readonly effect: (text: string) => string;
  readonly over: string;
  readonly since: (time: string, age: string) => string;
  /** `fields` of `object` were changed by `manager` so long before the first failure. */
  readonly changedBefore: (
    fields: readonly string[],
    object: string,
    manager: string,
    time: string,
    age: string,
  ) => string;
  /** Before the headline of the cause that a finding belongs to. */
  readonly explainedBy: string;
  readonly effectOf: string;
  readonly guide: string;
  readonly guideCommands: string;
  readonly guideStale: string;
  readonly notChecked: string;
  readonly rulesToAdd: string;
  readonly coverage: string;
  readonly timeline: string;
  /** `left` further ones are not shown. */
  readonly more: (left: number) => string;
  readonly init: string;
  /** Closes every step that found something. */
  readonly fixThenCheck: string;
  readonly demo: string;
}

/** Headings of columns that no tool prints. */
export interface ColumnTexts {
  readonly time: string;
  readonly what: string;
  readonly about: string;
  readonly text: string;
  readonly times: string;
  readonly asked: string;
  readonly answered: string;
}

/** One sentence a step: how much was looked at. */
export interface LookedTexts {
  /** Follows them when some checks are not done. */
  readonly open: (notChecked: number, pending: number) => string;
}

export interface RowTexts {
  /** `facts` are what it lacks; none where no fact is to blame. */
  readonly notChecked: (question: string, facts?: readonly string[]) => string;
  /** What a pending check waits for. */
  readonly waiting: (question: string, facts: readonly string[]) => string;
  readonly stepStatus: (step: string, status: string) => string;
  readonly stepStatuses: {
    readonly critical: string;
    readonly warning: string;
    readonly clear: string;
    readonly 'not-checked': string;
    readonly pending: string;
  };
}

export interface CoverageTexts {
  readonly answered: (items: number) => string;
  readonly none: string;
  readonly pending: string;
  readonly cancelled: string;
  readonly refused: (verb: string, resource: string, scope: string) => string;
  readonly failed: (reason: string) => string;
  readonly partial: (items: number, reasons: readonly string[]) => string;
  readonly clusterWide: string;
  readonly inNamespace: (namespace: string) => string;
}
