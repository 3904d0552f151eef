import { texts as en } from './en/texts.ts';
import { texts as ja } from './ja/texts.ts';
import type { Language, Texts } from './texts.ts';

const catalogues: Readonly<Record<Language, Texts>> = { en, ja };

/** Everything the program says, in this language. Loads all languages; `loadTexts` loads one. */
export function textsOf(language: Language): Texts {
  return catalogues[language];
}
