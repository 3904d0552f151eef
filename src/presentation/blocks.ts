/**
 * What is to be said, before it is known where: screens, text, Markdown and HTML are all drawn from these blocks.
 * Strings in them may come from a cluster and are hostile; whoever draws them cleans them (`#presentation/sanitize.ts`).
 */
export type Mark = 'critical' | 'warning' | 'ok' | 'unknown' | 'info' | 'pending';

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: 'plain' | 'dim' | 'strong' }
  /** One marked line: a verdict, a check, a finding in short. */
  | { readonly kind: 'item'; readonly mark: Mark; readonly text: string; readonly note?: string }
  /** A numbered command, already quoted for a shell; `text` says why, `notes` what it alters and what was checked. */
  | {
      readonly kind: 'command';
      readonly number?: number;
      readonly command: string;
      readonly equivalents: readonly string[];
      readonly text: string;
      readonly notes: readonly {
        readonly mark: Mark;
        readonly text: string;
        /** Answers a note that asks to check something first. */
        readonly command?: string;
      }[];
    }
  /** Raw words of the cluster: a field's value, an event, log lines. `source` says where they stand. */
  | { readonly kind: 'quote'; readonly source: string; readonly lines: readonly string[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** A mark for each row, where rows have a verdict. */
      readonly marks?: readonly (Mark | undefined)[];
    }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** A log, and the line in it that matters: one of which the log view can show what stands around it. */
export interface LogCursor {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  /** The log of the run before the last restart. */
  readonly previous: boolean;
  /** Counted from 1 in what was read; absent for the log as a whole. */
  readonly number?: number;
}

/**
 * One row of a screen's list; Enter opens its `detail`. There may be 10^5 of them, so what a row says may be made only
 * when it is asked for, by getters of a class, which spreading a row would lose.
 */
export interface ListRow {
  readonly key: string;
  readonly mark: Mark;
  /** e.g. OED101; absent for rows that are no findings. */
  readonly id?: string;
  /** A word or two before everything: how it stands against the run before. */
  readonly tag?: string | undefined;
  readonly text: string;
  /** What it is about, e.g. a pod name. */
  readonly subject?: string;
  readonly detail: () => readonly Block[];
  /** Commands that `c` copies, each one shell line. */
  readonly commands: readonly string[];
  /** Raw evidence that `y` copies. */
  readonly evidence: string;
  /** What Enter in the open row shows. */
  readonly log?: LogCursor | undefined;
  /** The finding or the cause that it tells of, by its key: what a report can go without. */
  readonly about?: { readonly kind: 'finding' | 'cause'; readonly key: string };
}

/** Everything that a step's screen shows; the wizard draws it the same way for every step. */
export interface ScreenModel {
  readonly question: string;
  /** One sentence: what was looked at. */
  readonly looked: string;
  readonly rows: readonly ListRow[];
  /** Rows say how old something is, and are made anew whenever that changes; details and overview follow `now`. */
  readonly agesInRows?: boolean;
  /** Shown below the rows of a screen whose detail is not open: tables, and how to go on. */
  readonly overview: readonly Block[];
}
