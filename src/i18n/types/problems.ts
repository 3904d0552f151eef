import type { Problem, ProblemKind } from '#errors/problem.ts';

/** `what`: one sentence that names the input. `wayOut`: what to do, one line each; commands stand on lines of their own. */
export interface ProblemText {
  readonly what: string;
  readonly wayOut: readonly string[];
}
export type ProblemTexts = {
  readonly [K in ProblemKind]: (problem: Extract<Problem, { kind: K }>) => ProblemText;
};
