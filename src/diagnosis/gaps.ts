import type { FactName, MeshFacts } from '#mesh/mesh-facts.ts';
import { type Observed, valueOf } from '#snapshot/observed.ts';
import type { ProbeCall } from '#snapshot/probe-call.ts';
import type { Gap } from './check.ts';

const recordFacts = [
  'apiResources',
  'affectedWorkloads',
  'nodes',
  'probes',
  'logs',
] as const satisfies readonly FactName[];
type RecordFact = (typeof recordFacts)[number];

function isRecordFact(fact: FactName): fact is RecordFact {
  return (recordFacts as readonly FactName[]).includes(fact);
}

/** One thing that was asked: a fact, or one key of a fact that is a record. */
export interface Asked {
  readonly fact: FactName;
  readonly key?: string;
  readonly observed: Observed<unknown>;
}

/** Everything that a fact stands for, one entry for each request behind it, in the order of its keys. */
export function askedOf(facts: Pick<MeshFacts, FactName>, fact: FactName): readonly Asked[] {
  if (!isRecordFact(fact)) return [{ fact, observed: facts[fact] }];
  return Object.entries(facts[fact])
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, observed]) => ({ fact, key, observed: fact === 'probes' ? carried(observed) : observed }));
}

/**
 * A probe call that the API server's proxy could not carry says nothing about the pod: it is no answer, although
 * the request itself came back (design §4, step 0).
 */
function carried(observed: Observed<unknown>): Observed<unknown> {
  if (observed.state !== 'read') return observed;
  const last = (observed.value as ProbeCall).attempts.at(-1);
  if (last?.kind !== 'proxy-failed') return observed;
  return {
    state: 'failed',
    error: {
      kind: 'status',
      message: last.message,
      ...(last.status === undefined ? {} : { code: String(last.status) }),
    },
  };
}

/**
 * The kubelet prunes the log of an init container that is done; of a pod that is Ready now it says nothing that matters. The
 * coverage notes it (`log-not-text`).
 */
function isPrunedLog(
  facts: Pick<MeshFacts, FactName>,
  fact: FactName,
  key: string,
  observed: Observed<unknown>,
): boolean {
  if (fact !== 'logs' || observed.state !== 'failed' || observed.error.kind !== 'invalid') return false;
  const [name, container] = key.split('/');
  const pod = valueOf(facts.pods)?.find(({ metadata }) => metadata.name === name);
  const isReady = pod?.status.conditions.some(({ type, status }) => type === 'Ready' && status === 'True');
  const done = pod?.status.initContainerStatuses.find((status) => status.name === container);
  return isReady === true && done?.state?.terminated?.exitCode === 0;
}

/** What kept the needed facts from giving a full answer; empty when all of them answered. */
export function gapsOf(
  facts: Pick<MeshFacts, FactName>,
  needed: readonly FactName[],
  needsKey: (key: string) => boolean = () => true,
): readonly Gap[] {
  return needed.flatMap((fact) =>
    askedOf(facts, fact).flatMap(({ key, observed }) => {
      if (observed.state === 'read' || observed.state === 'absent') return [];
      if (key !== undefined && (!needsKey(key) || isPrunedLog(facts, fact, key, observed))) return [];
      return [{ fact, ...(key === undefined ? {} : { key }), observed }];
    }),
  );
}
