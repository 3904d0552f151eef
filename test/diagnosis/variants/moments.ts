import {
  ago,
  healthyCluster,
  klog,
  refused,
  running,
  terminated,
  waiting,
  zerolog,
} from '../../support/cluster-builder.ts';
import { nodesFact } from '../../support/node-objects.ts';
import type { Variant } from './variant.ts';

/** What a healthy control plane may just be going through, or has been through. */
export const moments: readonly Variant[] = [
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
    what: 'an API server that was restarted half an hour ago',
    cluster: () =>
      healthyCluster().withLog(
        'controller',
        [
          klog(
            'E',
            'reflector.go:140] Failed to watch *v1.Pod: Get "https://10.96.0.1:443/api/v1/pods": dial tcp 10.96.0.1:443: connect: connection refused',
          ),
          zerolog('info', 'http-server', 'Starting API Server on 9091'),
        ],
        { firstAgo: 1800 },
      ),
  },
  {
    what: 'a pod that was evicted days ago beside its successor',
    cluster: () =>
      healthyCluster()
        .withReplicas('controller', 2, ({ metadata, status }, replica) => {
          if (replica === 0) return;
          metadata.creationTimestamp = ago(400_000);
          Object.assign(status, {
            phase: 'Failed',
            reason: 'Evicted',
            message: 'The node was low on resource: memory.',
            conditions: [],
            containerStatuses: status.containerStatuses.map((container) => ({
              ...container,
              ready: false,
              state: terminated(137, 'ContainerStatusUnknown', 390_000),
            })),
          });
        })
        .withLog('controller', [zerolog('fatal', 'kube-events', 'Error creating informer collection')], {
          replica: 1,
        })
        .withDeployment('controller', ({ spec }) => {
          spec.replicas = 1;
        }),
  },
  {
    what: 'a first installation, seconds old: the bootstrap is not up yet, and the others wait',
    cluster: () => {
      const cluster = healthyCluster();
      for (const role of ['controller', 'injector', 'bootstrap'] as const) {
        cluster
          .notReady(role, { state: role === 'bootstrap' ? running(3) : waiting('PodInitializing') })
          .withPod(role, ({ metadata, status }) => {
            metadata.creationTimestamp = ago(6);
            status.startTime = ago(6);
          })
          .withProbe(role, 'liveness', [refused()])
          .withProbe(role, 'readiness', [refused()]);
      }
      for (const role of ['controller', 'injector'] as const) {
        const container = `init-osm-${role}`;
        cluster
          .withContainer(role, container, { ready: false, state: running(2) })
          .withLog(role, ['curl: (7) Failed to connect to osm-bootstrap.osm-system.svc.cluster.local'], {
            container,
          });
      }
      return cluster.withEvent('bootstrap', {
        reason: 'Unhealthy',
        message:
          'Readiness probe failed: Get "http://10.244.0.28:9091/healthz": dial tcp 10.244.0.28:9091: connect: connection refused',
        container: 'osm-bootstrap',
        lastAgo: 1,
      });
    },
  },
  {
    what: 'a cordoned node whose Pods run on',
    cluster: () => healthyCluster().withFact('nodes', nodesFact({ node1: { cordoned: true } })),
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
