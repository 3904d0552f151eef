import type { FindingCode } from '#diagnosis/registry.ts';
import type { Role } from '#mesh/identity.ts';
import { customResourceDefinition } from '#snapshot/custom-resource-definition.ts';
import { container as containerSchema, type Pod } from '#snapshot/kubernetes.ts';
import { type Break, logTriggers } from './error-logs/log-triggers.ts';
import { withSelector } from '../support/service-objects.ts';
import { nodesFact } from '../support/node-objects.ts';
import {
  failedCreation,
  terminatingNamespace,
  withCaBundles,
  withConversion,
} from '../support/admission-objects.ts';
import { ahead } from '../support/times.ts';
import { webhookFailed } from '../diagnosis/breakages.ts';
import { webhookOf } from '../support/webhook-objects.ts';
import {
  absent,
  ago,
  answered,
  type ClusterBuilder,
  healthyCluster,
  noAnswer,
  refused,
  running,
  terminated,
  waiting,
} from '../support/cluster-builder.ts';

const addContainer = (name: string, image: string) => (pod: Pod) => {
  pod.spec.containers.push(containerSchema.parse({ name, image }));
};
const event =
  (reason: string, message: string, container?: string): Break =>
  (cluster) =>
    cluster.withEvent('controller', { reason, message, ...(container === undefined ? {} : { container }) });
const main = 'osm-controller';
const day = 24 * 3600;
const gone = {
  name: 'osm-old',
  namespace: 'gone',
  flavour: 'osm-edge',
  version: '1.3.9',
  presence: 'controller',
} as const;

