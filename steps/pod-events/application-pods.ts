import type { CheckInput, CheckRun } from '#diagnosis/check.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import type { Severity } from '#diagnosis/severity.ts';
import type { Subject } from '#diagnosis/subject.ts';
import { enrolmentsOf } from '#mesh/enrolment.ts';
import { flavourOf } from '#mesh/flavours.ts';
import { webhookOwner } from '#mesh/webhook-owner.ts';
import { webhookCallsFor } from '#mesh/webhooks.ts';
import { workloadKey } from '#snapshot/fact-keys.ts';
import type { EventRecord } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import type { WorkloadState } from '#snapshot/workload-state.ts';
import { byTime, groupBy, secondsBetween } from '#steps/shared/order.ts';
import { evidenceOf, finding } from '#steps/shared/subjects.ts';
import { type CreateRefusal, createFailureOf, unansweredCalls } from './create-failures.ts';

type Input = CheckInput<
  'creationFailures' | 'affectedWorkloads' | 'enrolledNamespaces' | 'mutatingWebhooks' | 'endpoints'
>;

/** A workload whose Pods could not be created because of the mesh. */
interface Failure extends CreateRefusal {
  readonly event: EventRecord;
  readonly namespace: string;
  /** e.g. `ReplicaSet/bookbuyer-6c87f549b9` */
  readonly workload: string;
  /** Undefined when it could not be read. */
  readonly state?: WorkloadState;
  /** `unknown`: it failed a while ago, and nothing shows how the workload is now. */
  readonly now: 'fails' | 'unknown' | 'over';
}

/** Controllers try again at the latest after 1000 s (the longest back-off of a work queue): within it a failure is of now. */
const retrySeconds = 1000;

/** Workloads of one namespace that are quoted. */
const maxQuoted = 5;

/**
 * Can Pods be created outside the control plane? The probes of an injector pass while the API server does not reach its webhook
 * (facts §2.5, §9; osm#4552, #5084), so only those who wait for new Pods see it.
 */
export function checkApplicationPods(input: Input): CheckRun {
  const events = valueOf(input.facts.creationFailures) ?? [];
  const failures = withNeighbours(events.flatMap((event) => failureOf(input, event) ?? []));
  const groups = groupBy(failures, ({ namespace, failure, webhook, service, object }) =>
    [namespace, failure, webhook, service, object].join('|'),
  );
  return { findings: groups.map((group) => findingOf(input, group)), looked: events.length };
}

function failureOf(input: Input, event: EventRecord): Failure | undefined {
  const { kind, name, namespace } = event.regarding;
  const refusal = createFailureOf(event.message);
  if (namespace === undefined || !isOfMesh(input, namespace, refusal, event.message)) return undefined;
  const state = valueOf(input.facts.affectedWorkloads[workloadKey(kind, namespace, name)]);
  const age = secondsBetween(event.lastAt, input.readAt) ?? 0;
  const now = (): Failure['now'] => {
    if (isOver(input, namespace, refusal, state)) return 'over';
    return state !== undefined || age <= retrySeconds ? 'fails' : 'unknown';
  };
  const rest = { event, namespace, workload: `${kind}/${name}`, now: now() };
  return { ...refusal, ...rest, ...(state === undefined ? {} : { state }) };
}

/** By the webhook of this mesh or of one that is gone; or because of what an injector put into the Pod. */
function isOfMesh(input: Input, namespace: string, refusal: CreateRefusal, message: string): boolean {
  const { mesh, meshes, facts } = input;
  const enrolledIn = meshesOf(input, namespace);
  const mayBeOurs = enrolledIn === undefined || enrolledIn.includes(mesh.name);
  if (refusal.webhook === '') return mayBeOurs && namesInjected(input, message);
  const configurations = valueOf(facts.mutatingWebhooks) ?? [];
  const { kind } = webhookOwner(refusal, { mesh, meshes, configurations });
  switch (kind) {
    case 'own':
      return refusal.service !== '' || mayBeOurs;
    case 'removed-mesh': {
      const others = meshes.filter(({ name, presence }) => presence === 'controller' && name !== mesh.name);
      return mayBeOurs || !others.some(({ name }) => enrolledIn.includes(name));
    }
    case 'other-mesh':
    case 'other-software':
      return false;
    default:
      return kind satisfies never;
  }
}

/** Undefined when it is not known: the list could not be read, or lacks some. */
function meshesOf(
  { facts: { enrolledNamespaces } }: Input,
  namespace: string,
): readonly string[] | undefined {
  const enrolled = valueOf(enrolledNamespaces)?.find(({ metadata }) => metadata.name === namespace);
  if (enrolled !== undefined) return enrolmentsOf(enrolled).map(({ mesh }) => mesh);
  return enrolledNamespaces.state === 'read' ? [] : undefined;
}

