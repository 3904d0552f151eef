import type { StepId } from '#diagnosis/step.ts';
import type { FindingTexts } from './findings.ts';

export type ScreenId = StepId | 'verdict';

/** A section of the troubleshooting guide as our screens show it, in our own words. */
export interface GuideSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Where the published guide is stale, one line each (facts §0). */
  readonly stale: readonly string[];
}

/** The frame of a screen. */
export interface ScreenTexts {
  /** One word for the tab. */
  readonly tab: string;
  /** The question of the screen. Of at most 60 columns: on a low terminal it has one line. */
  readonly question: string;
  readonly guide: GuideSection;
}

/**
 * The question each check asks, and the sentence of a passed one: `looked` objects were looked at, of logs only the lines
 * `since` a time (RFC 3339).
 */
export type CheckTexts<Id extends string> = {
  readonly [K in Id]: { readonly question: string; passed(looked: number, since?: string): string };
};

/** What a step says: its frame, its findings by code, its checks by id, and the words of its own tables. */
export interface StepTexts<Code extends string, Check extends string, Words> extends ScreenTexts {
  readonly findings: Pick<FindingTexts, Code & keyof FindingTexts>;
  readonly checks: CheckTexts<Check>;
  readonly words: Words;
}

/** Words that only the tables and the screen of one step use, by screen; `steps/texts.ts` fills it in. */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- declaration merging
export interface StepWords {}

export type ScreensTexts = {
  readonly [S in ScreenId]: ScreenTexts & {
    readonly words: S extends keyof StepWords ? StepWords[S] : never;
  };
};
