import { age, utc } from '#document/age.ts';
import type { Texts } from '#language/texts.ts';
import { screenMoment } from './moment.ts';
import type { WizardState } from './state.ts';

/** When the facts on the screen were read; '' while there are none. */
export function readLabel(state: WizardState, texts: Texts, file: string | undefined): string {
  const readAt = state.data?.diagnosis.readAt;
  const words = texts.ui.read;
  if (readAt === undefined || state.run.kind === 'reading') return '';
  if (file !== undefined) return words.at(utc(readAt));
  const seconds = (state.now - Date.parse(readAt)) / 1_000;
  return seconds < 5 ? words.justNow : words.ago(age(readAt, screenMoment(state.now, readAt)));
}
