import { earliest, isOver } from './activity.ts';
import { affectedReplica } from './affected-replica.ts';
import { type Cause, type Confidence, keyOfCause } from './cause.ts';
import type { CauseRule } from './cause-rule.ts';
import { type FindingPattern, related } from './finding-pattern.ts';
import { lastEditBefore } from './edits.ts';
import { linkCauses } from './edges.ts';
import type { Finding } from './finding.ts';
import { lifeStages } from './life-stage.ts';
import type { CauseCode } from './registry.ts';
import { orderedRemedy } from './remedy.ts';
import type { RuleContext } from './rule-context.ts';
import { bySeverity, worstOf } from './severity.ts';

/**
 * The causes behind a mesh's findings, roots first: each row of the table is matched, the rows of last resort only
 * against findings that nothing else explains; then effects are hung under what brings them about.
 */
export function causesOf(context: RuleContext, rules: readonly CauseRule[]): readonly Cause[] {
  const found: Cause[] = [];
  const explained = new Set<string>();
  for (const rule of [
    ...rules.filter(({ fallback }) => !fallback),
    ...rules.filter(({ fallback }) => fallback),
  ]) {
    const open = rule.fallback ? without(context.findings, explained) : context.findings;
    for (const cause of match(rule, open, context)) {
      found.push(cause);
      for (const finding of [...cause.requires, ...cause.supports, ...cause.effects]) {
        explained.add(finding.key);
      }
    }
  }
  return linkCauses(found.toSorted(byRank), rules);
}

function without(findings: readonly Finding[], explained: ReadonlySet<string>): readonly Finding[] {
  return findings.filter((finding) => !explained.has(finding.key));
}

function match(rule: CauseRule, findings: readonly Finding[], context: RuleContext): readonly Cause[] {
  // What is only info (over, or of a pod that is gone) is no ground for a cause.
  const anchors = findings.filter(
    (finding) => finding.severity !== 'info' && rule.requires[0].matches(finding),
  );
  const groups = new Set(anchors.map((anchor) => rule.group(anchor)));
  return [...groups].flatMap((group) => {
    const members = anchors.filter((anchor) => rule.group(anchor) === group);
    return candidate(rule, members, findings, context) ?? [];
  });
}

function candidate(
  rule: CauseRule,
  anchors: readonly Finding[],
  findings: readonly Finding[],
  context: RuleContext,
): Cause | undefined {
  const near = (
    patterns: readonly FindingPattern[],
    pool: readonly Finding[],
    witnesses: readonly Finding[] = anchors,
  ): readonly Finding[] =>
    pool.filter((finding) => patterns.some((pattern) => bears(pattern, finding, witnesses)));
  const more = rule.requires.slice(1).map((pattern) => near([pattern], findings));
  if (more.some((matching) => matching.length === 0)) return undefined;
  const described = rule.describe(anchors, context);
  if (described === undefined) return undefined;

  const requires = distinct([...anchors, ...more.flat()]);
  const others = context.findings.filter((finding) => !requires.includes(finding));
  const supports = near(rule.supports, others);
  const contradicts = near(rule.contradicts, others);
  // What speaks for it in another workload shows that it is at work there, too.
  const effects = near(rule.explains, others, [...requires, ...supports]).filter(
    (finding) => !supports.includes(finding) && !contradicts.includes(finding),
  );
  const severity = worstOf([...requires, ...effects].map((finding) => finding.severity)) ?? 'info';
  // What it rests on may have no time, or only that of a log; then what it brought about tells since when at least.
  const since = earliest(requires) ?? earliest([...supports, ...effects]);
  const subjects = [...requires, ...effects].map((finding) => finding.subject);
  const changedBefore = lastEditBefore(since, subjects, context.edits);
  const named = {
    code: rule.code as CauseCode,
    subject: affectedReplica(described.subject, requires, context) ?? described.subject,
    params: described.params,
  } as unknown as Cause;
  return {
    ...named,
    id: rule.id,
    key: keyOfCause(named, rule.identity),
    stage: rule.stage,
    severity,
    confidence: confidenceOf(rule, supports, contradicts),
    active: severity === 'critical' || !isOver(rule, anchors, context),
    ...(since === undefined ? {} : { since }),
    ...(changedBefore === undefined ? {} : { changedBefore }),
    requires,
    supports,
    contradicts,
    effects,
    causes: [],
    remedy: orderedRemedy(rule.remedy(described.params, context, described.subject, anchors)),
  };
}

function bears(pattern: FindingPattern, finding: Finding, witnesses: readonly Finding[]): boolean {
  return (
    pattern.matches(finding) &&
    witnesses.some((witness) => related(witness.subject, finding.subject, pattern.relation))
  );
}

/** Certain: shown by proof, or seen from two sides. Likely: seen. Possible: something speaks against it. */
function confidenceOf(
  rule: CauseRule,
  supports: readonly Finding[],
  contradicts: readonly Finding[],
): Confidence {
  if (contradicts.length > 0) return 'possible';
  return rule.proof || supports.length > 0 ? 'certain' : 'likely';
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Set(findings)];
}

const certainty: readonly Confidence[] = ['certain', 'likely', 'possible'];

/** Active ones first, then the worst, then the earliest in a pod's life, then the surest. */
function byRank(a: Cause, b: Cause): number {
  return (
    Number(b.active) - Number(a.active) ||
    bySeverity(a.severity, b.severity) ||
    lifeStages.indexOf(a.stage) - lifeStages.indexOf(b.stage) ||
    certainty.indexOf(a.confidence) - certainty.indexOf(b.confidence) ||
    (a.key < b.key ? -1 : 1)
  );
}