/** The smallest breakage that makes each finding appear. */
export const triggers: Readonly<Record<FindingCode, Break>> = {
  'stray-sidecar': (cluster) =>
    cluster.withSidecar('controller', { mesh: 'osm2', namespace: 'osm-system-2' }),
  'sidecar-in-template': (cluster) =>
    cluster.withDeployment('controller', ({ spec }) => {
      spec.template.spec.containers.push(
        containerSchema.parse({ name: 'sidecar', image: 'flomesh/pipy:0.90.3-38' }),
      );
    }),
  'foreign-mesh-sidecar': (cluster) =>
    cluster.withPod('injector', addContainer('istio-proxy', 'istio/proxyv2:1.20')),
  'injection-label-only': (cluster) =>
    cluster.withIdentity({ flavour: 'osm-edge' }).withPod('controller', (pod) => {
      pod.metadata.labels['fsm-proxy-uuid'] = 'u';
    }),
  'namespace-enrolled': (cluster) => cluster.withEnrolment('osm-system', 'osm2', { injection: 'enabled' }),
  'namespace-enrolled-in-own-mesh': (cluster) => cluster.withEnrolment('osm-system', 'osm', {}),
  'invalid-injection-annotation': (cluster) =>
    cluster.withEnrolment('osm-system', 'osm2', { injection: 'enable' }),
  'pipy-image-in-unknown-container': (cluster) =>
    cluster.withPod('injector', addContainer('helper', 'mirror:5000/a/pipy:1')),
  'unexpected-container': (cluster) => cluster.withPod('injector', addContainer('helper', 'busybox')),

  unschedulable: (cluster) =>
    cluster.notReady('controller', { state: waiting('ContainerCreating') }).withPod('controller', (pod) => {
      const scheduled = pod.status.conditions.find(({ type }) => type === 'PodScheduled')!;
      Object.assign(scheduled, {
        status: 'False',
        reason: 'Unschedulable',
        message: '0/3 nodes are available: 3 Insufficient cpu.',
      });
    }),
  'image-pull': (cluster) =>
    cluster.notReady('controller', { state: waiting('ImagePullBackOff', 'manifest unknown') }),
  'config-missing': (cluster) =>
    cluster.notReady('controller', {
      state: waiting('CreateContainerConfigError', 'configmap "x" not found'),
    }),
  'volume-mount': (cluster) =>
    cluster
      .withPod('controller', (pod) => {
        for (const status of [...pod.status.initContainerStatuses, ...pod.status.containerStatuses]) {
          Object.assign(status, { ready: false, state: waiting('PodInitializing') });
        }
      })
      .notReady('controller', { state: waiting('PodInitializing') })
      .withEvent('controller', {
        reason: 'FailedMount',
        message: 'MountVolume.SetUp failed for volume "ca" : secret "ca" not found',
      }),
  'pod-sandbox': (cluster) =>
    cluster.withEvent('controller', {
      reason: 'FailedCreatePodSandBox',
      message: 'network plugin is not ready',
    }),
  'probe-event-status': event(
    'Unhealthy',
    'Liveness probe failed: HTTP probe failed with statuscode: 503',
    main,
  ),
  'probe-event-refused': event(
    'Unhealthy',
    'Readiness probe failed: Get "http://10.244.0.28:9091/health/ready": dial tcp 10.244.0.28:9091: connect: connection refused',
    main,
  ),
  'probe-event-timeout': event(
    'Unhealthy',
    'Liveness probe failed: Get "http://10.244.0.28:9091/health/alive": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    main,
  ),
  'probe-event-other': event(
    'Unhealthy',
    'Liveness probe failed: Get "http://10.244.0.28:9091/health/alive": EOF',
    main,
  ),
  'killed-by-liveness': (cluster) =>
    cluster.withEvent('controller', {
      type: 'Normal',
      reason: 'Killing',
      message: 'Container osm-controller failed liveness probe, will be restarted',
      container: main,
    }),
  'crash-loop': (cluster) =>
    cluster.notReady('controller', { restartCount: 5, state: waiting('CrashLoopBackOff', 'back-off 5m0s') }),
  'out-of-memory': (cluster) =>
    cluster.withContainer('injector', 'osm-injector', {
      restartCount: 1,
      lastState: terminated(137, 'OOMKilled'),
    }),
  'container-terminated': (cluster) =>
    cluster.withContainer('injector', 'osm-injector', { restartCount: 1, lastState: terminated(2) }),
  'start-failed': (cluster) =>
    cluster.notReady('controller', {
      restartCount: 2,
      state: waiting(
        'RunContainerError',
        'failed to create containerd task: exec: "/osm-controller": stat /osm-controller: no such file or directory: unknown',
      ),
    }),
  evicted: (cluster) =>
    cluster.withPod('controller', (pod) => {
      Object.assign(pod.status, {
        phase: 'Failed',
        reason: 'Evicted',
        message: 'The node was low on resource: memory.',
      });
    }),
  'create-rejected': (cluster) =>
    cluster
      .withoutPods('controller')
      .withFact('replicaSets', absent)
      .withEvent(
        { kind: 'ReplicaSet', name: 'osm-controller-cf6dd6785' },
        { reason: 'FailedCreate', message: 'Error creating: pods "x" is forbidden: exceeded quota: compute' },
      ),
  'app-create-rejected': (cluster) =>
    failedCreation(cluster.withEnrolment('bookstore', 'osm', {}), 'bookstore', {
      message: webhookFailed('dial tcp 10.96.1.2:9090: i/o timeout'),
    }),
  'mesh-fatal-event': event('FatalInitializationError', 'Error starting HTTP server'),
  'init-not-done': (cluster) =>
    cluster.withContainer('controller', 'init-osm-controller', { ready: false, state: running(60) }),
  'node-trouble': event('NodeNotReady', 'Node is not ready'),
  'node-unhealthy': (cluster) =>
    cluster.withFact('nodes', nodesFact({ node1: { conditions: { MemoryPressure: 'True' } } })),
  'hook-job-failed': (cluster) =>
    cluster.withEvent(
      { kind: 'Job', name: 'osm-preinstall' },
      { reason: 'BackoffLimitExceeded', message: 'Job has reached the specified backoff limit' },
    ),
  'transient-event': (cluster) =>
    cluster.withEvent('controller', {
      reason: 'FailedMount',
      message: 'MountVolume.SetUp failed for volume "kube-api-access-x" : failed to sync configmap cache',
      lastAgo: 615,
    }),
  'other-warning-event': event('DNSConfigForming', 'Nameserver limits were exceeded'),

  ...logTriggers,

  'component-missing': (cluster) => cluster.withoutDeployment('injector'),
  'scaled-to-zero': (cluster) => cluster.withReplicas('injector', 0),
  'no-pods': (cluster) => cluster.withoutPods('injector'),
  'component-down': (cluster) => cluster.notReady('injector'),
  'replica-not-ready': (cluster) => cluster.notReady('injector'),
  'probe-status': (cluster) =>
    cluster.withProbe('controller', 'liveness', [
      answered(503, 'Liveness probe for SMI indicates it is not alive'),
    ]),
  'probe-refused': (cluster) =>
    cluster.withProbe('controller', 'readiness', [refused(), refused(), refused()]),
  'probe-no-answer': (cluster) => cluster.withProbe('injector', 'liveness', [noAnswer()]),
  'probe-edited': (cluster) =>
    cluster.withPodSpec('controller', ({ containers }) => {
      const main = containers.find(({ name }) => name === 'osm-controller')!;
      main.livenessProbe!.httpGet!.path = '/healthz';
    }),
  'restarted-before': (cluster) =>
    cluster.withContainer('injector', 'osm-injector', {
      restartCount: 1,
      lastState: terminated(2, 'Error', 300),
    }),
  'rollout-in-progress': (cluster) => withProgress(cluster, 'True', 'ReplicaSetUpdated'),
  'rollout-stuck': (cluster) => withProgress(cluster, 'False', 'ProgressDeadlineExceeded'),
  'control-plane-leftovers': (cluster) =>
    cluster.withIdentity({ presence: 'leftovers' }).withoutDeployment('controller'),
  'service-without-endpoints': (cluster) => cluster.notReady('injector'),
  'service-selects-nothing': (cluster) => withSelector(cluster, 'osm-controller', { app: 'osm-controler' }),
  'stale-webhook': (cluster) => cluster.withWebhook('mutating', webhookOf(gone, 'mutatingWebhook')),
  'smi-kind-not-served': (cluster) => cluster.withApi('split.smi-spec.io/v1alpha4', undefined),
  'crd-missing': (cluster) => cluster.withoutCrd('egresses.policy.openservicemesh.io'),
  'crd-version-not-served': (cluster) => withCrdVersions(cluster, 'v1alpha9'),
  'version-differs': (cluster) => withImage(cluster, 'injector', 'flomesh/osm-edge-injector:1.3.4'),
  'kubernetes-too-old': (cluster) =>
    cluster.withClusterFact('version', { state: 'read', value: { gitVersion: 'v1.18.20' }, at: ago(0) }),
  'sidecar-version-differs': (cluster) =>
    cluster.withMeshConfig({ sidecar: { sidecarImage: 'flomesh/pipy:0.70.0-46' } }),
  'mesh-config-absent': (cluster) => cluster.withMeshConfig(undefined),
  'ca-bundle-not-valid': (cluster) => withCaBundles(cluster, { notAfter: ago(60) }),
  'ca-bundle-expires-soon': (cluster) =>
    withCaBundles(cluster, { notBefore: ago(350 * day), notAfter: ahead(10 * day) }),
  'ca-bundles-differ': (cluster) => withCaBundles(cluster, {}, { sha256: 'BB' }),
  'namespace-terminating': (cluster) => cluster.withFact('namespace', terminatingNamespace('osm-system')),
  'crd-conversion-failing': (cluster) =>
    withConversion(cluster, 'meshconfigs.config.openservicemesh.io', 'gone-system/osm-bootstrap'),
};

