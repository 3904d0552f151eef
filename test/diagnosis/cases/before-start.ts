import { ago, healthyCluster, terminated, waiting } from '../../support/cluster-builder.ts';
import { type Case, crashing, unschedulable, waitingForBootstrap, zerolog } from '../breakages.ts';

/** What keeps a pod from running: nodes, images, configuration, the wait for the bootstrap (facts §2.4, §9). */
export const beforeStartCases: readonly Case[] = [
  {
    what: 'the image does not exist',
    row: 'Control-plane or Pipy image not pullable',
    cluster: () =>
      healthyCluster()
        .withPod('controller', ({ spec }) => {
          const main = spec.containers.find(({ name }) => name === 'osm-controller');
          if (main !== undefined) main.image = 'flomesh/osm-edge-controller:9.9.9';
        })
        .notReady('controller', {
          state: waiting(
            'ImagePullBackOff',
            'Back-off pulling image "flomesh/osm-edge-controller:9.9.9": not found',
          ),
        }),
    root: 'image-not-pullable',
    exitCode: 3,
    command: 'set image deployment/osm-controller osm-controller=flomesh/osm-edge-controller:1.3.9',
    confidence: 'certain',
  },
  {
    what: 'two images one after the other may not be pulled: only that of the newest Pod counts',
    cluster: () =>
      healthyCluster()
        .withReplicas('controller', 2, ({ metadata, spec, status }, replica) => {
          const image = `flomesh/osm-edge-controller:9.9.${replica}`;
          spec.containers.find(({ name }) => name === 'osm-controller')!.image = image;
          metadata.labels['pod-template-hash'] = `hash${replica}`;
          metadata.creationTimestamp = ago(replica === 0 ? 900 : 400);
          status.startTime = metadata.creationTimestamp;
        })
        .withContainer(
          'controller',
          'osm-controller',
          { ready: false, state: waiting('ErrImagePull', 'pull access denied') },
          0,
        )
        .withContainer(
          'controller',
          'osm-controller',
          { ready: false, state: waiting('ErrImagePull', 'pull access denied') },
          1,
        ),
    root: 'image-not-pullable',
    roots: ['image-not-pullable'],
    exitCode: 3,
    command: 'describe pod osm-controller-cf6dd6785-bbbbb',
  },
  {
    what: 'the repo image needs a pull secret',
    row: 'Control-plane or Pipy image not pullable',
    cluster: () =>
      healthyCluster().withContainer('controller', 'osm-pipy-repo', {
        ready: false,
        state: waiting('ErrImagePull', 'pull access denied, authorization failed'),
      }),
    root: 'image-not-pullable',
    exitCode: 3,
    command: 'describe pod osm-controller',
  },
  {
    what: 'the curl image of the init containers cannot be pulled',
    row: '`curlimages/curl` not pullable (air gap, rate limit)',
    cluster: () =>
      healthyCluster()
        .withContainer('injector', 'init-osm-injector', {
          ready: false,
          state: waiting('ImagePullBackOff', 'Back-off pulling image "curlimages/curl": toomanyrequests'),
        })
        .notReady('injector', { state: waiting('PodInitializing') }),
    root: 'image-not-pullable',
    roots: ['image-not-pullable'],
    exitCode: 3,
    command: 'describe pod osm-injector',
  },
  {
    what: 'osm-bootstrap cannot be pulled, and the other two wait for it',
    row: 'osm-bootstrap down / CRDs not applied',
    cluster: () =>
      waitingForBootstrap(
        healthyCluster()
          .notReady('bootstrap', {
            state: waiting(
              'ImagePullBackOff',
              'Back-off pulling image "flomesh/osm-edge-bootstrap:1.3.9": not found',
            ),
          })
          // The pull fails some seconds after the others began to wait; that does not make it their effect.
          .withEvent('bootstrap', {
            reason: 'Failed',
            message: 'Failed to pull image "flomesh/osm-edge-bootstrap:1.3.9": not found',
            container: 'osm-bootstrap',
            firstAgo: 190,
            lastAgo: 20,
          }),
      ),
    root: 'image-not-pullable',
    roots: ['image-not-pullable'],
    exitCode: 3,
    command: 'describe pod osm-bootstrap',
    effects: ['bootstrap-not-ready'],
  },
  {
    what: 'osm-bootstrap dies, and the init containers of the others fail',
    row: 'osm-bootstrap down / CRDs not applied',
    cluster: () => {
      const cluster = waitingForBootstrap(
        crashing(healthyCluster(), 'bootstrap', [
          zerolog('fatal', 'Error creating crd : trafficsplits.split.smi-spec.io', {
            component: 'osm-bootstrap',
            error: 'context deadline exceeded',
          }),
        ]),
      );
      return cluster
        .withContainer('controller', 'init-osm-controller', {
          ready: false,
          restartCount: 2,
          state: waiting('CrashLoopBackOff'),
          lastState: terminated(7, 'Error', 30),
        })
        .withLog(
          'controller',
          ['curl: (7) Failed to connect to osm-bootstrap.osm-system.svc.cluster.local port 9091'],
          {
            container: 'init-osm-controller',
          },
        );
    },
    root: 'process-ends',
    roots: ['process-ends'],
    exitCode: 3,
    command: '--previous',
    effects: ['bootstrap-not-ready'],
  },
  {
    what: 'the bootstrap has no Ready pod, and nothing says why',
    cluster: () => waitingForBootstrap(healthyCluster().withoutPods('bootstrap')),
    root: 'not-ready-unexplained',
    roots: ['not-ready-unexplained'],
    exitCode: 3,
    command: 'describe deployment/osm-bootstrap',
    effects: ['bootstrap-not-ready'],
  },
  {
    what: 'the bootstrap is Ready, and the init containers do not reach it',
    cluster: () => waitingForBootstrap(healthyCluster()),
    root: 'bootstrap-unreachable',
    exitCode: 3,
    command: 'get service osm-bootstrap',
  },
  {
    what: 'no node has the CPU',
    row: 'Node too small (controller 0.5 cpu + injector/bootstrap 0.3 each)',
    cluster: () =>
      unschedulable(healthyCluster(), 'controller', '0/3 nodes are available: 3 Insufficient cpu.'),
    root: 'node-resources',
    roots: ['node-resources'],
    exitCode: 3,
    command: 'describe nodes',
    confidence: 'certain',
  },
  {
    what: 'all nodes are of another architecture',
    row: 'Node arch/os outside linux amd64/arm64',
    cluster: () =>
      unschedulable(
        healthyCluster(),
        'injector',
        "0/2 nodes are available: 2 node(s) didn't match Pod's node affinity/selector.",
      ),
    root: 'node-constraints',
    exitCode: 3,
    command: 'get nodes -o wide -L kubernetes.io/arch -L kubernetes.io/os',
  },
  {
    what: 'the pod was evicted and none replaced it',
    cluster: () =>
      healthyCluster().withPod('controller', ({ status }) => {
        status.phase = 'Failed';
        status.reason = 'Evicted';
        status.message = 'The node was low on resource: memory.';
      }),
    root: 'node-failure',
    exitCode: 3,
    command: 'describe node node1',
  },
  {
    what: 'a Secret that the pod needs is absent',
    cluster: () =>
      healthyCluster().notReady('injector', {
        state: waiting('CreateContainerConfigError', 'secret "osm-extra" not found'),
      }),
    root: 'config-object-missing',
    exitCode: 3,
    command: 'describe secret osm-extra',
  },
  {
    what: 'the pod network is not there',
    cluster: () =>
      healthyCluster()
        .withContainer('controller', 'osm-pipy-repo', { ready: false, state: waiting('ContainerCreating') })
        .withContainer('controller', 'init-osm-controller', {
          ready: false,
          state: waiting('PodInitializing'),
        })
        .notReady('controller', { state: waiting('ContainerCreating') })
        .withEvent('controller', {
          reason: 'FailedCreatePodSandBox',
          message:
            'Failed to create pod sandbox: plugin type="calico" failed (add): connection is unauthorized',
          count: 8,
        }),
    root: 'pod-network',
    roots: ['pod-network'],
    exitCode: 3,
    command: 'describe pod osm-controller',
  },
];
