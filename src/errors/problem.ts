/**
 * What ends a run before there is a diagnosis, or prevents the output of its result. A problem is data, made where it
 * occurs; src/i18n turns it into a sentence and into advice.
 */
export type Problem =
  | { readonly kind: 'usage'; readonly message: string }
  | { readonly kind: 'unknown-context'; readonly context: string; readonly known: readonly string[] }
  | { readonly kind: 'unknown-scenario'; readonly scenario: string; readonly known: readonly string[] }
  /** `near`: similar codes. */
  | { readonly kind: 'unknown-code'; readonly code: string; readonly near: readonly string[] }
  | { readonly kind: 'unknown-mesh'; readonly mesh: string; readonly known: readonly string[] }
  | { readonly kind: 'snapshot-unreadable'; readonly file: string; readonly message: string }
  | {
      readonly kind: 'snapshot-invalid';
      readonly file: string;
      readonly path: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'snapshot-version';
      readonly file: string;
      readonly found: string;
      readonly supported: string;
    }
  | {
      readonly kind: 'unreachable';
      readonly server: string;
      readonly context: string;
      readonly code: string;
      readonly message: string;
    }
  | {
      readonly kind: 'tls-not-trusted';
      readonly server: string;
      readonly context: string;
      readonly code: string;
      readonly message: string;
    }
  | {
      readonly kind: 'not-authenticated';
      readonly server: string;
      readonly context: string;
      readonly message: string;
    }
  | {
      readonly kind: 'exec-plugin-failed';
      readonly context: string;
      readonly command: readonly string[];
      readonly exitCode: number | null;
      readonly stderr: string;
      readonly installHint?: string;
    }
  | {
      readonly kind: 'kubeconfig-missing';
      readonly files: readonly string[];
      readonly from: '--kubeconfig' | 'KUBECONFIG';
    }
  | {
      readonly kind: 'kubeconfig-malformed';
      readonly file: string;
      readonly line?: number;
      readonly reason: string;
    }
  | {
      readonly kind: 'context-incomplete';
      readonly context: string;
      readonly file: string;
      readonly missing: string;
    }
  /** There are contexts, but no current one. */
  | { readonly kind: 'no-current-context'; readonly file: string; readonly known: readonly string[] }
  | { readonly kind: 'no-configuration' }
  /** One log that was requested by itself. `absent`: there is none; `refused`: by RBAC; `failed`: no response, or an error. */
  | {
      readonly kind: 'log-not-read';
      readonly why: 'absent' | 'refused' | 'failed';
      readonly context: string;
      readonly namespace: string;
      readonly pod: string;
      readonly container: string;
      readonly previous: boolean;
      /** The message of the API server or the system, redacted; may be empty. */
      readonly message: string;
    }
  | { readonly kind: 'report-exists'; readonly file: string }
  | {
      readonly kind: 'report-not-written';
      readonly file: string;
      readonly code: string;
      readonly message: string;
    }
  | { readonly kind: 'internal'; readonly message: string };

export type ProblemKind = Problem['kind'];

/** Exit status of each problem (design §3, after sysexits.h). */
export const exitCodes = {
  usage: 64,
  'unknown-context': 64,
  'unknown-scenario': 64,
  'unknown-code': 64,
  'unknown-mesh': 64,
  'snapshot-unreadable': 65,
  'snapshot-invalid': 65,
  'snapshot-version': 65,
  unreachable: 69,
  'tls-not-trusted': 69,
  'not-authenticated': 77,
  'exec-plugin-failed': 77,
  'kubeconfig-missing': 78,
  'kubeconfig-malformed': 78,
  'context-incomplete': 78,
  'no-current-context': 78,
  'no-configuration': 78,
  'log-not-read': 69,
  'report-exists': 73,
  'report-not-written': 73,
  internal: 70,
} as const satisfies Record<ProblemKind, number>;

/** Throws a problem; `cause` is the original error. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(problem.kind, { cause });
    this.problem = problem;
  }
}

/** The problem of anything that was thrown; `internal` for an unexpected error. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  return { kind: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) };
}
