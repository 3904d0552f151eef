import type { ProbeAttempt } from '#snapshot/probe-call.ts';
import { readAt } from './times.ts';

/** The pod answered with that status. */
export const answered = (status: number, body = ''): ProbeAttempt => ({
  kind: 'answered',
  at: readAt,
  status,
  body,
  latencyMs: 3,
});

/** Nothing listens on the port. */
export const refused = (): ProbeAttempt => ({
  kind: 'refused',
  at: readAt,
  message: 'dial tcp 10.244.0.28:9091: connect: connection refused',
});

export const noAnswer = (afterSeconds = 5): ProbeAttempt => ({ kind: 'no-answer', at: readAt, afterSeconds });

/** The API server could not carry the call. */
export const proxyFailed = (): ProbeAttempt => ({
  kind: 'proxy-failed',
  at: readAt,
  status: 503,
  message: 'error trying to reach service: no route to host',
});
