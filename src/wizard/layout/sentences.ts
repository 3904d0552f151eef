import { sentenceLines } from '#components/layout.ts';
import { justify, type Line, plainLine } from '#components/line.ts';
import { textWidth } from '#presentation/text-width.ts';
import type { ScreenModel } from '#presentation/blocks.ts';
import type { WizardState } from '../state/state.ts';
import type { Display } from './display.ts';
import { readLabel } from './read-label.ts';

/** The question of a step, what was looked at, and when; `most` lines for each of the first two. */
export function stepSentences(
  state: WizardState,
  model: ScreenModel | undefined,
  most: number,
  { file, size, symbols, texts: textsOf }: Display,
): readonly Line[] {
  const texts = textsOf(state.language);
  const question = model?.question ?? texts.steps[state.screen].question;
  const looked = model?.looked ?? '';
  const read = readLabel(state, texts, file);
  // On one line, what was looked at comes before when.
  const fits = textWidth(looked) + textWidth(read) + 2 <= size.columns;
  const label = most > 1 || fits ? read : '';
  const asked = sentenceLines(question, size.columns, most, symbols, 'strong');
  const width = size.columns - textWidth(label) - 2;
  const [first = [], ...further] = sentenceLines(looked, width, most, symbols);
  return [...asked, justify(first, plainLine(label, 'dim'), size.columns, symbols.ellipsis), ...further];
}
