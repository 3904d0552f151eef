import type { Cause } from './cause.ts';
import type { CauseRule } from './cause-rule.ts';
import type { Subject } from './subject.ts';
import { related } from './finding-pattern.ts';

/**
 * Hangs each effect under the first cause that brings it about (design §4, Verdict): the table says which leads to
 * which, the subjects must stand in the relation, and a cause does not start after its effect.
 */
export function linkCauses(ranked: readonly Cause[], rules: readonly CauseRule[]): readonly Cause[] {
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  const parents = new Map<string, string>();
  for (const effect of ranked) {
    const parent = ranked.find(
      (cause) => cause !== effect && leadsTo(cause, effect) && !isBelow(cause, effect),
    );
    if (parent !== undefined) parents.set(effect.key, parent.key);
  }
  const linked = ranked.map((cause): Cause => {
    const { key } = cause;
    const effectOf = parents.get(key);
    const causes = ranked.map(({ key }) => key).filter((other) => parents.get(other) === key);
    return { ...cause, causes, ...(effectOf === undefined ? {} : { effectOf }) };
  });
  const roots = linked.filter(({ effectOf }) => effectOf === undefined);
  return roots.flatMap((root) => [root, ...below(root)]);

  function leadsTo(cause: Cause, effect: Cause): boolean {
    if (startsAfter(cause, effect)) return false;
    if (byCode.get(effect.code)?.isEffectOf(cause) === true) return true;
    return (byCode.get(cause.code)?.leadsTo ?? []).some(
      (edge) =>
        edge.cause === effect.code &&
        seenAt(cause).some((place) => related(place, effect.subject, edge.relation)),
    );
  }

  function isBelow(cause: Cause, ancestor: Cause): boolean {
    for (let key = parents.get(cause.key); key !== undefined; key = parents.get(key)) {
      if (key === ancestor.key) return true;
    }
    return false;
  }

  function below(cause: Cause): readonly Cause[] {
    return linked
      .filter(({ effectOf }) => effectOf === cause.key)
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

/** Where a cause is at work: its subject may be the mesh, and what shows it stands at workloads. */
function seenAt({ subject, requires, supports, effects }: Cause): readonly Subject[] {
  return [subject, ...[...requires, ...supports, ...effects].map((finding) => finding.subject)];
}
