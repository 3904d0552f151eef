import { sanitizeLine } from '#presentation/sanitize.ts';
import { textsOf } from '#steps/all-texts.ts';
import type { Language } from '#i18n/texts.ts';
import type { ProblemText } from '#i18n/types/problems.ts';
import type { Problem } from '#errors/problem.ts';

/** The sentence and the ways out of a problem, ready for a terminal. */
export function problemLines(problem: Problem, language: Language): readonly string[] {
  const say = textsOf(language).problems[problem.kind] as (problem: Problem) => ProblemText;
  const { what, wayOut } = say(problem);
  return [`osm-edge-doctor: ${sanitizeLine(what)}`, ...wayOut.map((line) => `  ${sanitizeLine(line)}`)];
}

/** Prints a problem. No stack trace: what a person can do about it stands there. */
export function printProblem(problem: Problem, language: Language, stream: NodeJS.WritableStream): void {
  stream.write(`${problemLines(problem, language).join('\n')}\n`);
}
