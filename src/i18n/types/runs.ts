import type { FindingChange } from '#diagnosis/compare.ts';

/** Counts of one reading against the one before. */
export interface ChangeCounts {
  readonly fixed: number;
  readonly still: number;
  readonly fresh: number;
  readonly notAgain: number;
}

/** The words for what one reading is to the next: changes, history, watching, and where to read. */
export interface RunTexts {
  /** One word before a finding. */
  readonly changes: { readonly [C in FindingChange]: string };
  readonly fixed: string;
  /** Leads the row of a finding that nobody could look for. */
  readonly notCheckedAgain: string;
  readonly fixedDetail: (before: string) => string;
  /** Of what is known from events or logs alone: they vanish by themselves. */
  readonly fixedByMedium: string;
  readonly notCheckedAgainDetail: (before: string) => string;
  /** What changed, in one sentence; `verdicts` are words. */
  readonly sentence: (counts: ChangeCounts, before: string, verdicts: readonly [string, string]) => string;
  /** Short, after "read again". */
  readonly counts: (counts: ChangeCounts) => string;
  /** Beside a fact of the coverage that was not asked for again. */
  readonly kept: (time: string) => string;
  readonly keptFacts: (facts: number, oldest: string) => string;
  readonly history: {
    readonly title: string;
    readonly columns: {
      readonly time: string;
      readonly context: string;
      readonly verdict: string;
      readonly findings: string;
      readonly fixed: string;
      readonly fresh: string;
      readonly headline: string;
    };
    readonly until: (from: string, to: string, times: number) => string;
    readonly dropped: (readings: number) => string;
  };
  readonly read: {
    readonly again: (age: string) => string;
    readonly keptAll: (age: string) => string;
    readonly keptSome: (age: string) => string;
  };
  /** While something takes long: counts first, since the line is cut at its end. */
  readonly slow: (
    what: readonly string[],
    waited: number,
    done: number,
    total: number,
    seconds: string,
  ) => string;
  /** Beside facts of an earlier reading. */
  readonly failed: (what: string) => string;
  readonly watch: {
    readonly label: string;
    readonly nextIn: (seconds: number) => string;
    readonly verdictAge: (age: string) => string;
  };
  readonly picker: {
    readonly title: string;
    readonly filter: string;
    readonly shown: (shown: number, all: number) => string;
    readonly meshes: (count: number) => string;
    readonly contexts: (count: number) => string;
    /** Instead of contexts, in a demo. */
    readonly scenarios: (count: number) => string;
    readonly noMeshes: string;
    readonly meshesLater: string;
    readonly noMatch: string;
    readonly current: string;
    readonly loading: string;
    readonly inSnapshot: string;
    readonly inCluster: string;
    readonly chooseContext: string;
    readonly chooseMesh: (count: number) => string;
    /** On the first run below what the walk is, since the keys for it only work once something is chosen. */
    readonly thenWalk: string;
    /** What each scenario of the demo is about, by its name. */
    readonly scenarioTitles: Readonly<Record<string, string>>;
  };
}
