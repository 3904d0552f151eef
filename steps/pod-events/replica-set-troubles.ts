import type { CheckInput } from '#diagnosis/check.ts';
import { valueOf } from '#snapshot/observed.ts';
import { evidenceOf } from '#steps/shared/subjects.ts';
import { createFailureOf } from './create-failures.ts';
import { placeOf } from './place.ts';
import { type Trouble, trouble } from './trouble.ts';

/** A ReplicaSet says in a condition, too, that its pods are rejected; it stays when the event is gone. */
export function replicaSetTroubles({ mesh, facts }: CheckInput<'replicaSets'>): readonly Trouble[] {
  return (valueOf(facts.replicaSets) ?? []).flatMap(({ metadata, status }) => {
    const failure = status.conditions.find(({ type }) => type === 'ReplicaFailure');
    const place = placeOf({ kind: 'ReplicaSet', name: metadata.name }, mesh, undefined);
    if (failure?.status !== 'True' || failure.reason !== 'FailedCreate' || !place) return [];
    const message = failure.message ?? '';
    const time = failure.lastTransitionTime;
    const evidence = [
      evidenceOf('replicaSets', place.subject, 'status.conditions[ReplicaFailure]', message, time),
    ];
    const params = { ...createFailureOf(message), message, count: 0 };
    return [trouble('create-rejected', place, '', params, { rank: 1, evidence, lastAt: time })];
  });
}

/** The ReplicaSets that have every pod they want: what kept them from it is over. Undefined when nobody could look. */
export function fullReplicaSets({ facts }: CheckInput<'replicaSets'>): ReadonlySet<string> | undefined {
  const full = valueOf(facts.replicaSets)?.filter(
    ({ spec, status }) => (status.replicas ?? 0) >= (spec.replicas ?? 0),
  );
  return full && new Set(full.map(({ metadata }) => metadata.name));
}
