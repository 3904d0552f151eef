import { container } from '#snapshot/kubernetes.ts';
import {
  ago,
  type ClusterBuilder,
  healthyCluster,
  klog,
  refused,
  running,
  terminated,
  waiting,
  zerolog,
} from '../support/cluster-builder.ts';

/** A control plane in which nothing is wrong, however it looks. */
export interface Variant {
  readonly what: string;
  readonly cluster: () => ClusterBuilder;
}

const released = (version: string): Variant => ({
  what: `osm-edge ${version}`,
  cluster: () => healthyCluster({ version }),
});

const fsm = (version: string) =>
  healthyCluster({ name: 'fsm', namespace: 'fsm-system', flavour: 'fsm', version });

/** Every image of the control plane written in another way. */
function withImages(cluster: ClusterBuilder, rewrite: (image: string) => string): ClusterBuilder {
  for (const role of ['controller', 'injector', 'bootstrap'] as const) {
    cluster.withPodSpec(role, ({ containers, initContainers }) => {
      for (const item of [...containers, ...initContainers]) item.image = rewrite(item.image);
    });
  }
  return cluster;
}

const digest = 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

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

const versions: readonly Variant[] = [
  ...['1.1.0', '1.1.3', '1.2.0', '1.2.3', '1.3.0', '1.3.3', '1.3.4', '1.3.5', '1.3.8', '1.3.9'].map(released),
  {
    what: 'the chart of v1.1.3 that says 1.1.1',
    cluster: () => healthyCluster({ version: '1.1.1' }),
  },
  ...['1.1.0', '1.2.0', '1.2.4'].map((version) => ({
    what: `OSM ${version}`,
    cluster: () => healthyCluster({ flavour: 'osm', version }),
  })),
  {
    what: 'OSM 1.2 pinned by digest',
    cluster: () =>
      withImages(healthyCluster({ flavour: 'osm', version: '1.2.4' }), (image) =>
        image.replace(/:[^/]*$/, `@${digest}`),
      ),
  },
  ...['1.0.0', '1.1.4', '1.2.9', '1.5.1'].map((version) => ({
    what: `FSM ${version}`,
    cluster: () => fsm(version),
  })),
  {
    what: 'FSM in NodeLevel mode, whose injection is a label only',
    cluster: () =>
      fsm('1.5.1').withPod('controller', ({ metadata }) => {
        metadata.labels['fsm-proxy-uuid'] = '11111111-2222-3333-4444-555555555555';
      }),
  },
];

const images: readonly Variant[] = [
  {
    what: 'ubi8 images',
    cluster: () =>
      withImages(healthyCluster(), (image) =>
        image
          .replace('flomesh/pipy-repo', 'quay.io/flomesh/pipy-ubi8')
          .replace(/flomesh\/(osm-edge-\w+)/, 'quay.io/flomesh/$1-ubi8')
          .replace('curlimages/curl', 'quay.io/flomesh/curl-ubi8:7.84.0'),
      ),
  },
  {
    what: 'a mirror registry with a port',
    cluster: () => withImages(healthyCluster(), (image) => `registry.local:5000/mirror/${image}`),
  },
  {
    what: 'a mirror registry that renames the repo to pipy',
    cluster: () =>
      withImages(healthyCluster(), (image) =>
        image.replace('flomesh/pipy-repo', 'registry.local:5000/mirror/flomesh/pipy'),
      ),
  },
  {
    what: 'images by digest',
    cluster: () => withImages(healthyCluster(), (image) => image.replace(/:[^/]*$/, `@${digest}`)),
  },
  {
    what: 'images by tag and digest',
    cluster: () => withImages(healthyCluster(), (image) => `${image}@${digest}`),
  },
];

