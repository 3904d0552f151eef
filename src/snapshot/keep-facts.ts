import type { Observed } from './observed.ts';
import type { Snapshot } from './snapshot.ts';

/** A fact, or facts by key. */
type Fact = Observed<unknown> | Readonly<Record<string, Observed<unknown>>>;
type Group = Readonly<Record<string, Fact | undefined>>;

/**
 * A reading that was stopped, made whole: what had not come is kept from the reading before, and stays as old as it
 * is; what was never read is `cancelled`. Without a reading before, all that had not come is. `stoppedAt` is RFC 3339.
 */
export function keepFacts(stopped: Snapshot, before: Snapshot | undefined, stoppedAt: string): Snapshot {
  const names = new Set([...Object.keys(before?.namespaces ?? {}), ...Object.keys(stopped.namespaces)]);
  return {
    ...stopped,
    // Until it ends, the clock of a reading stands at its start.
    ...(before === undefined ? {} : { startedAt: stopped.startedAt ?? stopped.readAt }),
    readAt: stoppedAt,
    cluster: keepGroup(stopped.cluster, before?.cluster),
    namespaces: Object.fromEntries(
      [...names].flatMap((name) => {
        const group = stopped.namespaces[name];
        const earlier = before?.namespaces[name];
        if (group === undefined) return earlier === undefined ? [] : [[name, earlier]];
        return [[name, keepGroup(group, earlier)]];
      }),
    ),
  };
}

function keepGroup<T extends object>(group: T, before: T | undefined): T {
  const facts = group as Group;
  const earlier = (before ?? {}) as Group;
  // Logs and probes are known by pod: before the pods are, an empty record means that nobody asked yet.
  const isEarly = isPending(facts['pods']) || isPending(facts['deployments']);
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, keepFact(fact as Fact, earlier[name], isEarly)]),
  ) as T;
}

function keepFact(fact: Fact, before: Fact | undefined, isEarly: boolean): Fact {
  if (isObserved(fact)) {
    const isOpen = fact.state === 'pending' || fact.state === 'cancelled';
    if (!isOpen) return fact;
    return before !== undefined && isObserved(before) ? settled(before) : { state: 'cancelled' };
  }
  const earlier = before === undefined || isObserved(before) ? {} : before;
  if (isEarly && Object.keys(fact).length === 0) return earlier;
  return Object.fromEntries(
    Object.entries(fact).map(([key, one]) => [key, keepFact(one, earlier[key], false) as Observed<unknown>]),
  );
}

function settled(fact: Observed<unknown>): Observed<unknown> {
  return fact.state === 'pending' ? { state: 'cancelled' } : fact;
}

function isObserved(fact: Fact): fact is Observed<unknown> {
  return typeof fact['state'] === 'string';
}

function isPending(fact: Fact | undefined): boolean {
  return fact !== undefined && isObserved(fact) && (fact.state === 'pending' || fact.state === 'cancelled');
}
