import { setTimeout as sleep } from 'node:timers/promises';
import type { Observed } from '#snapshot/observed.ts';
import type { ProbeAttempt, ProbeCall } from '#snapshot/probe-call.ts';
import { redactText } from '#snapshot/redact.ts';
import { proxyPath } from './probe-targets.ts';
import type { ProbeTarget } from './probe-targets.ts';
import { now } from './read-fact.ts';
import type { Reading } from './read-fact.ts';
import { RequestError } from './request-error.ts';
import { observedRefusal, statusOf } from './status.ts';
import type { Reply } from './transport.ts';

export interface ProbeSettings {
  /** Between two attempts at a failing probe. */
  readonly repeatMs: number;
  /** What the way through the API server may take on top of the probe's own time-out. */
  readonly allowanceMs: number;
}

export const defaultProbeSettings: ProbeSettings = { repeatMs: 1000, allowanceMs: 1500 };

/** A startup probe may allow for minutes; to tell failing from flapping a few attempts are enough. */
const maxAttempts = 5;
/** As much of an answer as the kubelet reads. */
const maxBodyBytes = 10 * 1024;

type Outcome = { readonly attempt: ProbeAttempt } | { readonly fact: Observed<never> };

/** Calls a probe's endpoint; a failing call is repeated up to failureThreshold times, and ends with the first success. */
export async function callProbe(
  target: ProbeTarget,
  reading: Reading,
  settings: ProbeSettings,
): Promise<Observed<ProbeCall>> {
  const { pod, container, probe, scheme, port, path } = target;
  const attempts: ProbeAttempt[] = [];
  const wanted = Math.max(1, Math.min(target.failureThreshold, maxAttempts));
  while (attempts.length < wanted) {
    if (attempts.length > 0) {
      await sleep(settings.repeatMs, undefined, reading.signal && { signal: reading.signal }).catch(
        () => undefined,
      );
    }
    const outcome = await callOnce(target, reading, settings);
    if ('fact' in outcome) {
      if (attempts.length === 0 || outcome.fact.state === 'cancelled') return outcome.fact;
      break;
    }
    attempts.push(outcome.attempt);
    if (isSuccess(outcome.attempt)) break;
  }
  return { state: 'read', value: { pod, container, probe, scheme, port, path, attempts }, at: now() };
}

/** What the kubelet takes for a success. */
function isSuccess(attempt: ProbeAttempt): boolean {
  return attempt.kind === 'answered' && attempt.status >= 200 && attempt.status < 400;
}

async function callOnce(
  target: ProbeTarget,
  { transport, signal }: Reading,
  { allowanceMs }: ProbeSettings,
): Promise<Outcome> {
  const at = now();
  const started = performance.now();
  try {
    const reply = await transport.get(proxyPath(target), {
      accept: '*/*',
      headers: target.headers,
      deadlineMs: target.timeoutSeconds * 1000 + allowanceMs,
      maxBytes: maxBodyBytes,
      ...(signal && { signal }),
    });
    return outcomeOf(reply, target, at, Math.round(performance.now() - started));
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (error.reason === 'cancelled') return { fact: { state: 'cancelled' } };
    if (error.reason.kind === 'timeout')
      return { attempt: { kind: 'no-answer', at, afterSeconds: target.timeoutSeconds } };
    return { attempt: { kind: 'proxy-failed', at, message: error.reason.message } };
  }
}

/**
 * Tells the pod's own answer from that of the API server: only the latter is a Status, and its 503 "error trying to
 * reach service" is not the pod's 503 (kubernetes-api-facts, pod proxy).
 */
function outcomeOf(reply: Reply, { namespace }: ProbeTarget, at: string, latencyMs: number): Outcome {
  const status = statusOf(reply);
  if (!status) {
    return {
      attempt: { kind: 'answered', at, status: reply.status, body: redactText(reply.body), latencyMs },
    };
  }
  const message = redactText(status.message ?? '');
  if (reply.status === 401 || reply.status === 403) {
    return { fact: observedRefusal(reply, { verb: 'get', resource: 'pods/proxy', group: '', namespace }) };
  }
  const kind = /^error trying to reach service: .*connection refused/.test(message)
    ? 'refused'
    : 'proxy-failed';
  return {
    attempt: kind === 'refused' ? { kind, at, message } : { kind, at, status: reply.status, message },
  };
}
