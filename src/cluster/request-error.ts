import { ProblemError } from '#errors/problem.ts';
import type { Problem } from '#errors/problem.ts';
import type { Observed, ReadError } from '#snapshot/observed.ts';
import { redactText } from '#snapshot/redact.ts';

/** A request that got no HTTP answer; or one that was called off (`cancelled`). */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly reason: ReadError | 'cancelled';
  /** Whether the connection broke after the answer had begun, or before it on a connection that had been used. */
  readonly isBroken: boolean;

  constructor(reason: ReadError | 'cancelled', cause?: unknown, isBroken = false) {
    super(reason === 'cancelled' ? 'cancelled' : reason.message, { cause });
    this.reason = reason;
    this.isBroken = isBroken;
  }
}

const certificateCodes = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'EPROTO',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const brokenCodes = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);
const timeoutCodes = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT']);

/** What a thrown error of the HTTP client means. @param aborted why the request was called off, if it was */
export function requestError(thrown: unknown, aborted?: 'deadline' | 'cancelled'): RequestError {
  if (thrown instanceof RequestError) return thrown;
  if (aborted === 'cancelled') return new RequestError('cancelled', thrown);
  const { code = '', message } = deepest(thrown);
  if (aborted === 'deadline' || timeoutCodes.has(code)) {
    return new RequestError(
      { kind: 'timeout', message: 'no answer in time', ...(code !== '' && { code }) },
      thrown,
    );
  }
  const isTls = certificateCodes.has(code) || /^ERR_(?:TLS|SSL)_/.test(code);
  const reason: ReadError = {
    kind: isTls ? 'tls' : 'network',
    message: redactText(message),
    ...(code !== '' && { code }),
  };
  return new RequestError(reason, thrown, brokenCodes.has(code));
}

/** The innermost cause with a code: the outer errors only say that something failed. */
function deepest(thrown: unknown): { readonly code?: string; readonly message: string } {
  let found: { code?: string; message: string } | undefined;
  const seen = new Set<unknown>();
  for (let error = thrown; error instanceof Error && !seen.has(error); error = firstCause(error)) {
    seen.add(error);
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code === 'string' || found === undefined) {
      found = { ...(typeof code === 'string' && { code }), message: error.message || error.name };
    }
  }
  return found ?? { message: String(thrown) };
}

/** Happy eyeballs leave one error for each address. */
function firstCause(error: Error): unknown {
  return error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined);
}

/** Where the requests went, for the sentence about what was tried. */
export interface Destination {
  readonly server: string;
  readonly context?: string;
}

/** The problem that ends a run of which no request was answered; undefined for an error that ends nothing. */
export function fatalProblem(
  { kind, message, code = '' }: ReadError,
  { server, context = '' }: Destination,
): Problem | undefined {
  const where = { server: redactText(server), context, message };
  switch (kind) {
    case 'tls':
      return { kind: 'tls-not-trusted', ...where, code };
    case 'unauthorized':
      return { kind: 'not-authenticated', ...where };
    case 'network':
      return { kind: 'unreachable', ...where, code };
    case 'timeout':
      return { kind: 'unreachable', ...where, code: code || 'ETIMEDOUT' };
    case 'status':
    case 'invalid':
    case 'not-in-snapshot':
      return undefined;
    default:
      return kind satisfies never;
  }
}

/** The state of a fact whose request got no answer. @throws what is no request error, such as a ProblemError. */
export function observedError(thrown: unknown): Observed<never> {
  if (!(thrown instanceof RequestError)) throw thrown;
  return thrown.reason === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', error: thrown.reason };
}

export function isProblem(thrown: unknown): thrown is ProblemError {
  return thrown instanceof ProblemError;
}
