import { healthyCluster, refused } from '../../support/cluster-builder.ts';
import { container as containerSchema } from '#snapshot/kubernetes.ts';
import { type Case, injectedBy2, silent, thrice, uncreatable } from '../breakages.ts';

/** Sidecars and enrolments (facts §1.4, §3). */
export const injectionCases: readonly Case[] = [
  {
    what: 'another mesh injected its sidecar',
    row: 'Stray sidecar from another mesh',
    cluster: () => {
      const cluster = injectedBy2('controller').notReady('controller');
      return silent(cluster, 'controller').withEvent('controller', {
        reason: 'Unhealthy',
        message:
          'Liveness probe failed: Get "http://10.0.0.1:15901/osm-healthcheck": dial tcp 10.0.0.1:15901: connect: connection refused',
        container: 'osm-controller',
        count: 40,
        firstAgo: 600,
      });
    },
    root: 'injected-by-other-mesh',
    roots: ['injected-by-other-mesh'],
    exitCode: 3,
    command: 'label namespace osm-system openservicemesh.io/monitored-by-',
    confidence: 'certain',
  },
  {
    what: 'the enrolment is gone, the sidecars are still there',
    cluster: () =>
      healthyCluster()
        .withMesh('osm2', 'osm-system-2')
        .withSidecar('injector', { mesh: 'osm2', namespace: 'osm-system-2' }),
    root: 'injected-by-other-mesh',
    exitCode: 3,
    command: 'rollout restart deployment/osm-injector',
  },
  {
    what: 'the sidecar stands in the Deployment itself',
    cluster: () =>
      healthyCluster()
        .withMesh('osm2', 'osm-system-2')
        .withSidecar('controller', { mesh: 'osm2', namespace: 'osm-system-2' })
        .withDeployment('controller', ({ spec }) => {
          spec.template.spec.containers.push(
            containerSchema.parse({ name: 'sidecar', image: 'flomesh/pipy:0.90.3-38' }),
          );
        }),
    root: 'sidecar-in-template',
    roots: ['sidecar-in-template'],
    exitCode: 3,
    command: '"$patch":"delete","name":"sidecar"',
  },
  {
    what: 'a mesh that is gone left its enrolment and its sidecar',
    cluster: () =>
      healthyCluster()
        .withEnrolment('osm-system', 'osm-old', { injection: 'TRUE' })
        .withSidecar('controller', { mesh: 'osm-old', namespace: 'old-system' }),
    root: 'injected-by-other-mesh',
    exitCode: 3,
    command: 'label namespace osm-system openservicemesh.io/monitored-by-',
  },
  {
    what: 'an FSM mesh enrolled the namespace: its own CLI takes it out',
    cluster: () => {
      const cluster = healthyCluster().withMesh('fsm', 'fsm-system', { flavour: 'fsm', version: '1.5.1' });
      return cluster.withNamespace(
        'osm-system',
        { 'flomesh.io/monitored-by': 'fsm' },
        { 'flomesh.io/sidecar-injection': 'enabled' },
      );
    },
    root: 'enrolled-in-other-mesh',
    exitCode: 2,
    command: 'label namespace osm-system flomesh.io/monitored-by-',
  },
  {
    what: 'Istio injected its proxy',
    cluster: () =>
      healthyCluster().withPod('controller', ({ spec }) => {
        spec.containers.push(containerSchema.parse({ name: 'istio-proxy', image: 'istio/proxyv2:1.24.0' }));
      }),
    root: 'injected-by-other-product',
    exitCode: 3,
    command: 'istio-injection=disabled',
    confidence: 'certain',
  },
  {
    what: 'Linkerd injected its proxy, and the probes fail behind it',
    cluster: () =>
      healthyCluster()
        .withPod('injector', ({ spec }) => {
          spec.containers.push(containerSchema.parse({ name: 'linkerd-proxy', image: 'l5d/proxy:2' }));
        })
        .withProbe('injector', 'liveness', thrice(refused())),
    root: 'injected-by-other-product',
    roots: ['injected-by-other-product'],
    exitCode: 3,
    command: 'annotate namespace osm-system linkerd.io/inject=disabled',
  },
  {
    what: 'the namespace is enrolled elsewhere, and the next restart injects',
    cluster: () =>
      healthyCluster()
        .withMesh('osm2', 'osm-system-2')
        .withEnrolment('osm-system', 'osm2', { injection: 'Yes' }),
    root: 'enrolled-in-other-mesh',
    exitCode: 2,
    command: 'label namespace osm-system openservicemesh.io/monitored-by-',
  },
  {
    what: 'the namespace is enrolled in its own mesh and nothing guards it',
    cluster: () => healthyCluster().withEnrolment('osm-system', 'osm'),
    root: 'enrolled-in-own-mesh',
    exitCode: 2,
    command: 'label namespace osm-system openservicemesh.io/monitored-by-',
  },
  {
    what: 'the injection annotation has a value that is none',
    row: 'Invalid injection annotation on the control-plane namespace of an enrolled ns',
    cluster: () =>
      uncreatable(
        healthyCluster()
          .withMesh('osm2', 'osm-system-2')
          .withEnrolment('osm-system', 'osm2', { injection: 'enable' }),
        'controller',
        'admission webhook "osm-inject.k8s.io" denied the request: Invalid annotation value for key "openservicemesh.io/sidecar-injection": enable',
      ),
    root: 'invalid-injection-annotation',
    roots: ['invalid-injection-annotation'],
    exitCode: 3,
    command: 'get namespace osm-system',
    confidence: 'certain',
  },
  {
    what: 'a pod template has an injection annotation that is none',
    cluster: () =>
      healthyCluster()
        .withMesh('osm2', 'osm-system-2')
        .withEnrolment('osm-system', 'osm2')
        .withPod('injector', ({ metadata }) => {
          metadata.annotations['openservicemesh.io/sidecar-injection'] = 'on';
        }),
    root: 'invalid-injection-annotation',
    exitCode: 2,
    command: 'patch deployment osm-injector',
  },
];