const settings: readonly Variant[] = [
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
    what: `enrolled in its own mesh, guarded by ${label}`,
    cluster: () => healthyCluster().withEnrolment('osm-system', 'osm', { labels: { [label]: 'true' } }),
  })),
  {
    what: 'enrolled in another mesh, guarded by the ignore label',
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

const moments: readonly Variant[] = [
  {
    what: 'a rollout inside its deadline',
    cluster: () =>
      healthyCluster()
        .withReplicas('controller', 2)
        .withContainer('controller', 'osm-controller', { ready: false, state: running(15) }, 1)
        .withPod('controller', ({ metadata, status }) => {
          if (metadata.name.endsWith('bbbbb')) {
            metadata.creationTimestamp = ago(20);
            status.startTime = ago(20);
          }
        })
        .withProbe('controller', 'liveness', [refused(), refused(), refused()], 'osm-controller', 1)
        .withProbe('controller', 'readiness', [refused(), refused(), refused()], 'osm-controller', 1)
        .withEvent(
          { kind: 'Pod', name: 'osm-controller-cf6dd6785-bbbbb' },
          {
            reason: 'Unhealthy',
            message:
              'Liveness probe failed: Get "http://10.244.0.29:9091/health/alive": dial tcp 10.244.0.29:9091: connect: connection refused',
            container: 'osm-controller',
            lastAgo: 4,
          },
        )
        .withDeployment('controller', ({ status }) => {
          status.conditions = [
            {
              type: 'Progressing',
              status: 'True',
              reason: 'ReplicaSetUpdated',
              message: 'ReplicaSet "osm-controller-cf6dd6785" is progressing.',
              lastTransitionTime: ago(20),
            },
          ];
        }),
  },
  {
    what: 'a one-off FailedMount of a pod that became Ready',
    cluster: () =>
      healthyCluster().withEvent('injector', {
        reason: 'FailedMount',
        message:
          'MountVolume.SetUp failed for volume "kube-api-access-x" : failed to sync configmap cache: timed out',
        lastAgo: 615,
      }),
  },
  {
    what: 'probes that failed only while the pod started',
    cluster: () =>
      healthyCluster().withEvent('controller', {
        reason: 'Unhealthy',
        message:
          'Readiness probe failed: Get "http://10.244.0.28:9091/health/ready": dial tcp 10.244.0.28:9091: connect: connection refused',
        container: 'osm-controller',
        count: 2,
        firstAgo: 608,
        lastAgo: 598,
      }),
  },
  {
    what: 'an image pull that went through at the second try',
    cluster: () =>
      healthyCluster().withEvent('bootstrap', {
        reason: 'Failed',
        message: 'Failed to pull image "flomesh/osm-edge-bootstrap:1.3.9": net/http: TLS handshake timeout',
        container: 'osm-bootstrap',
        lastAgo: 612,
      }),
  },
  {
    what: 'a quota that was raised: the ReplicaSet has its pods now',
    cluster: () =>
      healthyCluster().withEvent(
        { kind: 'ReplicaSet', name: 'osm-controller-cf6dd6785' },
        {
          reason: 'FailedCreate',
          message: 'Error creating: exceeded quota: compute',
          count: 7,
          lastAgo: 640,
        },
      ),
  },
  {
    what: 'an event of a pod that is gone',
    cluster: () =>
      healthyCluster().withEvent(
        { kind: 'Pod', name: 'osm-controller-7d9f8b6c5-zzzzz' },
        {
          reason: 'Unhealthy',
          message: 'Liveness probe failed: HTTP probe failed with statuscode: 503',
          lastAgo: 1800,
        },
      ),
  },
  {
    what: 'the only restart of a controller that asked for its repo too early',
    cluster: () =>
      healthyCluster()
        .withContainer('controller', 'osm-controller', {
          restartCount: 1,
          lastState: terminated(1, 'Error', 600),
          state: running(598),
        })
        .withEvent('controller', {
          reason: 'FatalInitializationError',
          message: 'Error initializing proxy control server',
          reporter: 'osm-controller',
          lastAgo: 601,
        })
        .withLog(
          'controller',
          [
            zerolog('error', 'flomesh-pipy', 'Pipy Repo is not UP:', {
              error: 'connect: connection refused',
            }),
            zerolog('fatal', 'kube-events', 'Error initializing proxy control server', {
              reason: 'FatalInitializationError',
            }),
          ],
          { previous: true },
        ),
  },
  {
    what: 'benign lines of a start and of a normal end',
    cluster: () =>
      healthyCluster().withLog('controller', [
        klog('W', 'client_config.go:614] Neither --kubeconfig nor --master was specified.'),
        zerolog('error', 'flomesh-pipy', 'error happened while getting Codebase[/]', {
          error: 'connection refused',
        }),
        zerolog('error', 'flomesh-pipy', 'Repo is not up, sleeping ...'),
        zerolog('info', 'flomesh-pipy', 'Repo is READY!'),
        zerolog('info', 'http-server', 'Starting API Server on 9091'),
        zerolog('error', 'webhook', 'osm-validator webhook HTTP server shutdown', {
          error: 'http: Server closed',
        }),
        zerolog('error', 'certificate', 'context canceled with error. stopping MRC watch...'),
        zerolog('info', 'kube-controller', 'did not find pod for proxy', { code: 'E5002' }),
        zerolog('error', 'mesh-catalog', 'Error fetching HTTPRouteGroup', { code: 'E2005' }),
      ]),
  },
  {
    what: 'a pod that is being deleted beside its successor',
    cluster: () =>
      healthyCluster()
        .withReplicas('injector', 2)
        .withContainer('injector', 'osm-injector', { ready: false, state: waiting('ContainerCreating') }, 0)
        .withPod('injector', ({ metadata }) => {
          if (metadata.name.endsWith('aaaaa')) metadata.deletionTimestamp = ago(5);
        })
        .withDeployment('injector', ({ spec }) => {
          spec.replicas = 1;
        }),
  },
];

export const variants: readonly Variant[] = [...versions, ...images, ...settings, ...moments];
