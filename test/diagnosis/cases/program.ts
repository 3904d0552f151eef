import { healthyCluster, noAnswer, running, terminated, waiting } from '../../support/cluster-builder.ts';
import { replicaSetOf } from '../../support/objects.ts';
import { type Case, crashing, thrice, waitingForBootstrap } from '../breakages.ts';

const notFound =
  'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/osm-controler": stat /osm-controler: no such file or directory: unknown';

/** The controller answers its probes too late: the kubelet ends it over and over, with a clean log. */
const tooBusy = () =>
  healthyCluster()
    .withContainer('controller', 'osm-controller', {
      restartCount: 14,
      state: running(200),
      lastState: terminated(137, 'Error', 202),
    })
    .withEvent('controller', {
      reason: 'Unhealthy',
      message:
        'Liveness probe failed: Get "http://10.0.0.1:9091/health/alive": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
      container: 'osm-controller',
      count: 46,
      firstAgo: 3300,
      lastAgo: 240,
    })
    .withEvent('controller', {
      type: 'Normal',
      reason: 'Killing',
      message: 'Container osm-controller failed liveness probe, will be restarted',
      container: 'osm-controller',
      count: 5,
      firstAgo: 3280,
      lastAgo: 232,
    });

/** A program that cannot be executed, or has no time to answer (reports of operators, class E). */
export const programCases: readonly Case[] = [
  {
    what: 'the image of the bootstrap is built for another CPU: its log says so',
    cluster: () =>
      waitingForBootstrap(
        crashing(healthyCluster(), 'bootstrap', ['exec /osm-bootstrap: exec format error'], 255),
      ),
    root: 'wrong-architecture',
    roots: ['wrong-architecture'],
    exitCode: 3,
    command: 'get node node1 -L kubernetes.io/arch',
    confidence: 'certain',
    effects: ['bootstrap-not-ready'],
  },
  {
    what: 'the same of the repo server, in the words of an old runtime',
    cluster: () =>
      healthyCluster()
        .withContainer('controller', 'osm-pipy-repo', {
          ready: false,
          restartCount: 6,
          state: waiting('CrashLoopBackOff'),
          lastState: terminated(1, 'Error', 40),
        })
        .withLog('controller', ['standard_init_linux.go:228: exec user process caused: exec format error'], {
          container: 'osm-pipy-repo',
          previous: true,
        }),
    root: 'wrong-architecture',
    roots: ['wrong-architecture'],
    exitCode: 3,
    command: 'get node node1 -L kubernetes.io/arch',
  },
  {
    what: 'the same, where the runtime could not start it at all: the state says so',
    cluster: () =>
      healthyCluster({ name: 'fsm', namespace: 'fsm-system', flavour: 'fsm', version: '1.5.1' }).notReady(
        'injector',
        {
          restartCount: 4,
          state: waiting('CrashLoopBackOff'),
          lastState: {
            ...terminated(128, 'StartError', 30),
            terminated: {
              ...terminated(128, 'StartError', 30).terminated!,
              message:
                'failed to create containerd task: failed to create shim task: exec /fsm-injector: exec format error: unknown',
            },
          },
        },
      ),
    root: 'wrong-architecture',
    roots: ['wrong-architecture'],
    exitCode: 3,
    command: 'get node node1 -L kubernetes.io/arch',
  },
  {
    what: 'the command was mistyped, and the revision before had the right one',
    cluster: () => {
      const cluster = healthyCluster().withPodSpec('controller', (spec) => {
        const main = spec.containers.find(({ name }) => name === 'osm-controller')!;
        main.command = ['/osm-controler'];
      });
      const now = replicaSetOf('controller', cluster.mesh);
      const before = structuredClone(now);
      now.metadata.annotations['deployment.kubernetes.io/revision'] = '2';
      before.metadata.annotations['deployment.kubernetes.io/revision'] = '1';
      before.metadata.name = 'osm-controller-5d4f8b9c7';
      const template = cluster.input().facts.deployments;
      const spec = template.state === 'read' ? template.value[0]!.spec.template.spec : undefined;
      before.spec.replicas = 0;
      before.status.replicas = 0;
      before.spec.template = {
        spec: {
          containers: spec!.containers.map((item) => ({ ...item, command: ['/osm-controller'] })),
          initContainers: [],
        },
      };
      return cluster
        .withFact('replicaSets', { state: 'read', value: [before, now], at: '2026-11-23T09:00:00Z' })
        .notReady('controller', {
          restartCount: 4,
          state: waiting('RunContainerError', notFound),
        });
    },
    root: 'program-not-executable',
    roots: ['program-not-executable'],
    exitCode: 3,
    command: 'describe pod osm-controller',
  },
  {
    what: 'the controller is too busy for its liveness probe, and does not stop in time',
    cluster: () => tooBusy().withProbe('controller', 'readiness', thrice(noAnswer())),
    root: 'busy-process',
    roots: ['busy-process'],
    exitCode: 3,
    command: 'top pod osm-controller',
    confidence: 'certain',
  },
];
