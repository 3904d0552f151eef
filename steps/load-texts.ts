import type { Language, Texts } from '#i18n/texts.ts';

/** Everything the program says, in this language, and nothing in another: each is a chunk of its own in the bundle. */
export async function loadTexts(language: Language): Promise<Texts> {
  switch (language) {
    case 'en':
      return (await import('./texts.en.ts')).texts;
    case 'ja':
      return (await import('./texts.ja.ts')).texts;
    default:
      return language satisfies never;
  }
}
