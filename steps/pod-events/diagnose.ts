import type { CheckInput } from '#diagnosis/check.ts';
import type { ContainerStateRow, EventRow, StepDetails } from '#diagnosis/details.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import type { ContainerStatus } from '#snapshot/kubernetes.ts';
import { guideKubectl } from '#steps/shared/kubectl.ts';
import { lastEnd, type Replica, replicasOf } from '#steps/shared/replicas.ts';
import { subjectOf } from '#steps/shared/subjects.ts';
import { type PlacedEvent, placedEvents } from './event-troubles.ts';
import { replicaSetTroubles } from './replica-set-troubles.ts';
import { severityOf } from './severity-of.ts';
import { podTroubles, stateText } from './state-troubles.ts';
import { merged, type Trouble, troubleKey } from './trouble.ts';

type Input = CheckInput<'events' | 'pods' | 'replicaSets'>;
type Found = { readonly findings: readonly Finding[]; readonly looked: number };

interface Diagnosed {
  readonly replicas: readonly Replica[];
  readonly events: readonly PlacedEvent[];
  /** By `troubleKey`. */
  readonly findings: ReadonlyMap<string, Finding>;
}

/** What events and states say, each trouble once, with the evidence of both. */
function diagnose(input: Input): Diagnosed {
  const { mesh, facts, readAt } = input;
  const replicas = replicasOf(mesh, facts.pods);
  const knowsReplicaSets = facts.replicaSets.state === 'read';
  const knowsAllPods = facts.pods.state === 'read';
  const events = placedEvents(input, replicas, knowsAllPods);
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
  const findings = withoutNormalEnds(all).map((item): [string, Finding] => {
    const { code, subject, params, evidence } = item;
    const severity = severityOf(item, { mesh, replicas, knowsAllPods, knowsReplicaSets, readAt });
    return [troubleKey(item), { code, subject, params, evidence, severity } as Finding];
  });
  return { replicas: replicas ?? [], events, findings: new Map(findings) };
}

/** A process that the kubelet asked to stop ends with exit 0: a restart without an error, and no trouble of its own. */
function withoutNormalEnds(all: readonly Trouble[]): readonly Trouble[] {
  const isNormalEnd = ({ code, params }: Trouble): boolean =>
    code === 'container-terminated' && 'exitCode' in params && params.exitCode === 0;
  const sameContainer = (a: Trouble, b: Trouble): boolean =>
    a.subject.name === b.subject.name && a.subject.container === b.subject.container;
  const kills = all.filter(({ code }) => code === 'killed-by-liveness');
  return all
    .filter((item) => !(isNormalEnd(item) && kills.some((kill) => sameContainer(kill, item))))
    .map((item) => {
      if (item.code !== 'killed-by-liveness') return item;
      const ends = all.filter((other) => isNormalEnd(other) && sameContainer(other, item));
      return { ...item, evidence: [...item.evidence, ...ends.flatMap(({ evidence }) => evidence)] };
    });
}

/** Which events of the last hour say that something is wrong with a control-plane object? */
export function checkEvents(input: Input): Found {
  const { events, findings } = diagnose(input);
  return { findings: restingOn(findings, ['events']), looked: events.length };
}

/** What do containers, conditions and ReplicaSets say? Events live an hour only. */
export function checkContainerStates(input: Input): Found {
  const { replicas, findings } = diagnose(input);
  const containers = replicas.flatMap(({ pod: { spec } }) => [...spec.initContainers, ...spec.containers]);
  return { findings: restingOn(findings, ['pods', 'replicaSets']), looked: containers.length };
}

/** A finding with evidence of both belongs to both checks; the runner tells it once. */
function restingOn(findings: ReadonlyMap<string, Finding>, facts: readonly FactName[]): readonly Finding[] {
  return [...findings.values()].filter(({ evidence }) =>
    evidence.some(({ fact }) => facts.some((name) => name === fact)),
  );
}

/** The tables of step 2: the events as `kubectl describe` shows them, and the state of every container. */
export function eventsDetail(input: CheckInput<FactName>): StepDetails['pod-events'] {
  const { replicas, events, findings } = diagnose(input);
  return {
    events: events.map((item) => eventRow(item, findings)),
    states: replicas.flatMap(stateRows),
    guideCommands: replicas.map(({ name }) => guideKubectl(input.mesh.namespace, 'describe pod', name)),
  };
}

function eventRow({ event, trouble }: PlacedEvent, findings: Diagnosed['findings']): EventRow {
  const { type, reason, message, count, reporter, regarding, firstAt, lastAt } = event;
  const found = trouble && findings.get(troubleKey(trouble));
  return {
    type,
    reason,
    message,
    count,
    from: reporter,
    object: `${regarding.kind}/${regarding.name}`,
    ...(firstAt === undefined ? {} : { firstAt }),
    ...(lastAt === undefined ? {} : { lastAt }),
    ...(found ? { finding: found.code, severity: found.severity } : {}),
  };
}

function stateRows({ pod, name }: Replica): readonly ContainerStateRow[] {
  return [
    ...pod.status.initContainerStatuses.map((status) => stateRow(name, status, true)),
    ...pod.status.containerStatuses.map((status) => stateRow(name, status, false)),
  ];
}

function stateRow(pod: string, status: ContainerStatus, init: boolean): ContainerStateRow {
  const { state, lastState, restartCount: restarts } = status;
  const since = state?.running?.startedAt ?? lastEnd(status)?.finishedAt;
  return {
    pod,
    container: status.name,
    init,
    state: stateText(state),
    ...(since === undefined ? {} : { since }),
    ...(lastState?.terminated
      ? { last: stateText({ terminated: lastState.terminated } as typeof lastState) }
      : {}),
    restarts,
  };
}
