import type { Language, Texts } from './texts.ts';

/** Everything the program says, in this language, and nothing in another: each is a chunk of its own in the bundle. */
export async function loadTexts(language: Language): Promise<Texts> {
  switch (language) {
    case 'en':
      return (await import('./en/texts.ts')).texts;
    case 'ja':
      return (await import('./ja/texts.ts')).texts;
    default:
      return language satisfies never;
  }
}