/** Policies name the containers that they do not admit; those of the injector would not be there without it (facts §1.3). */
function namesInjected({ mesh }: Input, message: string): boolean {
  const { sidecarInits, sidecarContainers, healthcheckContainer } = flavourOf(mesh);
  return [...sidecarInits, ...sidecarContainers, healthcheckContainer].some((name) =>
    message.includes(`"${name}"`),
  );
}

/**
 * The workload has its Pods, wants none, or is gone; an injector is Ready again, and the next try succeeds; or nobody asks that
 * webhook any more.
 */
function isOver(
  input: Input,
  namespace: string,
  refusal: CreateRefusal,
  state: WorkloadState | undefined,
): boolean {
  if (state !== undefined && (state.created >= state.desired || state.deletionTimestamp !== undefined))
    return true;
  const { facts } = input;
  if (refusal.failure === 'webhook-no-endpoints' && hasReadyInjector(input, refusal)) return true;
  if (refusal.webhook === '' || facts.mutatingWebhooks.state !== 'read') return false;
  if (facts.enrolledNamespaces.state !== 'read') return false;
  const labels = facts.enrolledNamespaces.value.find(({ metadata }) => metadata.name === namespace)?.metadata
    .labels;
  return !webhookCallsFor(facts.mutatingWebhooks.value, labels ?? {}).some(
    ({ webhook, service }) =>
      webhook === refusal.webhook &&
      (refusal.service === '' || refusal.service === (service && `${service.namespace}/${service.name}`)),
  );
}

/** Is this mesh's injector meant, and Ready now? */
function hasReadyInjector({ mesh, facts }: Input, { service }: CreateRefusal): boolean {
  const { injector } = flavourOf(mesh).services;
  const behind = valueOf(facts.endpoints)?.find((item) => item.service === injector);
  return service === `${mesh.namespace}/${injector}` && (behind?.ready.length ?? 0) > 0;
}

/** Where nothing shows how a workload is, those that failed alike and were read tell. */
function withNeighbours(failures: readonly Failure[]): readonly Failure[] {
  return failures.map((failure) => {
    if (failure.state !== undefined || failure.now === 'over') return failure;
    const alike = failures.filter(
      (other) =>
        other.state !== undefined &&
        other.failure === failure.failure &&
        other.webhook === failure.webhook &&
        byTime(other.event.lastAt, failure.event.lastAt) >= 0,
    );
    const isOver = alike.length > 0 && alike.every(({ now }) => now === 'over');
    return isOver ? { ...failure, now: 'over' } : failure;
  });
}

function findingOf(input: Input, group: readonly Failure[]): FindingDraft {
  const open = group.filter(({ now }) => now !== 'over');
  const shown = (open.length === 0 ? group : open).toSorted(
    (a, b) => byTime(b.event.lastAt, a.event.lastAt) || (a.workload < b.workload ? -1 : 1),
  );
  const { failure, webhook, service, object, event } = shown[0]!;
  const workloads = [...new Set(shown.map(({ workload }) => workload))].toSorted();
  const count = shown.reduce((sum, item) => sum + item.event.count, 0);
  const params = { failure, webhook, service, object, message: event.message, count, workloads };
  const evidence = shown.slice(0, maxQuoted).flatMap(evidenceOfFailure);
  return finding('app-create-rejected', severityOf(group), subjectOf(input, shown[0]!), params, evidence);
}

/** New Pods that cannot be created are a function that fails now (design §3). */
function severityOf(group: readonly Failure[]): Severity {
  if (group.some(({ now }) => now === 'fails')) return 'critical';
  return group.every(({ now }) => now === 'over') ? 'info' : 'warning';
}

function subjectOf(input: Input, { namespace, failure, webhook, service }: Failure): Subject {
  const { mesh, meshes, facts } = input;
  const configurations = valueOf(facts.mutatingWebhooks) ?? [];
  const isOwn =
    webhook !== '' && webhookOwner({ webhook, service }, { mesh, meshes, configurations }).kind === 'own';
  const waits = isOwn && unansweredCalls.includes(failure);
  return {
    mesh: mesh.name,
    kind: 'Namespace',
    namespace,
    name: namespace,
    ...(waits ? { dependsOn: flavourOf(mesh).apps.injector } : {}),
  };
}

function evidenceOfFailure({ event, namespace, state }: Failure) {
  const { kind, name } = event.regarding;
  const at = [kind, namespace, name].join('/');
  const { reason, message, lastAt, firstAt } = event;
  return [
    {
      ...evidenceOf('creationFailures', { kind: 'ReplicaSet', name }, '', message, lastAt, firstAt),
      at: `${at} ${reason}`,
    },
    ...(state === undefined
      ? []
      : [
          {
            fact: 'affectedWorkloads',
            at: `${at} status`,
            quote: `${state.created} of ${state.desired} created, ${state.ready} ready`,
          },
        ]),
  ];
}
