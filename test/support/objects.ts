import { flavours } from '#mesh/flavours.ts';
import type { MeshIdentity, Role } from '#mesh/identity.ts';
import {
  type ContainerState,
  type ContainerStatus,
  type Deployment,
  deployment,
  type Pod,
  pod,
  type ReplicaSet,
  replicaSet,
  type Service,
  service,
} from '#snapshot/kubernetes.ts';
import { serviceEndpoints, type ServiceEndpoints } from '#snapshot/service-endpoints.ts';
import { containersOf, initContainersOf } from './component-containers.ts';
import { ago } from './times.ts';

export { webhookOf } from './webhook-objects.ts';

/** Healthy objects of an osm-edge 1.3.9 control plane, as the chart makes them (facts §1.1, §2.1). */

const hashes: Readonly<Record<Role, string>> = {
  controller: 'cf6dd6785',
  injector: '847c965c',
  bootstrap: '65f999878b',
};

function podSpecOf(role: Role, mesh: MeshIdentity) {
  return {
    nodeName: 'node1',
    serviceAccountName: mesh.name,
    containers: containersOf(role, mesh),
    initContainers: initContainersOf(role, mesh),
  };
}

const chartLabels = (mesh: MeshIdentity) => ({
  'app.kubernetes.io/name': flavours[mesh.flavour].chartName,
  'app.kubernetes.io/instance': mesh.name,
  'app.kubernetes.io/version': `v${mesh.version}`,
});

/** A running container that has been up for ten minutes. */
export const running = (seconds = 600): ContainerState =>
  ({ running: { startedAt: ago(seconds) } }) as ContainerState;

/** A container that waits, e.g. for `CrashLoopBackOff`. */
export const waiting = (reason: string, message = ''): ContainerState =>
  ({ waiting: { reason, message } }) as ContainerState;

/** A container that ended so many seconds ago. */
export const terminated = (
  exitCode: number,
  reason = exitCode === 0 ? 'Completed' : 'Error',
  seconds = 120,
): ContainerState =>
  ({
    terminated: { exitCode, reason, startedAt: ago(seconds + 20), finishedAt: ago(seconds) },
  }) as ContainerState;

/** The status of a container that is Ready and was never restarted. */
export function runningStatus(name: string, image: string): ContainerStatus {
  return {
    name,
    image: `docker.io/${image}`,
    ready: true,
    started: true,
    restartCount: 0,
    state: running(),
    lastState: undefined,
  };
}

/** Name of a component's ReplicaSet. */
export function replicaSetName(role: Role, mesh: MeshIdentity): string {
  return `${flavours[mesh.flavour].apps[role]}-${hashes[role]}`;
}

/** A Ready pod that is ten minutes old. `suffix` makes several replicas. */
export function podOf(role: Role, mesh: MeshIdentity, suffix = 'aaaaa'): Pod {
  const spec = podSpecOf(role, mesh);
  const app = flavours[mesh.flavour].apps[role];
  const conditions = ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'];
  return pod.parse({
    metadata: {
      name: `${replicaSetName(role, mesh)}-${suffix}`,
      namespace: mesh.namespace,
      uid: `uid-${app}-${suffix}`,
      labels: { app, 'pod-template-hash': hashes[role], ...chartLabels(mesh) },
      creationTimestamp: ago(620),
      ownerReferences: [{ kind: 'ReplicaSet', name: replicaSetName(role, mesh) }],
    },
    spec,
    status: {
      phase: 'Running',
      podIP: '10.244.0.28',
      startTime: ago(620),
      conditions: conditions.map((type) => ({ type, status: 'True', lastTransitionTime: ago(580) })),
      initContainerStatuses: spec.initContainers.map(({ name }) => ({
        name,
        ready: true,
        restartCount: 0,
        state: terminated(0, 'Completed', 610),
      })),
      containerStatuses: spec.containers.map(({ name, image }) => runningStatus(name, image)),
    },
  });
}

/** A Deployment whose rollout is complete. */
export function deploymentOf(role: Role, mesh: MeshIdentity, replicas = 1): Deployment {
  const app = flavours[mesh.flavour].apps[role];
  return deployment.parse({
    metadata: {
      name: app,
      namespace: mesh.namespace,
      labels: { app, meshName: mesh.name, ...chartLabels(mesh) },
      creationTimestamp: ago(620),
    },
    spec: {
      replicas,
      progressDeadlineSeconds: 600,
      selector: { matchLabels: { app } },
      template: { metadata: { labels: { app } }, spec: podSpecOf(role, mesh) },
    },
    status: {
      replicas,
      readyReplicas: replicas,
      updatedReplicas: replicas,
      availableReplicas: replicas,
      conditions: [{ type: 'Progressing', status: 'True', reason: 'NewReplicaSetAvailable' }],
    },
  });
}

/** `wanted` pods were asked for, `replicas` of them exist. */
export function replicaSetOf(role: Role, mesh: MeshIdentity, replicas = 1, wanted = replicas): ReplicaSet {
  const app = flavours[mesh.flavour].apps[role];
  return replicaSet.parse({
    metadata: {
      name: replicaSetName(role, mesh),
      namespace: mesh.namespace,
      labels: { app, 'pod-template-hash': hashes[role] },
      ownerReferences: [{ kind: 'Deployment', name: app }],
    },
    spec: { replicas: wanted },
    status: { replicas, readyReplicas: replicas },
  });
}

/** Which component's pods stand behind each Service (facts §1.1). */
export const serviceRoles = {
  controller: 'controller',
  validator: 'controller',
  injector: 'injector',
  bootstrap: 'bootstrap',
} as const satisfies Record<string, Role>;

export function serviceOf(name: string, app: string, namespace: string): Service {
  return service.parse({ metadata: { name, namespace }, spec: { selector: { app }, ports: [] } });
}

/** Endpoints that agree with the readiness of the pods behind them. */
export function endpointsOf(name: string, namespace: string, pods: readonly Pod[]): ServiceEndpoints {
  const isReady = ({ status }: Pod): boolean =>
    status.conditions.some((condition) => condition.type === 'Ready' && condition.status === 'True');
  const address = ({ metadata, status }: Pod) => ({ ip: status.podIP ?? '', pod: metadata.name });
  return serviceEndpoints.parse({
    service: name,
    namespace,
    ready: pods.filter(isReady).map(address),
    notReady: pods.filter((item) => !isReady(item)).map(address),
  });
}
