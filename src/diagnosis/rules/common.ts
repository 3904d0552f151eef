import type { Role } from '#mesh/identity.ts';
import { valueFor } from '#mesh/version.ts';
import { type Clue, clue, workloadOf } from '../clue.ts';
import { kubectlInNamespace, look } from '../commands.ts';
import type { Finding, Subject } from '../finding.ts';
import type { RemedyStep } from '../remedy.ts';
import type { Scene } from '../scene.ts';

/** Group keys: one candidate for each workload, for each namespace, or one for the whole mesh. */
export const byWorkload = (finding: Finding): string => workloadOf(finding.subject);
export const byMesh = (): string => '';

/** What a workload that cannot do its work looks like from outside: effects of nearly every cause. */
export const downSymptoms: readonly Clue[] = [
  clue(
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
];

/** What a process says when it gives up. */
export const lastWords: readonly Clue[] = [
  clue(['log-fatal', 'go-panic', 'mesh-fatal-event', 'log-health-warning'], 'workload'),
];

/** The anchors' workload as a subject: the Deployment of that name. */
export function workloadSubject(anchors: readonly Finding[], scene: Scene): Subject {
  const workload = anchors[0] === undefined ? '' : workloadOf(anchors[0].subject);
  return {
    mesh: scene.mesh.name,
    kind: workload === scene.flavour.interceptor ? 'DaemonSet' : 'Deployment',
    namespace: scene.mesh.namespace,
    name: workload,
    workload,
  };
}

/** The mesh itself as a subject. */
export function meshSubject(scene: Scene): Subject {
  return { mesh: scene.mesh.name, kind: 'Mesh', namespace: scene.mesh.namespace, name: scene.mesh.name };
}

/** The workload of a role in this flavour, e.g. `fsm-bootstrap`. */
export function appOf(scene: Scene, role: Role): string {
  return scene.flavour.apps[role];
}

/** Shows the logs of the container that a log or state finding speaks of. */
export function showLogs(scene: Scene, pod: string, container: string, previous: boolean): RemedyStep {
  return look(kubectlInNamespace(scene, 'logs', pod, '-c', container, ...(previous ? ['--previous'] : [])), {
    code: 'inspect-logs',
    params: { pod, container, previous },
  });
}

/** Describes the first pod that the anchors speak of. */
export function describePod(scene: Scene, anchors: readonly Finding[]): readonly RemedyStep[] {
  const pod = anchors.find(({ subject }) => subject.kind === 'Pod')?.subject.name;
  if (pod === undefined) return [];
  return [look(kubectlInNamespace(scene, 'describe', 'pod', pod), { code: 'inspect-pod', params: { pod } })];
}

/** Shows the MeshConfig. Both families have a kind of that name, so the group belongs to it. */
export function showMeshConfig(scene: Scene): RemedyStep {
  return look(
    kubectlInNamespace(scene, 'get', meshConfigCrd(scene), scene.flavour.meshConfig.name, '-o', 'yaml'),
    { code: 'inspect-mesh-config', params: {} },
  );
}

/** The CRD of the MeshConfig, e.g. `meshconfigs.config.openservicemesh.io`. */
export function meshConfigCrd({ flavour: { meshConfig } }: Scene): string {
  return `${meshConfig.plural}.${meshConfig.group}`;
}

/** The CLI explains error codes offline (facts §4); of v1.3 it does not know E1003, which only that has (facts §6). */
export function errorInfo(scene: Scene, errorCode: string): readonly RemedyStep[] {
  const isUnknown =
    errorCode === 'E1003' && valueFor(scene.flavour.errorCodes, scene.mesh.version) === 'v1.3';
  if (errorCode === '' || isUnknown) return [];
  return [
    look([scene.flavour.cli, 'support', 'error-info', errorCode], {
      code: 'inspect-error-code',
      params: { errorCode },
    }),
  ];
}

/** Distinct values in a stable order. */
export function sortedUnique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted();
}
