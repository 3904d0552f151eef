import { container } from '#snapshot/kubernetes.ts';
import { type ClusterBuilder, healthyCluster } from '../../support/cluster-builder.ts';
import type { Variant } from './variant.ts';

const withoutRepo = (cluster: ClusterBuilder): ClusterBuilder =>
  cluster.withPodSpec('controller', (spec) => {
    spec.containers = spec.containers.filter(({ name }) => name !== 'osm-pipy-repo');
  });

const withArguments = (cluster: ClusterBuilder, ...more: readonly string[]): ClusterBuilder => {
  for (const role of ['controller', 'injector'] as const) {
    cluster.withPodSpec(role, ({ containers }) => {
      const main = containers.find(({ name }) => name === `osm-${role}`)!;
      main.args = [
        ...main.args.filter((word) => word !== '--certificate-manager' && word !== 'tresor'),
        ...more,
      ];
    });
  }
  return cluster;
};

/** What a chart's values, or whoever enrols namespaces, may choose. */
export const settings: readonly Variant[] = [
  {
    what: 'a readiness probe on another path that passes all the same',
    cluster: () =>
      healthyCluster().withPodSpec('controller', ({ containers }) => {
        const main = containers.find(({ name }) => name === 'osm-controller')!;
        main.readinessProbe!.httpGet!.path = '/version';
      }),
  },
  {
    what: 'the log of an init container that is done was pruned',
    cluster: () => {
      const cluster = healthyCluster();
      const { logs } = cluster.input().facts;
      const key = `${cluster.podName('controller')}/init-osm-controller/current`;
      const message = 'unable to retrieve container logs for containerd://0123';
      return cluster.withFact('logs', {
        ...logs,
        [key]: { state: 'failed', error: { kind: 'invalid', message } },
      });
    },
  },
  { what: 'a standalone repo server: controller 1/1', cluster: () => withoutRepo(healthyCluster()) },
  {
    what: 'the envoy class: no repo, and a port for ADS',
    cluster: () =>
      withoutRepo(healthyCluster()).withPodSpec('controller', ({ containers }) => {
        containers[0]!.ports.push({ name: 'ads-port', containerPort: 15128, protocol: 'TCP' });
      }),
  },
  {
    what: 'Fluent Bit beside the controller: 3/3',
    cluster: () =>
      healthyCluster().withPodSpec('controller', ({ containers }) => {
        containers.push(container.parse({ name: 'fluentbit-logger', image: 'fluent/fluent-bit:1.6.4' }));
      }),
  },
  {
    what: 'Fluent Bit under a name of its own',
    cluster: () =>
      healthyCluster().withPodSpec('controller', ({ containers }) => {
        containers.push(
          container.parse({ name: 'shipper', image: 'registry.local:5000/fluent/fluent-bit:2.0' }),
        );
      }),
  },
  {
    what: 'three replicas by the HPA',
    cluster: () =>
      healthyCluster().withReplicas('controller', 3).withReplicas('injector', 3).withEvent(
        { kind: 'HorizontalPodAutoscaler', name: 'osm-controller-hpa' },
        {
          type: 'Normal',
          reason: 'SuccessfulRescale',
          message: 'New size: 3',
          reporter: 'horizontal-pod-autoscaler',
        },
      ),
  },
  {
    what: 'cert-manager',
    cluster: () =>
      withArguments(
        healthyCluster(),
        '--certificate-manager',
        'cert-manager',
        '--cert-manager-issuer-name=osm-ca',
      ),
  },
  {
    what: 'Vault',
    cluster: () =>
      withArguments(healthyCluster(), '--certificate-manager=vault', '--vault-host', 'vault.vault'),
  },
  {
    what: 'the reconciler on',
    cluster: () => withArguments(healthyCluster(), '--certificate-manager', 'tresor', '--enable-reconciler'),
  },
  {
    what: 'enforceSingleMesh',
    cluster: () =>
      healthyCluster().withDeployment('controller', ({ metadata }) => {
        metadata.labels['enforceSingleMesh'] = 'true';
      }),
  },
  {
    what: 'the namespace label that Helm writes',
    cluster: () => healthyCluster().withNamespace('osm-system', { name: 'osm-system' }),
  },
  {
    what: 'enrolled in its own mesh, kept apart by the name label',
    cluster: () => healthyCluster().withEnrolment('osm-system', 'osm', { labels: { name: 'osm-system' } }),
  },
  ...['openservicemesh.io/ignore', 'control-plane'].map((label) => ({
    what: `enrolled in its own mesh, withCredentialErrors by ${label}`,
    cluster: () => healthyCluster().withEnrolment('osm-system', 'osm', { labels: { [label]: 'true' } }),
  })),
  {
    what: 'enrolled in another mesh, withCredentialErrors by the ignore label',
    cluster: () =>
      healthyCluster()
        .withMesh('osm2', 'osm-system-2')
        .withEnrolment('osm-system', 'osm2', {
          injection: 'enabled',
          labels: { 'openservicemesh.io/ignore': 'true' },
        }),
  },
  {
    what: 'application namespaces of its own',
    cluster: () =>
      healthyCluster()
        .withEnrolment('shop', 'osm', { injection: 'enabled' })
        .withEnrolment('bank', 'osm', { injection: 'disabled' })
        .withEnrolment('club', 'osm'),
  },
  {
    what: 'two meshes of two versions side by side',
    cluster: () => healthyCluster().withMesh('osm2', 'osm-system-2', { version: '1.2.3' }),
  },
  {
    what: 'an FSM mesh beside it',
    cluster: () => healthyCluster().withMesh('fsm', 'fsm-system', { flavour: 'fsm', version: '1.5.1' }),
  },
];
