import { writerOf } from '#mesh/field-writers.ts';
import { flavourList } from '#mesh/flavours.ts';
import type { MeshIdentity } from '#mesh/identity.ts';
import type { MeshFacts } from '#mesh/mesh-facts.ts';
import type { ContainerStatus, Pod } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import type { TimelineEntry } from './diagnosis.ts';
import type { Edit } from './edits.ts';
import type { Subject } from './subject.ts';

/** What happened in and around one control plane, in order of time: labels, rollouts, containers, events, logs. */
export function timelineOf(
  facts: MeshFacts,
  mesh: MeshIdentity,
  edits: readonly Edit[],
): readonly TimelineEntry[] {
  return [
    ...labelChanges(facts, mesh),
    ...edits.map(entryOfEdit),
    ...rollouts(facts, mesh),
    ...(valueOf(facts.pods) ?? []).flatMap((pod) => lifeOf(pod, mesh)),
    ...events(facts, mesh),
    ...logs(facts, mesh),
  ].toSorted((a, b) => order(a).localeCompare(order(b), 'en'));
}

function order({ at, kind, subject, text }: TimelineEntry): string {
  return `${new Date(at).toISOString()}|${kind}|${subject.name}|${subject.container ?? ''}|${text}`;
}

function subjectOf(mesh: MeshIdentity, kind: Subject['kind'], name: string, container?: string): Subject {
  return {
    mesh: mesh.name,
    kind,
    namespace: mesh.namespace,
    name,
    ...(container === undefined ? {} : { container }),
  };
}

function labelChanges(facts: MeshFacts, mesh: MeshIdentity): readonly TimelineEntry[] {
  const namespace = valueOf(facts.namespace);
  if (namespace === undefined) return [];
  const { metadata } = namespace;
  const keys = flavourList.map((flavour) => flavour.keys);
  const labels = new Set(keys.flatMap(({ monitoredBy, ignore }) => [monitoredBy, ignore]));
  const annotations = new Set(keys.map(({ injection }) => injection));
  const changed = (kind: 'labels' | 'annotations', wanted: ReadonlySet<string>): readonly TimelineEntry[] =>
    Object.entries(metadata[kind])
      .filter(([key]) => wanted.has(key))
      .flatMap(([key, value]) => {
        const writer = writerOf(metadata, kind, key);
        if (writer === undefined || !isTime(writer.at)) return [];
        return [
          {
            at: writer.at,
            kind: 'label-change' as const,
            subject: subjectOf(mesh, 'Namespace', metadata.name),
            text: `${key}=${value} (${writer.manager})`,
            count: 1,
          },
        ];
      });
  return [...changed('labels', labels), ...changed('annotations', annotations)];
}

function entryOfEdit({ at, manager, subject, fields }: Edit): TimelineEntry {
  return { at, kind: 'edit', subject, text: `${fields.join(', ')} (${manager})`, count: 1 };
}

function rollouts(facts: MeshFacts, mesh: MeshIdentity): readonly TimelineEntry[] {
  const apps = new Set(flavourList.flatMap(({ apps: names }) => Object.values(names)));
  return (valueOf(facts.replicaSets) ?? []).flatMap(({ metadata }) => {
    const owner = metadata.ownerReferences.find(({ kind }) => kind === 'Deployment')?.name ?? '';
    if (!apps.has(owner) || !isTime(metadata.creationTimestamp)) return [];
    return [
      {
        at: metadata.creationTimestamp,
        kind: 'rollout' as const,
        subject: subjectOf(mesh, 'Deployment', owner),
        text: metadata.name,
        count: 1,
      },
    ];
  });
}

function lifeOf(pod: Pod, mesh: MeshIdentity): readonly TimelineEntry[] {
  const { name, creationTimestamp } = pod.metadata;
  const statuses = [...pod.status.initContainerStatuses, ...pod.status.containerStatuses];
  const created = isTime(creationTimestamp)
    ? [
        {
          at: creationTimestamp,
          kind: 'pod-created' as const,
          subject: subjectOf(mesh, 'Pod', name),
          text: name,
          count: 1,
        },
      ]
    : [];
  return [...created, ...statuses.flatMap((status) => startsAndEnds(status, mesh, name))];
}

function startsAndEnds(status: ContainerStatus, mesh: MeshIdentity, pod: string): readonly TimelineEntry[] {
  const subject = subjectOf(mesh, 'Pod', pod, status.name);
  return [status.lastState, status.state].flatMap((state) => {
    const startedAt = state?.running?.startedAt ?? state?.terminated?.startedAt;
    const ended = state?.terminated;
    return [
      ...(isTime(startedAt)
        ? [{ at: startedAt, kind: 'container-start' as const, subject, text: status.name, count: 1 }]
        : []),
      ...(ended !== undefined && isTime(ended.finishedAt)
        ? [
            {
              at: ended.finishedAt,
              kind: 'container-end' as const,
              subject,
              text: `${ended.reason ?? ''} (exit ${ended.exitCode})`.trim(),
              count: 1,
            },
          ]
        : []),
    ];
  });
}

function events(facts: MeshFacts, mesh: MeshIdentity): readonly TimelineEntry[] {
  return (valueOf(facts.events) ?? []).flatMap((event) => {
    const at = event.firstAt ?? event.lastAt;
    const isNotable = event.type !== 'Normal' || event.reason === 'Killing';
    if (!isNotable || !isTime(at)) return [];
    return [
      {
        at,
        kind: event.reason === 'Unhealthy' ? ('probe-failure' as const) : ('event' as const),
        subject: subjectOf(mesh, eventKind(event.regarding.kind), event.regarding.name),
        text: `${event.reason}: ${event.message}`,
        count: event.count,
        ...(isTime(event.lastAt) && event.lastAt !== at ? { until: event.lastAt } : {}),
      },
    ];
  });
}

const knownKinds: ReadonlySet<string> = new Set([
  'Pod',
  'ReplicaSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'Job',
]);

function eventKind(kind: string): Subject['kind'] {
  return knownKinds.has(kind) ? (kind as Subject['kind']) : 'Mesh';
}

const notable: ReadonlySet<string> = new Set(['error', 'fatal', 'panic']);

function logs(facts: MeshFacts, mesh: MeshIdentity): readonly TimelineEntry[] {
  return Object.values(facts.logs).flatMap((log) => {
    const read = valueOf(log);
    if (read === undefined) return [];
    return read.summary.signatures.flatMap((signature) => {
      if (!notable.has(signature.level) || !isTime(signature.firstAt)) return [];
      return [
        {
          at: signature.firstAt,
          kind: 'log' as const,
          subject: subjectOf(mesh, 'Pod', read.pod, read.container),
          text: `${signature.level}: ${signature.template}`,
          count: signature.count,
          ...(isTime(signature.lastAt) && signature.lastAt !== signature.firstAt
            ? { until: signature.lastAt }
            : {}),
        },
      ];
    });
  });
}

/** A time that is none would break the order of all the others. */
function isTime(text: string | undefined): text is string {
  return text !== undefined && !Number.isNaN(Date.parse(text));
}
