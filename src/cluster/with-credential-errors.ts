import { type Problem, ProblemError } from '#errors/problem.ts';
import type { ReadError } from '#snapshot/observed.ts';
import { RequestError } from './request-error.ts';
import type { Transport } from './transport.ts';

/**
 * A transport whose credentials may fail in the middle of a reading. What was read by then must not be lost, so the
 * problem is told once, and the request fails like any other.
 */
export function withCredentialErrors(transport: Transport, onProblem: (problem: Problem) => void): Transport {
  const guard = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      onProblem(error.problem);
      throw new RequestError(credentialError(error.problem), error);
    }
  };
  return {
    ...transport,
    get: (path, options) => guard(transport.get(path, options)),
    open: (path, options) => guard(transport.open(path, options)),
  };
}

/** What a fact says that could not be asked for any more, in the words of whoever gave no credentials. */
export function credentialError(problem: Problem): ReadError {
  return { kind: 'unauthorized', message: wordsOf(problem) };
}

function wordsOf(problem: Problem): string {
  if (problem.kind === 'not-authenticated') return problem.message;
  if (problem.kind !== 'exec-plugin-failed') return problem.kind;
  const [said = ''] = problem.stderr.split('\n');
  return [problem.command.join(' '), said].filter((part) => part !== '').join(': ');
}
