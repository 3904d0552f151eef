import {
  answered,
  healthyCluster,
  noAnswer,
  refused,
  running,
  terminated,
  waiting,
} from '../../support/cluster-builder.ts';
import { type Case, crashing, fatal, injectedBy2, thrice, unschedulable, zerolog } from '../breakages.ts';

/** Probes, replicas, what somebody removed, and several causes at once (design §4, steps 0 and verdict). */
export const healthCases: readonly Case[] = [
  {
    what: 'the liveness sub-probe of the proxy server says no',
    cluster: () =>
      healthyCluster()
        .withContainer('controller', 'osm-controller', {
          restartCount: 3,
          lastState: terminated(0, 'Completed', 20),
          state: running(18),
        })
        .withProbe(
          'controller',
          'liveness',
          thrice(answered(503, 'Liveness probe for pipy-Repo indicates it is not alive')),
        ),
    root: 'liveness-answers-503',
    exitCode: 3,
    command: 'logs',
  },
  {
    what: 'the readiness sub-probe of the proxy server says no',
    cluster: () =>
      healthyCluster()
        .notReady('controller')
        .withProbe(
          'controller',
          'readiness',
          thrice(answered(503, 'Readiness probe for pipy-Repo indicates it is not ready')),
        ),
    root: 'readiness-answers-503',
    roots: ['readiness-answers-503'],
    exitCode: 3,
    command: 'logs',
  },
  {
    what: 'the injector does not answer, and nothing says why',
    cluster: () =>
      healthyCluster()
        .notReady('injector')
        .withProbe('injector', 'liveness', thrice(noAnswer()))
        .withProbe('injector', 'readiness', thrice(refused())),
    root: 'probe-endpoint-unreachable',
    roots: ['probe-endpoint-unreachable'],
    exitCode: 3,
    command: 'logs',
  },
  {
    what: 'one of two controllers answers 503 to its readiness probe, and the other serves',
    cluster: () =>
      healthyCluster()
        .withReplicas('controller', 2)
        .withContainer('controller', 'osm-controller', { ready: false }, 1)
        .withProbe(
          'controller',
          'readiness',
          thrice(answered(503, 'Readiness probe for pipy-Repo indicates it is not ready')),
          'osm-controller',
          1,
        )
        .withLog(
          'controller',
          [
            zerolog('warn', 'Readiness probe for pipy-Repo indicates it is not ready', {
              component: 'health',
            }),
          ],
          { replica: 1 },
        ),
    root: 'readiness-answers-503',
    roots: ['readiness-answers-503'],
    exitCode: 2,
    command: 'logs osm-controller-cf6dd6785-bbbbb',
  },
  {
    what: 'a pod is not Ready, and nothing says why',
    cluster: () => healthyCluster().notReady('injector'),
    root: 'not-ready-unexplained',
    exitCode: 3,
    command: 'describe pod osm-injector',
  },
  {
    what: 'no pod exists, and nothing says why',
    cluster: () => healthyCluster().withoutPods('injector'),
    root: 'not-ready-unexplained',
    exitCode: 3,
    command: 'describe deployment/osm-injector',
  },
  {
    what: 'a component is scaled to zero',
    cluster: () => healthyCluster().withReplicas('injector', 0),
    root: 'scaled-to-zero',
    roots: ['scaled-to-zero'],
    exitCode: 3,
    command: 'scale deployment/osm-injector --replicas=1',
    confidence: 'certain',
  },
  {
    what: 'a component was deleted',
    cluster: () => healthyCluster().withoutDeployment('injector'),
    root: 'component-deleted',
    exitCode: 3,
    command: 'get deployments,pods',
  },
  {
    what: 'only leftovers of a control plane are there',
    cluster: () =>
      healthyCluster().withoutDeployment('controller').withEnrolment('shop', 'osm', { injection: 'enabled' }),
    root: 'control-plane-removed',
    roots: ['control-plane-removed'],
    exitCode: 3,
    command: 'get deployments,pods',
  },
  {
    what: 'errors are logged while everything works',
    cluster: () =>
      healthyCluster().withLog('injector', [
        zerolog('error', 'Error writing response', {
          component: 'sidecar-injector',
          error: 'write: broken pipe',
          error_code: 'E6106',
        }),
      ]),
    root: 'logged-errors',
    exitCode: 2,
    command: 'logs',
  },
  {
    what: 'the kubelet restarted it once, and it is healthy now',
    cluster: () =>
      healthyCluster().withContainer('controller', 'osm-controller', {
        restartCount: 1,
        lastState: terminated(0, 'Completed', 300),
        state: running(299),
      }),
    root: 'failed-before',
    roots: ['failed-before'],
    exitCode: 2,
    command: '-c osm-controller --previous',
    active: false,
  },
  {
    what: 'one of three replicas is killed for memory, the others serve',
    cluster: () =>
      healthyCluster()
        .withReplicas('injector', 3)
        .withContainer(
          'injector',
          'osm-injector',
          { ready: false, restartCount: 1, state: running(4), lastState: terminated(137, 'OOMKilled', 5) },
          1,
        ),
    root: 'out-of-memory',
    exitCode: 2,
    command: 'set resources deployment/osm-injector',
  },
  {
    what: 'two independent causes: no room for the controller, and the injector dies of something else',
    cluster: () =>
      unschedulable(
        crashing(healthyCluster(), 'injector', [fatal('Error creating sidecar driver', 'something new')]),
        'controller',
        '0/3 nodes are available: 3 Insufficient cpu.',
      ),
    root: 'node-resources',
    roots: ['node-resources', 'process-ends'],
    exitCode: 3,
    command: 'describe nodes',
  },
  {
    what: 'two independent causes: SMI is gone for the controller, the injector cannot be pulled',
    cluster: () =>
      healthyCluster()
        .withApi('split.smi-spec.io/v1alpha4', undefined)
        .notReady('controller')
        .withProbe(
          'controller',
          'liveness',
          thrice(answered(503, 'Liveness probe for SMI indicates it is not alive')),
        )
        .notReady('injector', { state: waiting('ImagePullBackOff', 'manifest unknown') }),
    root: 'image-not-pullable',
    roots: ['image-not-pullable', 'smi-api-missing'],
    exitCode: 3,
    command: 'describe pod osm-injector',
  },
  {
    what: 'two independent causes: SMI is gone for the controller, the injector dies of something else',
    cluster: () =>
      crashing(
        healthyCluster()
          .withApi('split.smi-spec.io/v1alpha4', undefined)
          .notReady('controller')
          .withProbe(
            'controller',
            'liveness',
            thrice(answered(503, 'Liveness probe for SMI indicates it is not alive')),
          ),
        'injector',
        [fatal('Error creating sidecar driver', 'something new')],
      ),
    root: 'process-ends',
    roots: ['process-ends', 'smi-api-missing'],
    exitCode: 3,
    command: '--previous',
  },
  {
    what: 'an injected controller, and an injector that is scaled to zero',
    cluster: () => injectedBy2('controller').withReplicas('injector', 0),
    root: 'scaled-to-zero',
    roots: ['scaled-to-zero', 'injected-by-other-mesh'],
    exitCode: 3,
    command: 'scale deployment/osm-injector',
  },
];
