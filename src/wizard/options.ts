import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import type { History } from '#presentation/history.ts';
import type { LeftOutItem } from '#presentation/left-out.ts';
import type { Language } from '#i18n/texts.ts';
import type { Problem } from '#errors/problem.ts';
import type { Beginning } from './state/state.ts';

/** How the wizard is to run; decided by cli.ts from flags and environment. */
export interface WizardOptions {
  readonly language: Language;
  /** Name of the demo scenario, when the cluster is the demo. */
  readonly demo?: string;
  /** The file that a replayed snapshot came from: times are then absolute, and nothing can be read again. */
  readonly file?: string;
  /** What the first screen is, and whether it watches. */
  readonly beginning?: Beginning;
  /** No Unicode signs: TERM=dumb, the C locale, or asked for. */
  readonly ascii: boolean;
  readonly noColor: boolean;
  /** Says everything line by line instead of drawing a screen: for screen readers and for dumb terminals. */
  readonly linear: boolean;
  /** The terminal obeys no control sequences at all: TERM=dumb. */
  readonly dumb: boolean;
  /** The terminal shows links (OSC 8). */
  readonly links: boolean;
  /** Address of the folder of our documents, ending in a slash, when they are at hand. */
  readonly docs?: string;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Reads TMUX, STY and HOME; nothing else. */
  readonly environment: NodeJS.ProcessEnv;
}

export type LeaveReason =
  /** q on a step. */
  | 'quit'
  /** Ctrl-C. */
  | 'interrupted'
  | 'signal'
  /** The terminal went away. */
  | 'input-closed'
  | 'crashed';

/** How the wizard ended; the terminal is already as it was. */
export interface WizardExit {
  readonly reason: LeaveReason;
  /** 0 for quit, 128 + the signal for signals, 70 for a crash, a problem's own code when nothing could be read. */
  readonly code: number;
  readonly diagnosis?: Diagnosis;
  /** Set when the reading failed and was not repaired. */
  readonly problem?: Problem;
  /** Taken out of the reports by hand. */
  readonly leftOut: readonly LeftOutItem[];
  /** Reports written, in order. */
  readonly reports: readonly string[];
  /** Every verdict of the session. */
  readonly history: History;
  /** The language at the end: `L` may have changed it. */
  readonly language: Language;
  /** What was thrown, for `crashed`. */
  readonly error?: unknown;
}
