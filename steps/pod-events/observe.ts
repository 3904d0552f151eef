import type { CheckInput } from '#diagnosis/check.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import { lazily } from '#diagnosis/lazily.ts';
import { type Replica, replicasOf } from '#steps/shared/replicas.ts';
import { secondsBetween } from '#steps/shared/order.ts';
import { subjectOf } from '#steps/shared/subjects.ts';
import { type PlacedEvent, placedEvents } from './event-troubles.ts';
import { replicaSetTroubles } from './replica-set-troubles.ts';
import { severityOf } from './severity-of.ts';
import { podTroubles } from './state-troubles.ts';
import { merged, type Trouble, troubleKey } from './trouble.ts';

type Input = CheckInput<'events' | 'pods' | 'replicaSets'>;

/** What step 2 sees: its checks and its tables are made from it. */
export interface EventsObserved {
  readonly replicas: readonly Replica[];
  readonly events: readonly PlacedEvent[];
  /** By `troubleKey`. */
  readonly findings: ReadonlyMap<string, FindingDraft>;
}

/** What events and states say, each trouble once, with the evidence of both. */
export function observeEvents(input: Input): EventsObserved {
  const observed: EventsObserved = lazily<EventsObserved>({
    replicas: () => replicasOf(input.mesh, input.facts.pods) ?? [],
    events: () =>
      placedEvents(input, replicasOf(input.mesh, input.facts.pods), input.facts.pods.state === 'read'),
    findings: () => findingsOf(input, observed.events),
  });
  return observed;
}

function findingsOf(input: Input, events: readonly PlacedEvent[]): EventsObserved['findings'] {
  const { mesh, facts, readAt } = input;
  const replicas = replicasOf(mesh, facts.pods);
  const knowsReplicaSets = facts.replicaSets.state === 'read';
  const knowsAllPods = facts.pods.state === 'read';
  const states = (replicas ?? []).flatMap((replica) => {
    const { name, workload } = replica;
    return podTroubles(replica, {
      subject: subjectOf(mesh, 'Pod', name, { workload }),
      replica,
      isGone: false,
    });
  });
  const all = merged([
    ...events.flatMap(({ trouble }) => trouble ?? []),
    ...states,
    ...replicaSetTroubles(input),
  ]);
  const findings = withoutNormalEnds(all).map((item): [string, FindingDraft] => {
    const { code, subject, params, evidence } = item;
    const severity = severityOf(item, { mesh, replicas, knowsAllPods, knowsReplicaSets, readAt });
    return [troubleKey(item), { code, subject, params, evidence, severity } as FindingDraft];
  });
  return new Map(findings);
}

/** Ends after a stop request: handled, not handled, and not in time (SIGKILL after the grace period). */
const askedToStop: ReadonlySet<number> = new Set([0, 143, 137]);

/** A process that the kubelet asked to stop after its probes failed: a restart without an error, and no trouble of its own. */
function withoutNormalEnds(all: readonly Trouble[]): readonly Trouble[] {
  const isNormalEnd = ({ code, params }: Trouble): boolean =>
    code === 'container-terminated' && 'exitCode' in params && askedToStop.has(params.exitCode);
  const kills = all.filter(({ code }) => code === 'killed-by-liveness');
  return all
    .filter((item) => !(isNormalEnd(item) && kills.some((kill) => isEndOf(kill, item))))
    .map((item) => {
      if (item.code !== 'killed-by-liveness') return item;
      const ends = all.filter((other) => isNormalEnd(other) && isEndOf(item, other));
      return { ...item, evidence: [...item.evidence, ...ends.flatMap(({ evidence }) => evidence)] };
    });
}

const defaultGraceSeconds = 30;

/** Is it the end that the kill asked for: of the same container, and within the grace period of the Pod? */
function isEndOf(kill: Trouble, end: Trouble): boolean {
  const { name, container } = kill.subject;
  if (end.subject.name !== name || end.subject.container !== container) return false;
  const grace = kill.place.replica?.pod.spec.terminationGracePeriodSeconds ?? defaultGraceSeconds;
  const late = secondsBetween(kill.lastAt, end.lastAt);
  return late === undefined || late <= grace + lateSeconds;
}

/** Events and states have whole seconds, and a kill takes a moment. */
const lateSeconds = 5;
