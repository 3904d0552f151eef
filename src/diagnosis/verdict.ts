import type { MeshIdentity } from '#mesh/identity.ts';
import type { CheckResult } from './check.ts';
import type { Verdict } from './diagnosis.ts';
import type { Finding } from './finding.ts';
import { worstOf } from './severity.ts';

/**
 * The verdict over one mesh (design §3, exit codes): 3 critical · 4 something required not checked · 2 warnings ·
 * 0 nothing above info and every check done, in that precedence.
 */
export function verdictOf(
  mesh: MeshIdentity,
  findings: readonly Finding[],
  checks: readonly CheckResult[],
): Verdict {
  const soFar = checks.some(({ gaps }) => gaps.some(({ observed }) => observed.state === 'pending'));
  const worst = worstOf(findings.map(({ severity }) => severity));
  if (worst === 'critical') return { status: 'critical', soFar, exitCode: 3 };
  if (mesh.presence === 'none' && !soFar) return { status: 'no-control-plane', soFar, exitCode: 4 };
  const isWhole = checks
    .filter(({ optional }) => optional !== true)
    .every(({ gaps, status }) => gaps.length === 0 && status !== 'not-checked');
  if (!isWhole) return { status: 'not-checked', soFar, exitCode: 4 };
  if (worst === 'warning') return { status: 'warning', soFar, exitCode: 2 };
  return { status: 'healthy', soFar, exitCode: 0 };
}

const rank: readonly Verdict['status'][] = [
  'critical',
  'not-checked',
  'no-control-plane',
  'warning',
  'healthy',
];

/** Worst first: the order in which meshes are shown and in which the run's verdict is chosen. */
export function byVerdict(a: Verdict, b: Verdict): number {
  return rank.indexOf(a.status) - rank.indexOf(b.status);
}
