import type { ProbeAttempt, ProbeCall } from '#snapshot/probe-call.ts';
import type { ProbeVerdict } from './rows.ts';

/** An attempt that the API server could not carry says nothing about the pod, so it counts for nothing. */
export function verdictOf(call: Pick<ProbeCall, 'attempts'>): Exclude<ProbeVerdict, 'pending'> {
  const said = call.attempts.filter(({ kind }) => kind !== 'proxy-failed');
  const passed = said.filter(passes).length;
  if (said.length === 0) return 'not-checked';
  if (passed === said.length) return 'passes';
  return passed === 0 ? 'fails' : 'flaps';
}

/** The kubelet takes 2xx and 3xx for success. */
export function passes(attempt: ProbeAttempt): boolean {
  return attempt.kind === 'answered' && attempt.status >= 200 && attempt.status < 400;
}
