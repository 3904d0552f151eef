import { asciiSymbols, unicodeSymbols } from '#components/symbols.ts';
import { textsOf } from '#steps/all-texts.ts';
import { languages } from '#i18n/texts.ts';
import { hintsOf } from '#wizard/view/footer.ts';
import { type Mode, modes } from '#wizard/keys/mode.ts';

/**
 * The modes whose keys the footer shows, the innermost first, as a person would tell them; none while there is no
 * footer. Where the footer fits several, it is those with the fewest keys: what else there is would be there to see.
 */
export function modesOnScreen(screen: string): readonly Mode[] {
  const footer = screen.trimEnd().split('\n').at(-1)?.trim() ?? '';
  const shown = footer.split(/ {2,}/u);
  const fitting = knownHints.filter(({ hints }) => shown.every((hint) => hints.has(hint)));
  return fitting.toSorted((a, b) => a.hints.size - b.hints.size)[0]?.inModes ?? [];
}

/** A mode alone, or with the matches of a search over it. */
const stacks = modes.flatMap((mode): readonly (readonly Mode[])[] =>
  mode === 'search' ? [] : [[mode], ['search', mode]],
);

const knownHints = languages.flatMap((language) =>
  [unicodeSymbols, asciiSymbols].flatMap((symbols) =>
    stacks.map((inModes) => ({
      inModes,
      hints: new Set(
        hintsOf(inModes, textsOf(language), symbols).map(({ keys, word }) => symbols.show(`${keys} ${word}`)),
      ),
    })),
  ),
);
