import type { CauseCode } from '#diagnosis/registry.ts';
import type { Confidence } from '#diagnosis/cause.ts';
import { diagnose } from '#diagnosis/diagnose.ts';
import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { Role } from '#mesh/identity.ts';
import { flavours } from '#mesh/flavours.ts';
import { catalogue } from '#steps/catalogue.ts';
import {
  answered,
  type ClusterBuilder,
  healthyCluster,
  klog,
  refused,
  running,
  terminated,
  waiting,
  zerolog as line,
} from '../support/cluster-builder.ts';
import { replicaSetName } from '../support/objects.ts';

/** One failure and what must come out of it. */
export interface Case {
  readonly what: string;
  /** The row of facts §9 it is, by its first column; absent for what facts §9 does not have. */
  readonly row?: string;
  readonly cluster: () => ClusterBuilder;
  /** The first root. */
  readonly root: CauseCode;
  readonly exitCode: 0 | 2 | 3 | 4;
  /** Part of the first command of its remedy. */
  readonly command: string;
  /** Part of the first command that changes something; null where no fix is known. */
  readonly fix?: string | null;
  readonly confidence?: Confidence;
  /** All roots, where there are several. */
  readonly roots?: readonly CauseCode[];
  /** Causes that are folded under the first root. */
  readonly effects?: readonly CauseCode[];
  /** False for what is over now. */
  readonly active?: boolean;
}

export interface Words {
  readonly component?: string;
  readonly error?: string;
  readonly error_code?: string;
  readonly reason?: string;
}

/** A line of a mesh process. */
export const zerolog = (
  level: string,
  message: string,
  { component = 'kube-events', error_code: code, ...more }: Words = {},
): string => line(level, component, message, { ...more, ...(code === undefined ? {} : { code }) });

/** The line with which a process gives up (facts §5.4). */
export const fatal = (message: string, error: string, more: Words = {}): string =>
  zerolog('fatal', message, { error, reason: 'FatalInitializationError', ...more });

/** What client-go says of a list that the API server does not serve (facts §5.5). */
export const notServed = (kind: string, resource: string): string =>
  reflector(kind, `the server could not find the requested resource (get ${resource})`);

/** What client-go says of a list that RBAC denies (facts §5.5). */
export const forbidden = (kind: string, resource: string, account: string): string =>
  reflector(
    kind,
    `${resource} is forbidden: User "system:serviceaccount:${account}" cannot list resource "${resource}" in API group "" at the cluster scope`,
  );

const reflector = (kind: string, why: string): string =>
  klog(
    'E',
    `reflector.go:140] pkg/mod/k8s.io/client-go@v0.26.0/tools/cache/reflector.go:169: Failed to watch *${kind}: failed to list *${kind}: ${why}`,
  );

/** The same answer as often as the kubelet asks before it gives up. */
export const thrice = <T>(answer: T): readonly T[] => [answer, answer, answer];

/** Nothing listens on the health port of a component. */
export function silent(cluster: ClusterBuilder, role: Role): ClusterBuilder {
  return cluster
    .withProbe(role, 'liveness', thrice(refused()))
    .withProbe(role, 'readiness', thrice(refused()));
}

/** A container that dies over and over, with these last words in its previous log. */
export function crashing(
  cluster: ClusterBuilder,
  role: Role,
  lines: readonly string[],
  exitCode = 1,
): ClusterBuilder {
  const looping = cluster
    .notReady(role, {
      restartCount: 5,
      state: waiting('CrashLoopBackOff', 'back-off 2m40s restarting failed container'),
      lastState: terminated(exitCode, 'Error', 60),
    })
    .withLog(role, lines, { previous: true })
    .withEvent(role, {
      reason: 'BackOff',
      message: 'Back-off restarting failed container',
      container: flavours[cluster.mesh.flavour].mainContainer[role],
      count: 9,
    });
  return silent(looping, role);
}

