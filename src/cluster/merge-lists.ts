import type { Observed } from '#snapshot/observed.ts';
import { valueOf } from '#snapshot/observed.ts';

/** Several lists of the same kind as one. What one of them lacks the whole lacks; without any value the worst state stands. */
export function mergeLists<T>(facts: readonly Observed<T[]>[]): Observed<T[]> {
  const withoutValue = facts.filter((fact) => valueOf(fact) === undefined && fact.state !== 'absent');
  const [first] = withoutValue;
  const values = facts.flatMap((fact) => valueOf(fact) ?? []);
  const ats = facts.flatMap((fact) => ('at' in fact ? [fact.at] : [])).toSorted();
  const at = ats.at(-1) ?? '';
  if (first && withoutValue.length === facts.length) return first;
  const missing = facts.flatMap((fact) => (fact.state === 'partial' ? fact.missing : []));
  const lost = withoutValue.map((fact) => ({
    kind: 'pages' as const,
    reason:
      fact.state === 'failed'
        ? fact.error.message
        : fact.state === 'refused'
          ? (fact.message ?? '403')
          : fact.state,
  }));
  return missing.length + lost.length > 0
    ? { state: 'partial', value: values, at, missing: [...missing, ...lost] }
    : { state: 'read', value: values, at };
}
