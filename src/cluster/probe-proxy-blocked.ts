import type { Observed } from '#snapshot/observed.ts';
import { mapObserved, valueOf } from '#snapshot/observed.ts';
import type { ProbeAttempt, ProbeCall } from '#snapshot/probe-call.ts';

type ProbeCalls = Readonly<Record<string, Observed<ProbeCall>>>;

/**
 * Calls that got no answer say nothing about the pods when not one of them, to more than one pod, got through: then the
 * way is closed. Firewalls of hosted clusters often let the API server reach the kubelets only, and drop the rest.
 */
export function markBlockedProbeProxy(probes: ProbeCalls): ProbeCalls {
  const calls = Object.values(probes).flatMap((fact) => valueOf(fact) ?? []);
  const isOpen = calls.some(({ attempts }) => attempts.some(cameThrough));
  if (isOpen || new Set(calls.map(({ pod }) => pod)).size < 2) return probes;
  return Object.fromEntries(
    Object.entries(probes).map(([key, fact]) => [
      key,
      mapObserved(fact, (call) => ({ ...call, attempts: call.attempts.map(notCarried) })),
    ]),
  );
}

/** A refused connection, too, shows that the pod's network was reached. */
function cameThrough({ kind }: ProbeAttempt): boolean {
  return kind === 'answered' || kind === 'refused';
}

function notCarried(attempt: ProbeAttempt): ProbeAttempt {
  if (attempt.kind !== 'no-answer') return attempt;
  const { afterSeconds, at } = attempt;
  return {
    kind: 'proxy-failed',
    at,
    message: `no call through pods/proxy to any Pod came through; this one waited ${afterSeconds} s`,
  };
}