function withImage(cluster: ClusterBuilder, role: Role, image: string): ClusterBuilder {
  return cluster.withPodSpec(role, ({ containers }) => {
    containers[0]!.image = image;
  });
}

/** The CRD of egresses serves that version alone. */
function withCrdVersions(cluster: ClusterBuilder, served: string): ClusterBuilder {
  const { customResourceDefinitions: crds } = cluster.input().facts;
  const value = (crds.state === 'read' ? crds.value : []).map((crd) =>
    crd.metadata.name === 'egresses.policy.openservicemesh.io'
      ? customResourceDefinition.parse({
          metadata: crd.metadata,
          spec: {
            group: 'policy.openservicemesh.io',
            names: { kind: 'Egress' },
            versions: [{ name: served, served: true, storage: true }],
          },
        })
      : crd,
  );
  return cluster.withClusterFact('customResourceDefinitions', { state: 'read', value, at: ago(0) });
}

function withProgress(cluster: ClusterBuilder, status: string, reason: string): ClusterBuilder {
  return cluster.withDeployment('controller', (deployment) => {
    deployment.status.conditions = [
      { type: 'Progressing', status, reason, message: 'as the controller says', lastTransitionTime: ago(30) },
    ];
  });
}

/** A cluster that shows the finding. */
export function clusterWith(code: FindingCode): ClusterBuilder {
  return triggers[code](healthyCluster());
}
