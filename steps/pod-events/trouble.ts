import { type Evidence, keyOfFinding } from '#diagnosis/finding.ts';
import type { Subject } from '#diagnosis/subject.ts';
import type { FindingDefinitions } from '#diagnosis/finding-definition.ts';
import type { FindingCode, FindingParams } from '#diagnosis/registry.ts';
import { byTime, compareText, latest } from '#steps/shared/order.ts';
import { eventFindings } from './findings.ts';
import type { Place } from './place.ts';

/** Something wrong with one object, as an event or a state shows it; several of one kind become one finding. */
export type Trouble<C extends FindingCode = FindingCode> = {
  [K in C]: {
    readonly code: K;
    readonly place: Place;
    readonly subject: Subject;
    readonly params: FindingParams[K];
    /** Which of several that say the same says it best; the highest gives the params. */
    readonly rank: number;
    readonly evidence: readonly Evidence[];
    readonly lastAt?: string;
  };
}[C];

/** A trouble, typed by its code. `container` is the one it is about; '' for the whole object. */
export function trouble<C extends FindingCode>(
  code: C,
  place: Place,
  container: string,
  params: FindingParams[C],
  more: {
    readonly rank: number;
    readonly evidence: readonly Evidence[];
    readonly lastAt?: string | undefined;
  },
): Trouble {
  const { lastAt, ...rest } = more;
  const subject = container === '' ? place.subject : { ...place.subject, container };
  return {
    code,
    place,
    subject,
    params,
    ...rest,
    ...(lastAt === undefined ? {} : { lastAt }),
  } as unknown as Trouble;
}

/** Troubles with the same key are one finding. */
export function troubleKey(trouble: Trouble): string {
  const definitions: FindingDefinitions = eventFindings;
  return keyOfFinding(trouble, definitions[trouble.code]!);
}

/** One trouble for each key: counts are summed, evidence is joined, oldest first. The order of the input does not matter. */
export function merged(troubles: readonly Trouble[]): readonly Trouble[] {
  const groups = new Map<string, Trouble[]>();
  for (const item of troubles) {
    const key = troubleKey(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].map((group) => {
    const sorted = group.toSorted(byWeight);
    const best = sorted[0]!;
    const counts = group.flatMap(({ params }) => ('count' in params ? [params.count] : []));
    // A state has no count; when no event says one, it was seen once.
    const total = Math.max(
      1,
      counts.reduce((sum, count) => sum + count, 0),
    );
    const lastAt = latest(group.map((item) => item.lastAt));
    return {
      ...best,
      params: 'count' in best.params ? { ...best.params, count: total } : best.params,
      evidence: group
        .flatMap(({ evidence }) => evidence)
        .toSorted((a, b) => byTime(a.time, b.time) || compareText(a.at + a.quote, b.at + b.quote)),
      ...(lastAt === undefined ? {} : { lastAt }),
    } as Trouble;
  });
}

/** The best first: by rank, then the latest. */
function byWeight(a: Trouble, b: Trouble): number {
  return (
    b.rank - a.rank ||
    byTime(b.lastAt, a.lastAt) ||
    compareText(JSON.stringify(a.params), JSON.stringify(b.params))
  );
}
