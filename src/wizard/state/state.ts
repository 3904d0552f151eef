import type { Changes } from '#diagnosis/compare.ts';
import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import { type History, noHistory } from '#presentation/history.ts';
import type { LeftOutItem } from '#presentation/left-out.ts';
import type { Language } from '#i18n/texts.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import type { Problem } from '#errors/problem.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Note } from '../keys/note.ts';
import type { LogState } from '../log/state.ts';
import type { KnownContexts } from '../picker/items.ts';
import type { Progress } from '../ports/ports.ts';
import type { KeptSearch, Search } from '../search/state.ts';
import type { TimelineCursor } from '../timeline/state.ts';
import type { Overlay } from './overlay.ts';
import type { Watch } from './watch.ts';

/** The walk, in its order. */
export const screenIds = [
  'health',
  'stray-sidecar',
  'pod-events',
  'error-logs',
  'verdict',
] as const satisfies readonly ScreenId[];

/** What a step shows below (or beside) its list, and which of the two has the keys. */
export type StepView =
  | { readonly kind: 'step'; readonly focus: 'list' | 'overview'; readonly scroll: number }
  | { readonly kind: 'detail'; readonly focus: 'list' | 'detail'; readonly scroll: number }
  | { readonly kind: 'timeline'; readonly focus: 'timeline'; readonly scroll: number };

/** Which rows a step lists; what is not known yet counts as a warning: it may be anything. */
export const severityFilters = ['all', 'warning', 'critical'] as const;
export type SeverityFilter = (typeof severityFilters)[number];

/** Where the person is on one screen. The row is kept by key: rows come and go while facts arrive. */
export interface ScreenPosition {
  readonly key?: string;
  readonly index: number;
  readonly top: number;
  readonly view: StepView;
  readonly filter: SeverityFilter;
}

/** `id` tells a reading from the one before it, whose late messages are dropped. */
export type Run =
  | { readonly kind: 'reading'; readonly id: number; readonly progress?: Progress }
  | { readonly kind: 'finished'; readonly id: number }
  | { readonly kind: 'cancelled'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly problem: Problem }
  /** Nothing was read yet: the kubeconfig names no current context, and none was chosen. */
  | { readonly kind: 'unchosen'; readonly id: number };

/** What is known, and what follows from it. */
export interface Facts {
  readonly snapshot: Snapshot;
  readonly diagnosis: Diagnosis;
  /** Against the last whole reading before; absent for the first one of a context. */
  readonly changes?: Changes;
}

/** What the command line decided once and for all. */
export interface Settings {
  /** Seconds between two readings of a watch, while there is news. */
  readonly watchInterval: number;
  readonly bell: boolean;
}

const defaultSettings: Settings = { watchInterval: 5, bell: true };

/** Where the wizard begins. */
export interface Beginning {
  readonly settings?: Settings;
  /** Watch from the start. */
  readonly watch?: boolean;
  /** Neither `--mesh` nor `-n` was given: of several meshes, ask for one. */
  readonly asksMesh?: boolean;
}

/** Where Esc goes back to from a search, the search from before included. */
export type SearchOrigin = Pick<WizardState, 'positions' | 'overlay' | 'log' | 'timeline'> & {
  readonly search?: KeptSearch;
};

/** Everything the wizard knows; changed by `reduce` alone. */
export interface WizardState {
  readonly language: Language;
  readonly screen: ScreenId;
  readonly positions: Readonly<Record<ScreenId, ScreenPosition>>;
  readonly overlay: Overlay;
  /** The log view, while it is open: above the step, and below any overlay. */
  readonly log?: LogState;
  /** Fetches of logs that were begun: their ids count on. */
  readonly logFetches: number;
  readonly run: Run;
  readonly data?: Facts;
  /** Those of the last reading that came to its end: a failed one falls back to them. */
  readonly whole?: Facts;
  /** `meshKey` of the mesh looked at; the worst one while it is not set. */
  readonly mesh?: string;
  /** Set once the cursor of the time line was moved. */
  readonly timeline?: TimelineCursor;
  /** The context gone to by the picker; until then, the one that was begun with. */
  readonly context?: string;
  /** Those to choose from; absent until they were asked for. */
  readonly contexts?: KnownContexts;
  readonly watch: Watch;
  readonly history: History;
  readonly settings: Settings;
  /** A key was pressed: nothing may open by itself any more. */
  readonly touched: boolean;
  /** The person is still to be asked which of several meshes to look at. */
  readonly asksMesh: boolean;
  /** Stands in the status line until the next key. */
  readonly note?: Note;
  readonly reports: readonly string[];
  readonly search?: Search<SearchOrigin>;
  /** What was sent to the clipboard last: asked for once more, it is shown to be selected by hand. */
  readonly copied?: string;
  /** Taken out of the reports by hand, in the order that it happened. */
  readonly leftOut: readonly LeftOutItem[];
  /** `new` until the first step forward: the first screen says what the walk is. */
  readonly walk: 'new' | 'begun';
  /** Milliseconds since the epoch; ages and the progress line are relative to it. */
  readonly now: number;
}

const start: ScreenPosition = {
  index: 0,
  top: 0,
  view: { kind: 'step', focus: 'list', scroll: 0 },
  filter: 'all',
};

/** At the top of every screen. */
export const firstPositions: WizardState['positions'] = {
  health: start,
  'stray-sidecar': start,
  'pod-events': start,
  'error-logs': start,
  verdict: start,
};

export function initialState(language: Language, now: number, beginning: Beginning = {}): WizardState {
  const { asksMesh = false, settings = defaultSettings, watch = false } = beginning;
  return {
    language,
    screen: 'health',
    positions: firstPositions,
    overlay: { kind: 'none' },
    logFetches: 0,
    run: { kind: 'reading', id: 1 },
    watch: watch ? { kind: 'on', pause: settings.watchInterval } : { kind: 'idle' },
    history: noHistory,
    settings,
    touched: false,
    asksMesh,
    reports: [],
    leftOut: [],
    walk: 'new',
    now,
  };
}

export function positionOf(state: WizardState): ScreenPosition {
  return state.positions[state.screen];
}
