import type { MeshChanges } from '#diagnosis/compare.ts';
import type { Diagnosis, MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { Language, Texts } from '#i18n/texts.ts';
import type { LeftOut } from './left-out.ts';
import type { ScreenModel } from './blocks.ts';
import type { History } from './history.ts';

/** What every builder of blocks needs besides the thing it tells of. */
export interface PresentationInput {
  readonly diagnosis: MeshDiagnosis;
  readonly run: Diagnosis;
  readonly texts: Texts;
  readonly language: Language;
  /** RFC 3339; ages are relative to it. Reports pass `run.readAt`, so that their bytes do not depend on the clock. */
  readonly now: string;
  /** Against the run before of this session, where there is one. */
  readonly changes?: MeshChanges;
  /** The verdicts of the session. */
  readonly history?: History;
  /** Columns of the terminal; a report has none, and then nothing is shortened for the lack of room. */
  readonly width?: number;
  /** What a report goes without; the screens show everything. */
  readonly leftOut?: LeftOut;
}

export interface ScreenInput extends PresentationInput {
  readonly width: number;
}

/**
 * A step's screen: pure, so the same input gives the same model. `now` goes on under a model that is on the screen: its
 * overview and details read it when they are asked for, so that a long list is not made anew for the ages in them.
 */
export type Screen = (input: ScreenInput) => ScreenModel;
