import type { CheckResult, Gap } from '#diagnosis/check.ts';
import { type MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import { stepIds } from '#diagnosis/step.ts';
import type { Texts } from '#i18n/texts.ts';

/** Every check of a mesh, in the order of the walk. */
export function allChecks(diagnosis: MeshDiagnosis): readonly CheckResult[] {
  return stepIds.flatMap((step) => diagnosis.steps[step].checks);
}

/** What kept checks from being made: the facts by name, each once; the question itself where no fact is to blame. */
export function missingFacts(checks: readonly CheckResult[], texts: Texts): readonly string[] {
  const names = checks
    .filter(({ status }) => status === 'not-checked')
    .flatMap((check) => {
      const lost = lostFacts(check, texts);
      return lost.length === 0 ? [texts.checks[check.id].question] : lost;
    });
  return [...new Set(names)];
}

/** Since when lines of logs were looked at (RFC 3339), where older ones were not asked for. */
export function sinceOf(checks: readonly CheckResult[]): string | undefined {
  return checks.find(({ since }) => since !== undefined)?.since;
}

/** The facts that one check lacks for good, by name. */
export function lostFacts({ gaps }: CheckResult, texts: Texts): readonly string[] {
  return [...new Set(gaps.filter(isLost).map(({ fact }) => texts.reading.facts[fact]))];
}

/** The facts that a check still waits for, by name. */
export function awaitedFacts(check: CheckResult, texts: Texts): readonly string[] {
  const awaited = check.gaps.filter(({ observed }) => observed.state === 'pending');
  return [...new Set(awaited.map(({ fact }) => texts.reading.facts[fact]))];
}

/** True for a gap that waiting will not fill. */
export function isLost({ observed }: Gap): boolean {
  return observed.state !== 'pending';
}
