import { texts as en } from './texts.en.ts';
import { texts as ja } from './texts.ja.ts';
import type { Language, Texts } from '#i18n/texts.ts';

const catalogues: Readonly<Record<Language, Texts>> = { en, ja };

/** Everything the program says, in this language. Loads all languages; `loadTexts` loads one. */
export function textsOf(language: Language): Texts {
  return catalogues[language];
}
