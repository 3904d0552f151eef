import type { Language } from '#i18n/texts.ts';
import type { Size } from './scenario.ts';
import type { ScenarioFile } from './read-scenarios.ts';

/** A scenario at one size and in one language. */
export interface ScenarioRun {
  readonly scenario: ScenarioFile;
  readonly size: Size;
  readonly language: Language;
}

/**
 * The runs to make: the whole matrix, or of each scenario one run of its matrix. Then scenarios take the sizes and
 * languages in turn, and a size that no scenario before had gets a run of its own, so that every size is seen.
 */
export function chosenRuns(
  scenarios: readonly ScenarioFile[],
  isWholeMatrix: boolean,
): readonly ScenarioRun[] {
  const sizes = new Set<string>();
  return scenarios.flatMap((scenario, turn) => {
    const runs = matrixOf(scenario, turn);
    return runs.filter(({ size: { columns, rows } }, index) => {
      const isNewSize = !sizes.has(`${columns}x${rows}`);
      sizes.add(`${columns}x${rows}`);
      return isWholeMatrix || isNewSize || index === turn % runs.length;
    });
  });
}

/** All languages at the first size; at each further size one language, in turn, so that no pair costs a run. */
function matrixOf(scenario: ScenarioFile, turn: number): readonly ScenarioRun[] {
  const { sizes, languages } = scenario;
  return sizes.flatMap((size, index) =>
    languages
      .filter((_, which) => index === 0 || which === (index + turn) % languages.length)
      .map((language) => ({ scenario, size, language })),
  );
}
