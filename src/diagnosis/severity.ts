/**
 * - critical: a control-plane workload has no Ready replica, or a function fails now, or a foreign sidecar sits
 *   in the control plane, whatever the probes say
 * - warning: some replicas affected, failed before and Ready now, errors without loss of function
 * - info: context, benign noise, a rollout inside its deadline
 */
export type Severity = 'critical' | 'warning' | 'info';

const rank: Record<Severity, number> = { critical: 2, warning: 1, info: 0 };

/** Sorts worst first. */
export function bySeverity(a: Severity, b: Severity): number {
  return rank[b] - rank[a];
}

/** The worst of them; undefined for none. */
export function worstOf(severities: readonly Severity[]): Severity | undefined {
  return severities.toSorted(bySeverity)[0];
}
