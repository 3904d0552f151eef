import { sanitizeLine } from '#presentation/sanitize.ts';
import { textsOf } from '#steps/all-texts.ts';
import type { Language } from '#i18n/texts.ts';
import type { ProblemText } from '#i18n/types/problems.ts';
import type { Problem } from '#errors/problem.ts';

/** A problem as text for a terminal: the sentence, and what to do. */
export function problemLines(problem: Problem, language: Language): readonly string[] {
  const say = textsOf(language).problems[problem.kind] as (problem: Problem) => ProblemText;
  const { what, wayOut } = say(problem);
  return [`osm-edge-doctor: ${sanitizeLine(what)}`, ...wayOut.map((line) => `  ${sanitizeLine(line)}`)];
}

/** Prints a problem with what to do about it, and without a stack trace. */
export function printProblem(problem: Problem, language: Language, stream: NodeJS.WritableStream): void {
  stream.write(`${problemLines(problem, language).join('\n')}\n`);
}
