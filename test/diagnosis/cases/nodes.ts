import { ago, type ClusterBuilder, healthyCluster, waiting } from '../../support/cluster-builder.ts';
import { nodesFact } from '../../support/node-objects.ts';
import { type Case, unschedulable } from '../breakages.ts';

/** Pods that the kubelet evicted stay as objects, and their containers say nothing about now. */
function evicted(cluster: ClusterBuilder, count: number): ClusterBuilder {
  const pods = cluster.input().facts.pods;
  const all = pods.state === 'read' ? pods.value : [];
  const controller = all.find(({ metadata }) => metadata.name === cluster.podName('controller'))!;
  const old = Array.from({ length: count }, (_, i) => {
    const pod = structuredClone(controller);
    pod.metadata.name = `osm-controller-cf6dd6785-old0${i}`;
    pod.metadata.creationTimestamp = ago(4000 + i * 100);
    pod.spec.nodeName = 'node1';
    Object.assign(pod.status, {
      phase: 'Failed',
      reason: 'Evicted',
      message: 'The node was low on resource: ephemeral-storage. Threshold quantity: 1Gi, available: 812Mi.',
      conditions: [{ type: 'Ready', status: 'False', reason: 'PodFailed' }],
      containerStatuses: pod.spec.containers.map(({ name }) => ({
        name,
        ready: false,
        restartCount: 0,
        state: { terminated: { exitCode: 137, reason: 'ContainerStatusUnknown' } },
      })),
    });
    return pod;
  });
  return cluster.withFact('pods', { state: 'read', value: [...old, ...all], at: ago(0) });
}

const tainted = (taint: string): string =>
  `0/1 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/${taint}: }. preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.`;

/** Nodes under Pods (reports of operators, class H). */
export const nodeCases: readonly Case[] = [
  {
    what: 'a node is under disk pressure: Pods were evicted, and the next is not scheduled',
    cluster: () => evicted(unschedulable(healthyCluster(), 'controller', tainted('disk-pressure')), 3),
    root: 'node-failure',
    roots: ['node-failure'],
    exitCode: 3,
    command: 'describe node node1',
    confidence: 'certain',
  },
  {
    what: 'the only node is cordoned, in the words of an older scheduler',
    cluster: () =>
      unschedulable(healthyCluster(), 'injector', '0/1 nodes are available: 1 node(s) were unschedulable.')
        .withPod('injector', ({ spec }) => {
          spec.nodeName = undefined;
        })
        .withFact('nodes', nodesFact({ node1: { cordoned: true } })),
    root: 'node-failure',
    roots: ['node-failure'],
    exitCode: 3,
    command: 'describe node node1',
  },
  {
    what: 'a node is gone with two components on it, and no event is left',
    cluster: () =>
      healthyCluster()
        .notReady('controller')
        .notReady('injector')
        .withFact('nodes', nodesFact({ node1: { conditions: { Ready: 'Unknown' } } })),
    root: 'node-failure',
    roots: ['node-failure'],
    exitCode: 3,
    command: 'describe node node1',
  },
  {
    what: 'a node without network: the sandbox of one of two replicas cannot be made there',
    cluster: () =>
      healthyCluster()
        .withReplicas('injector', 2, ({ spec }, replica) => {
          spec.nodeName = `node${replica + 1}`;
        })
        .withContainer(
          'injector',
          'osm-injector',
          { ready: false, state: waiting('ContainerCreating'), started: false },
          1,
        )
        .withEvent(
          { kind: 'Pod', name: 'osm-injector-847c965c-bbbbb' },
          { reason: 'FailedCreatePodSandBox', message: 'cni plugin not initialized', count: 9 },
        )
        .withFact('nodes', nodesFact({ node1: {}, node2: { conditions: { NetworkUnavailable: 'True' } } })),
    root: 'node-failure',
    roots: ['node-failure'],
    exitCode: 2,
    command: 'describe node node2',
    effects: ['pod-network'],
  },
];
