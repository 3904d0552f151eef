import { healthyCluster, klog, running, terminated, waiting } from '../../support/cluster-builder.ts';
import type { ClusterBuilder } from '../../support/cluster-builder.ts';
import { flavours } from '#mesh/flavours.ts';
import {
  answers503,
  type Case,
  crashing,
  fatal,
  injectedBy2,
  waitingForBootstrap,
  zerolog,
} from '../breakages.ts';

/** What client-go says of a list whose request did not arrive. */
const unreached = (kind: string, why: string, host = '10.96.0.1:443'): string =>
  klog(
    'E',
    `reflector.go:140] pkg/mod/k8s.io/client-go@v0.26.0/tools/cache/reflector.go:169: Failed to watch *v1.${kind}: failed to list *v1.${kind}: Get "https://${host}/api/v1/${kind.toLowerCase()}s?resourceVersion=7": ${why}`,
  );
const dial = (why: string): string => `dial tcp 10.96.0.1:443: ${why}`;

const smiUnasked = (error: string): string =>
  zerolog('error', 'Error getting resources for groupVersion specs.smi-spec.io/v1alpha4', {
    component: 'smi-mesh-spec',
    error,
  });

/** The init containers of controller and injector end with an exit code of curl, while the bootstrap is Ready. */
function bootstrapUnreached(cluster: ClusterBuilder, exitCode: number, line: string): ClusterBuilder {
  const { waitInit } = flavours[cluster.mesh.flavour];
  for (const role of ['controller', 'injector'] as const) {
    const init = waitInit[role] ?? '';
    cluster
      .withContainer(role, init, {
        ready: false,
        restartCount: 8,
        state: waiting('CrashLoopBackOff', 'back-off 5m0s restarting failed container'),
        lastState: terminated(exitCode, 'Error', 60),
      })
      .notReady(role, { state: waiting('PodInitializing') })
      .withLog(role, [line], { container: init });
  }
  return cluster;
}

/** The way from Pods to the API server and to the bootstrap (reports of operators, classes A and B). */
export const networkCases: readonly Case[] = [
  {
    what: 'the controller asks the API server in vain: its SMI check fails, and kinds are not missing',
    cluster: () =>
      answers503(healthyCluster(), 'SMI')
        .notReady('controller', {
          restartCount: 2,
          lastState: terminated(0, 'Completed', 20),
          state: running(18),
        })
        .withLog('controller', [
          smiUnasked(
            `Get "https://10.96.0.1:443/apis/specs.smi-spec.io/v1alpha4?timeout=32s": ${dial('connect: connection refused')}`,
          ),
          zerolog('warn', 'Liveness probe for SMI indicates it is not alive', { component: 'health' }),
          unreached('Pod', dial('connect: connection refused')),
        ])
        .withLog('injector', [unreached('Namespace', dial('connect: connection refused'))]),
    root: 'api-server-unreachable',
    roots: ['api-server-unreachable'],
    exitCode: 3,
    command: '-n default get endpointslices kubernetes',
    confidence: 'certain',
  },
  {
    what: 'the SMI check names no request, and only says that its time ran out',
    cluster: () =>
      answers503(healthyCluster(), 'SMI')
        .notReady('controller')
        .withLog('controller', [smiUnasked('context deadline exceeded')]),
    root: 'api-server-unreachable',
    roots: ['api-server-unreachable'],
    exitCode: 3,
    command: '-n default get endpointslices kubernetes',
  },
  {
    what: 'the bootstrap of OSM gives up for want of the API server, and the others wait for it',
    cluster: () =>
      waitingForBootstrap(
        crashing(healthyCluster({ flavour: 'osm', version: '1.2.4' }), 'bootstrap', [
          zerolog('fatal', 'Error creating crd : egresses.policy.openservicemesh.io', {
            component: 'osm-bootstrap',
            error: `Post "https://10.96.0.1:443/apis/apiextensions.k8s.io/v1/customresourcedefinitions": ${dial('i/o timeout')}`,
          }),
        ]),
      ),
    root: 'api-server-unreachable',
    roots: ['api-server-unreachable'],
    exitCode: 3,
    command: '-n default get endpointslices kubernetes',
    effects: ['bootstrap-not-ready'],
  },
  {
    what: 'an FSM controller is killed while it waits for its caches: structured klog, no route',
    cluster: () =>
      crashing(
        healthyCluster({ name: 'fsm', namespace: 'fsm-system', flavour: 'fsm', version: '1.5.1' }),
        'controller',
        [
          klog(
            'E',
            String.raw`reflector.go:166] "Unhandled Error" err="pkg/mod/k8s.io/client-go@v0.32.5/tools/cache/reflector.go:251: Failed to watch *v1.Pod: failed to list *v1.Pod: Get \"https://10.96.0.1:443/api/v1/pods?limit=500\": dial tcp 10.96.0.1:443: connect: no route to host" logger="UnhandledError"`,
          ),
          fatal('Error creating informer collection', 'failed initial cache sync for informers'),
        ],
      ),
    root: 'api-server-unreachable',
    roots: ['api-server-unreachable'],
    exitCode: 3,
    command: '-n default get endpointslices kubernetes',
  },
  {
    what: 'the name of the API server cannot be looked up',
    cluster: () =>
      crashing(healthyCluster(), 'injector', [
        fatal(
          'Error initializing certificate manager of kind tresor',
          'Get "https://api.example.com:443/api/v1/namespaces/osm-system/secrets/osm-ca-bundle": dial tcp: lookup api.example.com on 10.96.0.10:53: read udp 10.244.0.9:5312->10.96.0.10:53: i/o timeout',
          { reason: 'FatalInvalidCertificateManager' },
        ),
      ]),
    root: 'api-server-unreachable',
    roots: ['api-server-unreachable'],
    exitCode: 3,
    command: '-n default get endpointslices kubernetes',
  },
  {
    what: 'a foreign sidecar cuts the controller off: the API server is not the root',
    cluster: () =>
      injectedBy2('controller')
        .notReady('controller')
        .withLog('controller', [unreached('Pod', dial('i/o timeout'))]),
    root: 'injected-by-other-mesh',
    roots: ['injected-by-other-mesh'],
    exitCode: 3,
    command: 'namespace',
    effects: ['api-server-unreachable'],
  },
  {
    what: 'the cluster DNS does not know the bootstrap',
    cluster: () =>
      bootstrapUnreached(
        healthyCluster(),
        6,
        'curl: (6) Could not resolve host: osm-bootstrap.osm-system.svc.cluster.local',
      ),
    root: 'bootstrap-unreachable',
    roots: ['bootstrap-unreachable'],
    exitCode: 3,
    command: '-n kube-system get pods -l k8s-app=kube-dns',
    confidence: 'certain',
  },
  {
    what: 'the connection to a Ready FSM bootstrap times out',
    cluster: () =>
      bootstrapUnreached(
        healthyCluster({ name: 'fsm', namespace: 'fsm-system', flavour: 'fsm', version: '1.5.1' }),
        28,
        'curl: (28) Connection timed out after 2002 milliseconds',
      ),
    root: 'bootstrap-unreachable',
    roots: ['bootstrap-unreachable'],
    exitCode: 3,
    command: 'get service fsm-bootstrap',
  },
];
