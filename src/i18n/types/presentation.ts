import type { Confidence } from '#diagnosis/cause.ts';
import type { ContainerRow } from '#steps/stray-sidecar/detail.ts';
import type { ProbeVerdict } from '#steps/health/detail.ts';
import type { TimelineEntry, VerdictStatus } from '#diagnosis/diagnosis.ts';
import type { ProbeName } from '#snapshot/probe-call.ts';
import type { SignatureTexts } from './signature.ts';
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
  readonly probeVerdicts: { readonly [V in ProbeVerdict]: string };
  readonly containerVerdicts: { readonly [V in ContainerRow['verdict']]: string };
  readonly timelineKinds: { readonly [K in TimelineEntry['kind']]: string };
  readonly looked: LookedTexts;
  readonly rows: RowTexts;
  readonly signature: SignatureTexts;
  readonly coverage: CoverageTexts;
}

export interface HeadlineTexts {
  /** `since`: as in `logs`. */
  readonly healthy: (mesh: string, namespace: string, since?: string) => string;
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
  readonly otherMeshes: string;
  readonly exportHint: string;
  readonly manual: string;
  readonly manualForward: string;
  readonly manualCall: (expect: string) => string;
  readonly meaningOfAnswers: string;
  readonly breaksNow: string;
  readonly breaksWhileFailing: string;
  readonly replicas: string;
  readonly probesOf: (pod: string) => string;
  /** Of a probe that no call was made to. */
  readonly notCalled: string;
  readonly services: string;
  readonly kubelet: string;
  readonly kubeletSays: (failures: number, age: string) => string;
  readonly kubeletSilent: string;
  /** Its events were not read. */
  readonly kubeletUnknown: string;
  readonly containersOf: (pod: string) => string;
  readonly meshes: string;
  readonly namespaces: string;
  readonly eventsOf: (object: string) => string;
  readonly noEvents: string;
  readonly statesOf: (pod: string) => string;
  readonly logsOf: (pod: string) => string;
  readonly signatures: string;
  /** `firstRecord` of several; `linesBefore` and `linesAfter` lead the lines around it. */
  readonly firstRecord: string;
  readonly lastRecord: string;
  readonly linesBefore: (lines: number) => string;
  readonly linesAfter: (lines: number) => string;
  /** From one age to another. */
  readonly agoSpan: (from: string, to: string) => string;
  readonly errorCode: (code: string, name: string) => string;
  readonly errorCodeUnknown: (code: string) => string;
  /** `left` further ones are not shown. */
  readonly more: (left: number) => string;
  readonly init: string;
  readonly previous: string;
  readonly current: string;
  readonly demo: string;
}

/** Headings of columns that no tool prints. */
export interface ColumnTexts {
  readonly probe: string;
  readonly endpoint: string;
  readonly answer: string;
  readonly kubelet: string;
  readonly readyEndpoints: string;
  readonly verdict: string;
  readonly setBy: string;
  readonly state: string;
  readonly last: string;
  readonly time: string;
  readonly what: string;
  readonly about: string;
  readonly text: string;
  readonly times: string;
  readonly log: string;
  readonly lines: string;
  readonly errors: string;
  readonly period: string;
  readonly count: string;
  readonly overTime: string;
  readonly why: string;
  readonly level: string;
  readonly code: string;
  readonly message: string;
  readonly asked: string;
  readonly answered: string;
}

/** One sentence a step: how much was looked at. */
export interface LookedTexts {
  readonly health: (replicas: number, probes: number, services: number) => string;
  readonly sidecar: (pods: number, containers: number, meshes: number, namespaces: number) => string;
  readonly events: (events: number, containers: number) => string;
  /** `since`: RFC 3339, when older lines were not asked for. */
  readonly logs: (logs: number, lines: number, since?: string) => string;
  readonly verdict: (findings: number, causes: number) => string;
  /** Follows them when some checks are not done. */
  readonly open: (notChecked: number, pending: number) => string;
}

export interface RowTexts {
  /** `facts` are what it lacks; none where no fact is to blame. */
  readonly notChecked: (question: string, facts?: readonly string[]) => string;
  /** What a pending check waits for. */
  readonly waiting: (question: string, facts: readonly string[]) => string;
  readonly replica: (ready: string, status: string, restarts: number, age: string) => string;
  readonly probe: (probe: string, container: string, answer: string) => string;
  readonly answered: (status: number, milliseconds: number) => string;
  /** Failed `failed` times of `attempts`. */
  readonly repeated: (answer: string, failed: number, attempts: number) => string;
  readonly refused: string;
  readonly noAnswer: (seconds: number) => string;
  readonly proxyFailed: string;
  /** The Pipy repo inside the controller: part of it, not a finding. */
  readonly repoServer: (container: string) => string;
  /** `what` is the error code where there is one, else the level. */
  readonly signature: (count: number, what: string, previous: boolean, message: string) => string;
  /** A log as a whole; `errors` is `0` for none. */
  readonly log: (container: string, previous: boolean, lines: number, errors: string) => string;
  /** Benign lines, told apart from the errors. */
  readonly benign: (text: string) => string;
  readonly stepStatus: (step: string, status: string) => string;
  readonly stepStatuses: {
    readonly critical: string;
    readonly warning: string;
    readonly clear: string;
    readonly 'not-checked': string;
    readonly pending: string;
  };
  /** Something above info that no root cause explains. */
  readonly unexplained: (title: string) => string;
  readonly otherMesh: (mesh: string, namespace: string, verdict: string) => string;
  /** All of a Pod's containers belong to the control plane. */
  readonly cleanPod: (containers: readonly string[]) => string;
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
