import type { PodSpec } from '#snapshot/kubernetes.ts';
import { answered, healthyCluster, refused } from '../../support/cluster-builder.ts';
import { withSelector } from '../../support/service-objects.ts';
import { type Case, crashing, thrice, waitingForBootstrap, zerolog } from '../breakages.ts';

const readiness = (change: { port?: number; path?: string }) => (spec: PodSpec) => {
  const main = spec.containers.find(({ name }) => !name.endsWith('-pipy-repo'))!;
  Object.assign(main.readinessProbe!.httpGet!, change);
};

/** What somebody edited by hand (reports of operators, classes K and L). */
export const editCases: readonly Case[] = [
  {
    what: 'the readiness probe asks another port, where nobody listens',
    cluster: () =>
      healthyCluster()
        .withPodSpec('controller', readiness({ port: 9095 }))
        .notReady('controller')
        .withProbe('controller', 'readiness', thrice(refused()))
        .withEvent('controller', {
          reason: 'Unhealthy',
          message:
            'Readiness probe failed: Get "http://10.244.0.28:9095/health/ready": dial tcp 10.244.0.28:9095: connect: connection refused',
          container: 'osm-controller',
          count: 40,
        }),
    root: 'probe-edited',
    roots: ['probe-edited'],
    exitCode: 3,
    command: 'describe pod osm-controller',
  },
  {
    what: 'the readiness probe asks a path that does not exist: 404 is an answer',
    cluster: () =>
      healthyCluster({ name: 'fsm', namespace: 'fsm-system', flavour: 'fsm', version: '1.5.1' })
        .withPodSpec('injector', readiness({ path: '/ready' }))
        .notReady('injector')
        .withProbe('injector', 'readiness', thrice(answered(404, '404 page not found')))
        .withEvent('injector', {
          reason: 'Unhealthy',
          message: 'Readiness probe failed: HTTP probe failed with statuscode: 404',
          container: 'fsm-injector',
          count: 40,
        }),
    root: 'probe-edited',
    roots: ['probe-edited'],
    exitCode: 3,
    command: 'describe pod fsm-injector',
    confidence: 'certain',
  },
  {
    what: 'a process dies whose probe was edited: the probe is not the root',
    cluster: () =>
      crashing(healthyCluster().withPodSpec('controller', readiness({ port: 9095 })), 'controller', [
        'exec /osm-controller: exec format error',
      ]).withChartAnswer('controller', 'readiness', [refused()]),
    root: 'wrong-architecture',
    roots: ['wrong-architecture'],
    exitCode: 3,
    command: 'get node node1',
  },
  {
    what: 'the selector of a Service was edited, while every probe passes',
    cluster: () => withSelector(healthyCluster(), 'osm-injector', { app: 'osm-injectr' }),
    root: 'service-selector-edited',
    roots: ['service-selector-edited'],
    exitCode: 3,
    command: 'get pods -l app=osm-injector --show-labels',
  },
  {
    what: 'the selector of the bootstrap was edited, and the others do not reach it',
    cluster: () => withSelector(waitingForBootstrap(healthyCluster()), 'osm-bootstrap', { app: 'bootstrap' }),
    root: 'service-selector-edited',
    roots: ['service-selector-edited'],
    exitCode: 3,
    command: 'get pods -l app=osm-bootstrap --show-labels',
    effects: ['bootstrap-unreachable'],
  },
  {
    what: 'the CA Secret holds no PEM',
    cluster: () =>
      crashing(healthyCluster(), 'controller', [
        zerolog('error', 'Failed to create new Certificate from PEM', {
          component: '',
          error: 'failed to decode PEM block',
        }),
        zerolog('error', 'error encountered processing MRCEvent', {
          component: 'certificate',
          error: 'failed to decode PEM block',
        }),
        zerolog('fatal', 'Error fetching certificate manager of kind tresor', {
          error: 'manager initialization timed out. Make sure your MeshRootCertificate(s) are valid',
          reason: 'FatalInvalidCertificateManager',
        }),
      ]),
    root: 'ca-secret-broken',
    roots: ['ca-secret-broken'],
    exitCode: 3,
    command: 'describe secret osm-ca-bundle',
  },
];
