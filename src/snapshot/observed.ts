/**
 * How a fact came to be known. Every fact of a snapshot is one of these, so that "the API says there is none"
 * can never be confused with "nobody could look" (design: coverage is part of the verdict).
 */
export type Observed<T> =
  | { readonly state: 'pending' }
  | { readonly state: 'cancelled' }
  | { readonly state: 'read'; readonly value: T; readonly at: string }
  | { readonly state: 'absent'; readonly at: string }
  | {
      readonly state: 'partial';
      readonly value: T;
      readonly at: string;
      readonly missing: readonly Missing[];
    }
  | ({ readonly state: 'refused' } & Refusal)
  | { readonly state: 'failed'; readonly error: ReadError };

/**
 * What a `partial` fact lacks:
 * - `invalid-items`, `pages`: of a list; `count` is what was dropped or never came.
 * - `log-limit`: what lies beyond the byte limit, between `from` and `to`; without `to`, all after `from`.
 * - `log-rotated`: the node put a new log file in place of the one that was being read; lines may be lost in between.
 * - `log-restarted`: the container began anew while its log was read; what came after `from`, and before `to` if it is
 *   there, was not read.
 * - `log-broken`: the connection broke (`count` times), or the node ended the log in its own words (`reason`); the same.
 */
export interface Missing {
  readonly kind: 'invalid-items' | 'pages' | 'log-limit' | 'log-rotated' | 'log-restarted' | 'log-broken';
  readonly count?: number;
  /** The system's or server's own words, redacted; may be empty. */
  readonly reason: string;
  /** RFC 3339: the last line before the gap, as the kubelet stamped it. */
  readonly from?: string;
  /** RFC 3339: the first line after it. */
  readonly to?: string;
}

/** A 403 of the API server, in the words of an RBAC rule. `group` is '' for the core group. */
export interface Refusal {
  readonly verb: string;
  readonly resource: string;
  readonly group: string;
  /** Absent for a cluster-wide request. */
  readonly namespace?: string;
  readonly message?: string;
}

/** Why a fact could not be read although nobody refused it. */
export interface ReadError {
  readonly kind: 'timeout' | 'network' | 'tls' | 'unauthorized' | 'status' | 'invalid' | 'not-in-snapshot';
  /** The system's or server's own words, redacted and bounded. */
  readonly message: string;
  /** HTTP status for `status`, errno-like code for `network` and `tls`. */
  readonly code?: string;
  /** The `reason` of the API server's Status, e.g. `InternalError`. */
  readonly reason?: string;
}

/** True for `read` and `absent`: the two states that answer a question. */
export function isAnswer<T>(fact: Observed<T>): fact is Extract<Observed<T>, { state: 'read' | 'absent' }> {
  return fact.state === 'read' || fact.state === 'absent';
}

/** The value of a `read` or `partial` fact; undefined for every other state. */
export function valueOf<T>(fact: Observed<T> | undefined): T | undefined {
  return fact?.state === 'read' || fact?.state === 'partial' ? fact.value : undefined;
}

/** The same fact with its value mapped; states without a value pass unchanged. */
export function mapObserved<T, U>(fact: Observed<T>, change: (value: T) => U): Observed<U> {
  return fact.state === 'read' || fact.state === 'partial' ? { ...fact, value: change(fact.value) } : fact;
}

export const pending: Observed<never> = { state: 'pending' };

/** What a fact reads like that the program did not know yet when the snapshot was written. */
export const notInSnapshot: Observed<never> = {
  state: 'failed',
  error: { kind: 'not-in-snapshot', message: '' },
};
