import type { Diagnosis, MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { Headline } from '#document/headline.ts';
import type { Screen } from '#document/screen-input.ts';
import type { Language, Texts } from '#language/texts.ts';
import type { ScreenId } from '#language/types/steps.ts';
import type { ReportFormat } from '#report/formats.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** How far a reading is. `total` is 0 while it is not known. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is being waited for now, in the words of the source, e.g. `events of osm-system`; hostile until cleaned. */
  readonly current: readonly string[];
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly finished: boolean;
}

/** One state of a reading: all facts so far. Facts that have not come yet are `pending`. */
export interface Reading {
  readonly snapshot: Snapshot;
  readonly progress: Progress;
}

/** Where facts come from. Both calls resolve when the reading ended or was aborted, and reject with a ProblemError. */
export interface WizardSource {
  start(onUpdate: (reading: Reading) => void, signal: AbortSignal): Promise<void>;
  reread(
    what: ScreenId | 'everything',
    previous: Snapshot,
    onUpdate: (reading: Reading) => void,
    signal: AbortSignal,
  ): Promise<void>;
}

/** All that the wizard needs from outside; cli.ts passes the real ones, tests pass fakes. */
export interface WizardPorts {
  readonly source: WizardSource;
  diagnose(snapshot: Snapshot): Diagnosis;
  readonly screens: Readonly<Record<ScreenId, Screen>>;
  /** `headline` of `#document/headline.ts`. */
  headline(of: Diagnosis | MeshDiagnosis, texts: Texts, source?: Diagnosis['source']): Headline;
  /** Never overwrites; rejects with a ProblemError of kind report-exists or report-not-written. */
  exportReport(format: ReportFormat, file: string, diagnosis: Diagnosis, language: Language): Promise<void>;
  texts(language: Language): Texts;
  /** Sends text to the clipboard; without it, OSC 52 is written to the terminal. */
  copy?(text: string): void;
  now(): Date;
}
