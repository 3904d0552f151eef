import type { Check, CheckResult, CheckRun, StepDefinition, StepInput } from './check.ts';
import type { StepResult } from './diagnosis.ts';
import {
  type Evidence,
  type Finding,
  type FindingDraft,
  keyOfFinding,
  workloadKeyOfFinding,
} from './finding.ts';
import type { FindingDefinitions } from './finding-definition.ts';
import { gapsOf } from './gaps.ts';
import type { CheckId } from './registry.ts';
import { bySeverity, worstOf } from './severity.ts';
import type { StepId } from './step.ts';

/**
 * Runs a step's checks over the facts of one mesh. A check without all of its required facts still reports what
 * it sees, but is never `passed`; a mesh that is not there, or may not be, leaves nothing to pass.
 */
export function runStep<S extends StepId>(step: StepDefinition<S>, input: StepInput): StepResult<S> {
  const observed = step.observe?.(input);
  const ran = step.checks.map((check) => {
    const run = check.run(input, observed);
    return { check, run, found: run.findings.map((draft) => filed(draft, step.findings)) };
  });
  const findings = distinct(ran.flatMap(({ found }) => found)).toSorted(byRank);
  const checks = ran.map(({ check, run, found }) => resultOf(check, run, found, input));
  return {
    step: step.id,
    facts: [...new Set(step.checks.flatMap(({ required, supporting }) => [...required, ...supporting]))],
    status: statusOf(findings, checks),
    checks,
    findings,
    detail: step.detail(input, observed),
  };
}

function filed(draft: FindingDraft, definitions: FindingDefinitions): Finding {
  const definition = definitions[draft.code];
  if (definition === undefined) throw new Error(`no entry for finding ${draft.code}`);
  return {
    ...draft,
    id: definition.id,
    key: keyOfFinding(draft, definition),
    workloadKey: workloadKeyOfFinding(draft, definition),
  };
}

function resultOf(
  check: Check<never>,
  { looked, since }: CheckRun,
  findings: readonly Finding[],
  { facts, mesh }: StepInput,
): CheckResult {
  const gaps = gapsOf(facts, check.required, check.needsKey);
  const nobodyThere = mesh.presence === 'none' || mesh.presence === 'unknown';
  return {
    id: check.id as CheckId,
    status: status(),
    looked,
    found: [...new Set(findings.map(({ key }) => key))],
    ...(since !== undefined && { since }),
    gaps,
    ...(check.optional && { optional: true as const }),
  };

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

/** Two checks may see the same thing: it is one finding, as severe as the worse of them, with the evidence of both. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const byKey = new Map<string, Finding>();
  for (const finding of findings) {
    const known = byKey.get(finding.key);
    byKey.set(finding.key, known === undefined ? finding : joined(known, finding));
  }
  return [...byKey.values()];
}

function joined(a: Finding, b: Finding): Finding {
  const best = bySeverity(a.severity, b.severity) <= 0 ? a : b;
  const known = new Set(a.evidence.map(identityOf));
  const more = b.evidence.filter((evidence) => !known.has(identityOf(evidence)));
  return more.length === 0 && best === a ? a : { ...best, evidence: [...a.evidence, ...more] };
}

function identityOf({ fact, at, quote, time = '' }: Evidence): string {
  return [fact, at, time, quote].join('|');
}

function byRank(a: Finding, b: Finding): number {
  return bySeverity(a.severity, b.severity) || compare(a.id, b.id) || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
