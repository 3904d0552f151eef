import type { Texts } from '#i18n/texts.ts';
import type { ProblemText } from '#i18n/types/problems.ts';
import type { Problem } from '#errors/problem.ts';

/** A problem as a sentence and a way out. */
export function problemText(problem: Problem, texts: Texts): ProblemText {
  // One function a kind; the compiler cannot see that the kind of the problem picks the right one.
  const tell = texts.problems[problem.kind] as (problem: Problem) => ProblemText;
  return tell(problem);
}
