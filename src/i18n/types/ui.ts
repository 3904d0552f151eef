import type { LogNotes, LogViewTexts } from './log-view.ts';
import type { ReportTexts } from './report.ts';
import type { ChangeCounts } from './runs.ts';
import type { ScreenId } from './steps.ts';

/** Everything a key can do in the wizard; `src/wizard/reduce/actions.ts` has a row for each. */
export const actionIds = [
  'move-up',
  'move-down',
  'page-up',
  'page-down',
  'top',
  'bottom',
  'next-step',
  'previous-step',
  'jump',
  'open',
  'open-log',
  'read-more',
  'follow',
  'previous-log',
  'level-filter',
  'time-stamps',
  'wrap',
  'columns-left',
  'columns-right',
  'leave-log',
  'leave',
  'cancel',
  'quit',
  'other-pane',
  'previous-pane',
  'cursor-left',
  'cursor-right',
  'zoom-in',
  'zoom-out',
  'search',
  'next-match',
  'previous-match',
  'keep-search',
  'end-search',
  'filter',
  'guide',
  'help',
  'copy-command',
  'copy-evidence',
  'toggle-report',
  'export',
  'reread-step',
  'reread-all',
  'watch',
  'choose-mesh',
  'language',
  'choose',
  'pick',
  'submit',
  'caret-left',
  'caret-right',
  'caret-start',
  'caret-end',
  'erase',
  'erase-forward',
  'erase-line',
  'suspend',
  'interrupt',
] as const;
export type ActionId = (typeof actionIds)[number];

/** Headings of the key overlay, in its order. */
export const keyGroups = ['move', 'walk', 'look', 'log', 'act', 'leave', 'choose', 'filter', 'type'] as const;
export type KeyGroup = (typeof keyGroups)[number];

export type SeverityFilterName = 'all' | 'warning' | 'critical';

export type ReportFormatName = 'markdown' | 'html' | 'json' | 'text';

/** What the status line says after a key: done, or why not. */
export interface UiNotes extends LogNotes {
  copiedCommand: { command: string };
  copiedEvidence: { lines: number };
  /** Too long for what terminals take. */
  tooLongToCopy: { kilobytes: number };
  nothingSelected: Record<string, never>;
  noCommand: Record<string, never>;
  noEvidence: Record<string, never>;
  lastStep: { step: string };
  firstStep: { step: string };
  stillReading: Record<string, never>;
  /** A snapshot file does not change. */
  replayed: Record<string, never>;
  nothingRunning: Record<string, never>;
  nothingRead: Record<string, never>;
  readAgain: { step: string };
  readAllAgain: Record<string, never>;
  cancelled: Record<string, never>;
  /** `counts` against the reading before. */
  readDone: { seconds: string; counts?: ChangeCounts };
  severalMeshes: { count: number };
  nothingToChoose: Record<string, never>;
  context: { context: string };
  sameContext: { context: string };
  noContext: Record<string, never>;
  watchStarted: { seconds: number };
  watchStopped: Record<string, never>;
  watchChanged: { counts: ChangeCounts };
  /** A snapshot file does not change. */
  watchReplay: Record<string, never>;
  alreadyHealthy: Record<string, never>;
  healthyNow: Record<string, never>;
  mesh: { mesh: string };
  language: Record<string, never>;
  unknownKey: { key: string };
  /** `where`: the modes in which the key does that. */
  notHere: { key: string; action: string; where: string };
  /** The key that opened a list of choices, in that list. */
  commandsAlready: Record<string, never>;
  formatsAlready: Record<string, never>;
  atTop: Record<string, never>;
  atBottom: Record<string, never>;
  atLeft: Record<string, never>;
  atRight: Record<string, never>;
  alreadyThere: { step: string };
  noSuchChoice: Record<string, never>;
  noSearch: Record<string, never>;
  nothingToSearch: Record<string, never>;
  noMatch: { query: string };
  /** The search went round an end. */
  searchFromTop: { query: string; number: number; count: number };
  searchFromBottom: { query: string; number: number; count: number };
  nothingToFilter: Record<string, never>;
  leftOut: { id: string };
  inReport: { id: string };
  /** The dialog was left while it was written. */
  reportFailed: { file: string };
  notInReport: Record<string, never>;
  nothingToOpen: Record<string, never>;
  noOtherPane: Record<string, never>;
  /** The cursor of the time line is at its first, or its last, moment. */
  timelineStart: Record<string, never>;
  timelineEnd: Record<string, never>;
  /** The time line shows everything; or the shortest stretch that tells something. */
  timelineWhole: Record<string, never>;
  timelineClosest: { seconds: number };
  pasteIgnored: Record<string, never>;
  resumed: Record<string, never>;
  cannotSuspend: Record<string, never>;
}