/** The kubelet ends the process before it is ready, over and over, because nothing listens on its health port. */
export function killedAtStart(cluster: ClusterBuilder, exitCode: 0 | 1): ClusterBuilder {
  const container = 'osm-controller';
  const killed = cluster
    .notReady('controller', {
      restartCount: 4,
      state: running(10),
      lastState: terminated(exitCode, exitCode === 0 ? 'Completed' : 'Error', 12),
    })
    .withEvent('controller', {
      reason: 'Unhealthy',
      message:
        'Liveness probe failed: Get "http://10.0.0.1:9091/health/alive": dial tcp 10.0.0.1:9091: connect: connection refused',
      container,
      count: 12,
      firstAgo: 560,
      lastAgo: 12,
    })
    .withEvent('controller', {
      type: 'Normal',
      reason: 'Killing',
      message: 'Container osm-controller failed liveness probe, will be restarted',
      container,
      count: 4,
      firstAgo: 540,
      lastAgo: 12,
    });
  return silent(killed, 'controller');
}

/** The controller says itself that a sub-probe fails. */
export function answers503(cluster: ClusterBuilder, subProbe: string): ClusterBuilder {
  return cluster
    .withProbe(
      'controller',
      'liveness',
      thrice(answered(503, `Liveness probe for ${subProbe} indicates it is not alive`)),
    )
    .withProbe(
      'controller',
      'readiness',
      thrice(answered(503, `Readiness probe for ${subProbe} indicates it is not ready`)),
    );
}

/** No pod of a component exists, and its ReplicaSet says why. */
export function uncreatable(cluster: ClusterBuilder, role: Role, message: string): ClusterBuilder {
  return cluster
    .withoutPods(role)
    .withEvent(
      { kind: 'ReplicaSet', name: replicaSetName(role, cluster.mesh) },
      { reason: 'FailedCreate', message: `Error creating: ${message}`, count: 12 },
    );
}

/** What the API server says when it cannot ask an injector. */
export const webhookFailed = (why: string, namespace = 'osm-system'): string =>
  `Internal error occurred: failed calling webhook "osm-inject.k8s.io": failed to call webhook: Post "https://osm-injector.${namespace}.svc:9090/mutate-pod-creation?timeout=20s": ${why}`;

/** A component that no node takes. */
export function unschedulable(cluster: ClusterBuilder, role: Role, message: string): ClusterBuilder {
  return cluster
    .withPod(role, ({ status }) => {
      status.phase = 'Pending';
      status.containerStatuses = [];
      status.initContainerStatuses = [];
      status.conditions = [
        {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message,
          lastTransitionTime: undefined,
        },
      ];
    })
    .withEvent(role, { reason: 'FailedScheduling', message });
}

/** Controller and injector wait for the bootstrap in their init containers. */
export function waitingForBootstrap(cluster: ClusterBuilder): ClusterBuilder {
  for (const role of ['controller', 'injector'] as const) {
    cluster
      .withContainer(role, `init-osm-${role}`, { ready: false, state: running(200) })
      .notReady(role, { state: waiting('PodInitializing') });
  }
  return cluster;
}

/** osm-system enrolled in osm2, which injected these components. */
export function injectedBy2(...roles: readonly Role[]): ClusterBuilder {
  const cluster = healthyCluster()
    .withMesh('osm2', 'osm-system-2')
    .withEnrolment('osm-system', 'osm2', { injection: 'enabled', setBy: 'osm' });
  for (const role of roles) cluster.withSidecar(role, { mesh: 'osm2', namespace: 'osm-system-2' });
  return cluster;
}

/** The diagnosis of the control plane in a namespace. */
export function diagnosisOf(cluster: ClusterBuilder, namespace = cluster.mesh.namespace): MeshDiagnosis {
  const run = diagnose(cluster.snapshot(), catalogue);
  const mesh = run.meshes.find((item) => item.mesh.namespace === namespace);
  if (mesh === undefined) throw new Error(`no mesh was found in ${namespace}`);
  return mesh;
}
