import type { FactName } from '#mesh/mesh-facts.ts';
import type { CheckInput, CheckResult, Check, DetailInput, StepDefinition } from './check.ts';
import type { StepResult } from './diagnosis.ts';
import { type Finding, findingKey } from './finding.ts';
import type { StepId } from './step.ts';
import { findingId } from './finding-catalogue.ts';
import { gapsOf } from './gaps.ts';
import { bySeverity, worstOf } from './severity.ts';

/**
 * Runs a step's checks over the facts of one mesh. A check without all of its required facts still reports what
 * it sees, but is never `passed`; a mesh that is not there, or may not be, leaves nothing to pass.
 */
export function runStep<S extends StepId>(step: StepDefinition<S>, input: DetailInput): StepResult<S> {
  const ran = step.checks.map((check) => runCheck(check, input));
  const findings = distinct(ran.flatMap(({ findings: found }) => found)).toSorted(byRank);
  const checks = ran.map(({ result }) => result);
  return {
    step: step.id,
    facts: [...new Set(step.checks.flatMap(({ required, supporting }) => [...required, ...supporting]))],
    status: statusOf(findings, checks),
    checks,
    findings,
    detail: step.detail(input),
  };
}

function runCheck(
  check: Check<never>,
  input: CheckInput<FactName>,
): { result: CheckResult; findings: readonly Finding[] } {
  const gaps = gapsOf(input.facts, check.required, check.needsKey);
  const { findings, looked, since } = check.run(input);
  const nobodyThere = input.mesh.presence === 'none' || input.mesh.presence === 'unknown';
  const found = [...new Set(findings.map(findingKey))];
  const result = {
    id: check.id,
    status: status(),
    looked,
    found,
    ...(since !== undefined && { since }),
    gaps,
  };
  return { findings, result };

  function status(): CheckResult['status'] {
    const worst = worstOf(findings.map(({ severity }) => severity));
    // What fails now does so whatever else is not known; a warning may turn out to be noise (design §3: 3 > 4 > 2).
    if (worst === 'critical' || (worst === 'warning' && gaps.length === 0)) return 'found';
    if (gaps.some(({ observed }) => observed.state === 'pending')) return 'pending';
    return gaps.length > 0 || nobodyThere ? 'not-checked' : 'passed';
  }
}

function statusOf(findings: readonly Finding[], checks: readonly CheckResult[]): StepResult['status'] {
  const worst = worstOf(findings.map(({ severity }) => severity));
  if (worst === 'critical' || worst === 'warning') return worst;
  if (checks.some((check) => check.status === 'pending')) return 'pending';
  return checks.some((check) => check.status === 'not-checked') ? 'not-checked' : 'clear';
}

/** Two checks may see the same thing; it is told once. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${findingKey(finding)}|${JSON.stringify(finding.params)}`;
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()];
}

function byRank(a: Finding, b: Finding): number {
  return (
    bySeverity(a.severity, b.severity) ||
    compare(findingId(a.code), findingId(b.code)) ||
    compare(findingKey(a), findingKey(b))
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