/** The wizard's own words: what frames every screen, its dialogs and its keys. */
export interface UiTexts {
  /** `footer`: two words for the last line. `help`: one line for the key overlay. */
  readonly actions: { readonly [A in ActionId]: { readonly footer: string; readonly help: string } };
  readonly groups: { readonly [G in KeyGroup]: string };
  readonly notes: { readonly [N in keyof UiNotes]: (params: UiNotes[N]) => string };
  readonly header: {
    readonly context: string;
    readonly mesh: string;
    /** e.g. `1 of 2` */
    readonly ofMeshes: (index: number, count: number) => string;
    /** Marks everything that comes from a demo. */
    readonly demo: string;
    readonly file: string;
  };
  /** Two lines that say what the walk is; each fits 58 columns, so that the smallest terminal shows both. */
  readonly walk: readonly [string, string];
  readonly progress: {
    readonly connecting: string;
    /** Counts first, since the line is cut at its end. */
    readonly reading: (what: readonly string[], done: number, total: number, seconds: string) => string;
    readonly cancelled: string;
  };
  readonly read: {
    readonly justNow: string;
    /** While the age is known no better, e.g. more than `10s`. */
    readonly over: (age: string) => string;
    readonly ago: (age: string) => string;
    /** When the facts come from a file. */
    readonly at: (time: string) => string;
  };
  /** Stands for the headline until the first facts come. */
  readonly firstHeadline: string;
  /** The same while no context was chosen. */
  readonly noContext: string;
  readonly panes: {
    readonly overview: string;
    readonly detail: string;
    /** e.g. `1–8 of 45` */
    readonly position: (first: number, last: number, total: number) => string;
    readonly noRows: string;
  };
  readonly timeline: {
    /** The longest first. All UTC: with `day` both ends are times of that day, else they are whole. */
    readonly titles: (from: string, to: string, length: string, day?: string) => readonly string[];
    /** Before a row: what kind of thing, and how often it happened. */
    readonly row: (kind: string, count: number) => string;
    /** What the cursor stands on: a stretch of time, how long ago it began, how many entries it touches. */
    readonly moment: (from: string, to: string, age: string, entries: number) => string;
    readonly entry: (time: string, age: string, kind: string, subject: string, text: string) => string;
    /** Behind an entry that happened more than once; `length` is '' when it is not known. */
    readonly often: (count: number, length: string) => string;
    readonly nothing: string;
  };
  /** What the linear mode says instead of drawing it. */
  readonly linear: {
    /** The first words: what this is, and how to find out more. */
    readonly intro: string;
    readonly step: (number: number, total: number, tab: string, status: string) => string;
    /** A row of a list; `what` begins with its mark in words. */
    readonly row: (number: number, total: number, what: string) => string;
    readonly selected: (what: string) => string;
    readonly noRows: string;
    readonly timeline: (rows: readonly string[]) => string;
    readonly command: (number: number | undefined, command: string) => string;
    readonly equivalent: (command: string) => string;
    /** One cell of a row of a table. */
    readonly cell: (column: string, value: string) => string;
    /** Between the cells of a row. */
    readonly betweenCells: string;
  };
  readonly help: {
    readonly title: string;
    readonly intro: string;
    /** What each sign before a row or a step means. */
    readonly marks: ReportTexts['marks'];
  };
  readonly guide: {
    readonly title: (step: string) => string;
    readonly stale: string;
    readonly published: string;
  };
  readonly log: LogViewTexts;
  readonly search: {
    /** e.g. `/panic: match 3 of 12`; `number` is 0 between matches. */
    readonly found: (query: string, number: number, count: number) => string;
    /** The same beside the words while they are typed. */
    readonly typed: (number: number, count: number) => string;
    /** While not all was looked through: `count` is what was found so far. */
    readonly searching: (number: number, count: number) => string;
    /** While nothing is typed yet. */
    readonly hint: string;
  };
  readonly filters: {
    readonly names: { readonly [F in Exclude<SeverityFilterName, 'all'>]: string };
    /** Over a filtered list. */
    readonly head: (name: string, hidden: number) => string;
    /** In a list that the filter left empty. */
    readonly empty: (hidden: number) => string;
  };
  /** Before a row that the report goes without. */
  readonly leftOut: string;
  readonly commands: { readonly title: string; readonly intro: string };
  /** The text to be selected by hand. */
  readonly copy: { readonly title: string };
  readonly export: {
    readonly title: string;
    readonly askFormat: string;
    readonly formats: { readonly [F in ReportFormatName]: string };
    readonly askPath: string;
    readonly pathHint: string;
    readonly emptyPath: string;
    readonly writing: (file: string) => string;
    readonly done: (file: string) => string;
    readonly soFar: string;
    /** While everything is read again: the report is that of the reading before. */
    readonly before: string;
    readonly close: string;
  };
  readonly problem: {
    readonly title: string;
    readonly retry: string;
    /** The footer's word for m: without a cluster there are no meshes to choose from. */
    readonly chooseContext: string;
  };
  readonly tooSmall: (
    columns: number,
    rows: number,
    minColumns: number,
    minRows: number,
  ) => readonly string[];
  /** A step's number and name in sentences. */
  readonly step: (number: number, tab: string, screen: ScreenId) => string;
}
