import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import type { History, HistoryEntry } from '#presentation/history.ts';
import type { LeftOutItem } from '#presentation/left-out.ts';
import type { Language } from '#i18n/texts.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import type { ActionId } from '#i18n/types/ui.ts';
import type { Problem } from '#errors/problem.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { ReportFormat } from '#report/formats.ts';
import type { Mode } from '../keys/mode.ts';
import type { Note } from '../keys/note.ts';
import type { LogMessage } from '../log/fetching.ts';
import type { LogEffect } from '../log/transition.ts';
import type { KnownContexts } from '../picker/items.ts';
import type { Progress } from '../ports/ports.ts';
import type { WizardState } from './state.ts';

/** Everything that can happen to the wizard. */
export type Message =
  /** `digit` is the one pressed, for `jump` and `pick`; `at` when, in milliseconds, however long ago the last tick was. */
  | { readonly kind: 'action'; readonly action: ActionId; readonly digit?: number; readonly at?: number }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'pasted'; readonly text: string }
  /** `elsewhere`: what the key does, and where. */
  | {
      readonly kind: 'no-action';
      readonly key: string;
      readonly elsewhere?: { readonly action: ActionId; readonly modes: readonly Mode[] };
    }
  | { readonly kind: 'progressed'; readonly run: number; readonly progress: Progress }
  | {
      readonly kind: 'diagnosed';
      readonly run: number;
      readonly snapshot: Snapshot;
      readonly diagnosis: Diagnosis;
    }
  /** `headline` is that of the run, in every language, for the history. */
  | {
      readonly kind: 'read';
      readonly run: number;
      readonly seconds: string;
      readonly headline: HistoryEntry['headline'];
    }
  /** What is left of a reading that was stopped. */
  | {
      readonly kind: 'kept';
      readonly run: number;
      readonly snapshot: Snapshot;
      readonly diagnosis: Diagnosis;
    }
  | { readonly kind: 'contexts'; readonly contexts: KnownContexts }
  | { readonly kind: 'read-failed'; readonly run: number; readonly problem: Problem }
  | { readonly kind: 'exported'; readonly file: string }
  | { readonly kind: 'export-failed'; readonly file: string; readonly problem: Problem }
  | LogMessage
  /** More texts were looked through for the words that are searched. */
  | { readonly kind: 'search-on' }
  | { readonly kind: 'note'; readonly note: Note }
  | { readonly kind: 'tick'; readonly now: number };

/** What the reducer asks of the world; `runner.ts` is the only one that obeys. */
export type Effect =
  | { readonly kind: 'reread'; readonly run: number; readonly what: ScreenId | 'everything' }
  | { readonly kind: 'start'; readonly run: number }
  | { readonly kind: 'cancel'; readonly run: number }
  | { readonly kind: 'list-contexts' }
  /** Reads another context from now on. */
  | { readonly kind: 'switch'; readonly run: number; readonly context: string }
  | { readonly kind: 'bell' }
  | { readonly kind: 'copy'; readonly text: string }
  | {
      readonly kind: 'export';
      readonly format: ReportFormat;
      readonly file: string;
      readonly diagnosis: Diagnosis;
      readonly leftOut: readonly LeftOutItem[];
      readonly language: Language;
      readonly history: History;
    }
  | LogEffect
  | { readonly kind: 'suspend' }
  | { readonly kind: 'leave'; readonly reason: 'quit' | 'interrupted' };

/** The state after a message, and what is asked of the world. */
export interface Transition {
  readonly state: WizardState;
  readonly effects: readonly Effect[];
}
