import type { Role } from '#mesh/identity.ts';
import { valueFor } from '#mesh/version.ts';
import { type FindingPattern, pattern, workloadOf } from '#diagnosis/finding-pattern.ts';
import { unansweredCalls } from '#steps/pod-events/create-failures.ts';
import { kubectlInNamespace, look } from './commands.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { Subject } from '#diagnosis/subject.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';

/** Group keys: one candidate for each workload, for each namespace, or one for the whole mesh. */
export const byWorkload = (finding: Finding): string => workloadOf(finding.subject);
export const byMesh = (): string => '';

/** What a workload that cannot do its work looks like from outside: effects of nearly every cause. */
export const downSymptoms: readonly FindingPattern[] = [
  pattern(
    [
      'component-down',
      'no-pods',
      'replica-not-ready',
      'probe-refused',
      'probe-no-answer',
      'probe-status',
      'restarted-before',
      'rollout-stuck',
      'service-without-endpoints',
      'probe-event-status',
      'probe-event-refused',
      'probe-event-timeout',
      'probe-event-other',
      'killed-by-liveness',
      'crash-loop',
      'container-terminated',
      'init-not-done',
      'other-warning-event',
    ],
    'workload',
  ),
  // Where the injector does not run, its webhook does not answer.
  pattern('app-create-rejected', 'workload', ({ params }) => unansweredCalls.includes(params.failure)),
  // Where the bootstrap of an old release does not run, nobody converts.
  pattern('crd-conversion-failing', 'workload'),
];

/** What a process says when it gives up. */
export const lastWords: readonly FindingPattern[] = [
  pattern(['log-fatal', 'go-panic', 'mesh-fatal-event', 'log-health-warning'], 'workload'),
];

/** Causes of last resort that only say that a workload does not come up. */
export const leadsToSilence = [
  { cause: 'probe-endpoint-unreachable', relation: 'workload' },
  { cause: 'process-ends', relation: 'workload' },
  { cause: 'not-ready-unexplained', relation: 'workload' },
  { cause: 'failed-before', relation: 'workload' },
] as const;

/** The anchors' workload as a subject: the Deployment of that name. */
export function workloadSubject(anchors: readonly Finding[], context: RuleContext): Subject {
  const workload = anchors[0] === undefined ? '' : workloadOf(anchors[0].subject);
  return {
    mesh: context.mesh.name,
    kind: workload === context.flavour.interceptor ? 'DaemonSet' : 'Deployment',
    namespace: context.mesh.namespace,
    name: workload,
    workload,
  };
}

/** The mesh itself as a subject. */
export function meshSubject(context: RuleContext): Subject {
  return {
    mesh: context.mesh.name,
    kind: 'Mesh',
    namespace: context.mesh.namespace,
    name: context.mesh.name,
  };
}

/** The workload of a role in this flavour, e.g. `fsm-bootstrap`. */
export function appOf(context: RuleContext, role: Role): string {
  return context.flavour.apps[role];
}

/** The anchors' workload, with what the first of these findings says in its own words. */
export const describeMessage =
  (codes: readonly Finding['code'][]) =>
  (
    anchors: readonly Finding[],
    context: RuleContext,
  ): { subject: ReturnType<typeof workloadSubject>; params: { message: string } } => {
    const anchor = anchors.find(({ code }) => codes.includes(code));
    const message = anchor !== undefined && 'message' in anchor.params ? anchor.params.message : '';
    return { subject: workloadSubject(anchors, context), params: { message } };
  };

/** Shows the logs of the container that a log or state finding speaks of. */
export function showLogs(
  context: RuleContext,
  pod: string,
  container: string,
  previous: boolean,
): RemedyStep {
  return look(
    kubectlInNamespace(context, 'logs', pod, '-c', container, ...(previous ? ['--previous'] : [])),
    {
      code: 'inspect-logs',
      params: { pod, container, previous },
    },
  );
}

/** Describes the first pod that the anchors speak of. */
export function describePod(context: RuleContext, anchors: readonly Finding[]): readonly RemedyStep[] {
  const pod = anchors.find(({ subject }) => subject.kind === 'Pod')?.subject.name;
  if (pod === undefined) return [];
  return [
    look(kubectlInNamespace(context, 'describe', 'pod', pod), { code: 'inspect-pod', params: { pod } }),
  ];
}

/** Shows the MeshConfig. Both families have a kind of that name, so the group belongs to it. */
export function showMeshConfig(context: RuleContext): RemedyStep {
  return look(
    kubectlInNamespace(context, 'get', meshConfigCrd(context), context.flavour.meshConfig.name, '-o', 'yaml'),
    { code: 'inspect-mesh-config', params: {} },
  );
}

/** The CRD of the MeshConfig, e.g. `meshconfigs.config.openservicemesh.io`. */
export function meshConfigCrd({ flavour: { meshConfig } }: RuleContext): string {
  return `${meshConfig.plural}.${meshConfig.group}`;
}

/** The CLI explains error codes offline (facts §4); of v1.3 it does not know E1003, which only that has (facts §6). */
export function errorInfo(context: RuleContext, errorCode: string): readonly RemedyStep[] {
  const isUnknown =
    errorCode === 'E1003' && valueFor(context.flavour.errorCodes, context.mesh.version) === 'v1.3';
  if (errorCode === '' || isUnknown) return [];
  return [
    look([context.flavour.cli, 'support', 'error-info', errorCode], {
      code: 'inspect-error-code',
      params: { errorCode },
    }),
  ];
}

/** Distinct values in a stable order. */
export function sortedUnique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted();
}
