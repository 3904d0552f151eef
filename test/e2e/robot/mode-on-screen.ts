import { asciiSymbols, unicodeSymbols } from '#components/symbols.ts';
import { textsOf } from '#language/all.ts';
import { languages } from '#language/texts.ts';
import { hintsOf } from '#wizard/chrome.ts';
import { type Mode, modes } from '#wizard/state.ts';

/**
 * The mode whose keys the footer shows, as a person would tell it; undefined while there is no footer. Where the
 * footer fits several modes, it is the one with the fewest keys: what else it has would be there to see.
 */
export function modeOnScreen(screen: string): Mode | undefined {
  const footer = screen.trimEnd().split('\n').at(-1)?.trim() ?? '';
  const shown = footer.split(/ {2,}/u);
  const fitting = knownHints.filter(({ hints }) => shown.every((hint) => hints.has(hint)));
  return fitting.toSorted((a, b) => a.hints.size - b.hints.size)[0]?.mode;
}

const knownHints = languages.flatMap((language) =>
  [unicodeSymbols, asciiSymbols].flatMap((symbols) =>
    modes.map((mode) => ({
      mode,
      hints: new Set(
        hintsOf(mode, textsOf(language), symbols).map(({ keys, word }) => symbols.show(`${keys} ${word}`)),
      ),
    })),
  ),
);
