import { type Cause, causeKey } from './cause.ts';
import { related, workloadOf } from './finding-pattern.ts';
import type { Subject } from './finding.ts';
import { ruleOf } from './rules/all.ts';

/**
 * Hangs each effect under the first cause that brings it about (design §4, Verdict): the table says which leads to
 * which, the subjects must stand in the relation, and a cause does not start after its effect. Whatever keeps the
 * bootstrap from running leads to the wait of the other two (facts §2.4).
 */
export function linkCauses(ranked: readonly Cause[]): readonly Cause[] {
  const parents = new Map<string, string>();
  for (const effect of ranked) {
    const parent = ranked.find(
      (cause) => cause !== effect && leadsTo(cause, effect) && !isBelow(cause, effect),
    );
    if (parent !== undefined) parents.set(causeKey(effect), causeKey(parent));
  }
  const linked = ranked.map((cause): Cause => {
    const key = causeKey(cause);
    const effectOf = parents.get(key);
    const causes = ranked.map(causeKey).filter((other) => parents.get(other) === key);
    return { ...cause, causes, ...(effectOf === undefined ? {} : { effectOf }) };
  });
  const roots = linked.filter(({ effectOf }) => effectOf === undefined);
  return roots.flatMap((root) => [root, ...below(root)]);

  function isBelow(cause: Cause, ancestor: Cause): boolean {
    for (let key = parents.get(causeKey(cause)); key !== undefined; key = parents.get(key)) {
      if (key === causeKey(ancestor)) return true;
    }
    return false;
  }

  function below(cause: Cause): readonly Cause[] {
    return linked
      .filter(({ effectOf }) => effectOf === causeKey(cause))
      .flatMap((effect) => [effect, ...below(effect)]);
  }
}

/**
 * How much later than its effect a cause may show: a wait begins with the pod, a pull that fails or a probe that gives up
 * comes minutes after that.
 */
const noticedLateSeconds = 300;

function startsAfter(cause: Cause, effect: Cause): boolean {
  const late = Date.parse(cause.since ?? '') - Date.parse(effect.since ?? '');
  return late > noticedLateSeconds * 1000;
}

function leadsTo(cause: Cause, effect: Cause): boolean {
  if (startsAfter(cause, effect)) return false;
  if (effect.code === 'bootstrap-not-ready')
    return workloadOf(cause.subject).endsWith('-bootstrap') || listed();
  return listed();

  function listed(): boolean {
    return ruleOf(cause.code).leadsTo.some(
      (edge) =>
        edge.cause === effect.code &&
        seenAt(cause).some((place) => related(place, effect.subject, edge.relation)),
    );
  }
}

/** Where a cause is at work: its subject may be the mesh, and what shows it stands at workloads. */
function seenAt({ subject, requires, supports, effects }: Cause): readonly Subject[] {
  return [subject, ...[...requires, ...supports, ...effects].map((finding) => finding.subject)];
}
