import type { Diagnosis, MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { LeftOutItem } from '#presentation/left-out.ts';
import type { Headline } from '#presentation/headline.ts';
import type { History } from '#presentation/history.ts';
import type { Screen } from '#presentation/screen-input.ts';
import type { Language, Texts } from '#i18n/texts.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import type { ReportFormat } from '#report/formats.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** One request under way. */
export interface PendingRequest {
  /** In the words of the source, e.g. `events (osm-system)`; hostile until cleaned. */
  readonly what: string;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/** How far a reading is. `total` is 0 while it is not known. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is being waited for now, the oldest first. */
  readonly current: readonly PendingRequest[];
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly finished: boolean;
}

/** One state of a reading: all facts so far. Facts that have not come yet are `pending`. */
export interface ReadingUpdate {
  readonly snapshot: Snapshot;
  readonly progress: Progress;
}

/** Gives the plain terminal to whoever must talk to the person, and takes it back afterwards. */
export type Lend = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Where facts come from. Both calls resolve when the reading ended or was aborted, and reject with a ProblemError. A
 * credential plugin that asks the person for something gets the terminal through `lend`.
 */
export interface WizardSource {
  start(onUpdate: (reading: ReadingUpdate) => void, signal: AbortSignal, lend: Lend): Promise<void>;
  reread(
    what: ScreenId | 'everything',
    previous: Snapshot,
    onUpdate: (reading: ReadingUpdate) => void,
    signal: AbortSignal,
    lend: Lend,
  ): Promise<void>;
}

/** One context of the kubeconfig; hostile until cleaned. */
export interface ContextRow {
  readonly name: string;
  /** Host, port and path of the API server, without credentials; '' where it is not known. */
  readonly server: string;
  readonly namespace?: string;
  /** Of the demo: its scenario, which has a title in each language. */
  readonly scenario?: string;
  /** The one that is read. */
  readonly isCurrent: boolean;
}

/** The contexts to choose from, or why there are none. */
export type ContextList =
  | { readonly kind: 'some'; readonly contexts: readonly ContextRow[]; readonly isDemo?: boolean }
  | { readonly kind: 'none'; readonly why: 'snapshot' | 'in-cluster' };

/** The contexts of the kubeconfig. */
export interface ContextPort {
  /** Rejects with a ProblemError when the kubeconfig cannot be read. */
  list(): Promise<ContextList>;
  /** From the next reading on; the connections of the one before are closed. */
  use(name: string): Promise<void>;
}

/** One log of one container. */
export interface LogName {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  /** The log of the run before the last restart. */
  readonly previous: boolean;
}

/** Which part of a log to read. Without `from` and `tailLines`: from its start. */
export interface LogWindow {
  /** RFC 3339; whole seconds count, so lines of the same second come too. */
  readonly from?: string;
  readonly tailLines?: number;
  /** The reading ends here, also when it follows. */
  readonly limitBytes: number;
  /** Keeps the connection open for what is still to be written. */
  readonly follow: boolean;
}

export interface LogLine {
  /** RFC 3339, as the kubelet wrote it. */
  readonly at?: string;
  /** Redacted; hostile until cleaned. */
  readonly text: string;
}

/** Reads logs while the wizard runs: lines that no snapshot keeps. */
export interface LogPort {
  /**
   * Hands out the lines in batches as they come. Resolves when the log ended, was cut, or was aborted; rejects with a
   * ProblemError. `cut`: the limit was reached (`bytes`); or another log is in its place (`replaced`), since the node rotated
   * it while the connection was broken, or the container began anew.
   */
  read(
    log: LogName,
    window: LogWindow,
    onLines: (lines: readonly LogLine[]) => void,
    signal: AbortSignal,
  ): Promise<{ readonly cut?: 'bytes' | 'replaced' }>;
}

/** All that the wizard needs from outside; cli.ts passes the real ones, tests pass fakes. */
export interface WizardPorts {
  readonly source: WizardSource;
  /** Absent where there is nothing to read from: a snapshot file. */
  readonly logs?: LogPort;
  readonly contexts: ContextPort;
  diagnose(snapshot: Snapshot): Diagnosis;
  readonly screens: Readonly<Record<ScreenId, Screen>>;
  /** `headline` of `#presentation/headline.ts`. */
  headline(of: Diagnosis | MeshDiagnosis, texts: Texts, source?: Diagnosis['source']): Headline;
  /** Never overwrites; rejects with a ProblemError of kind report-exists or report-not-written. */
  exportReport(
    format: ReportFormat,
    file: string,
    diagnosis: Diagnosis,
    language: Language,
    leftOut: readonly LeftOutItem[],
    history: History,
  ): Promise<void>;
  texts(language: Language): Texts;
  /** Sends text to the clipboard; without it, OSC 52 is written to the terminal. */
  copy?(text: string): void;
  now(): Date;
}
