import type { ProbeMeaning } from '#mesh/probes.ts';
import type { StepId } from '#diagnosis/step.ts';

export type ScreenId = StepId | 'verdict';

/** A section of the troubleshooting guide as our screens show it, in our own words. */
export interface GuideSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Where the published guide is stale, one line each (facts §0). */
  readonly stale: readonly string[];
}

export interface StepTexts {
  readonly steps: {
    readonly [S in ScreenId]: {
      /** One word for the tab. */
      readonly tab: string;
      /** The question of the screen. Of at most 60 columns: on a low terminal it has one line. */
      readonly question: string;
      readonly guide: GuideSection;
    };
  };
  /** What 200, a 503 and no answer of a probe's endpoint mean, and what breaks while it fails (facts §2.2–2.4). */
  readonly probes: {
    readonly [M in ProbeMeaning]: {
      readonly ok: string;
      readonly failing: string;
      readonly silent: string;
      readonly breaks: string;
    };
  };
  /** Closes every step that found something. */
  readonly mendThenCheck: string;
}
