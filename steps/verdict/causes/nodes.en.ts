import type { CauseTexts } from '#i18n/types/causes.ts';
import type { NodeTrouble } from '#mesh/node-trouble.ts';
import { count, list, says, sentences } from '#i18n/en/words.ts';
import type { nodeCauses } from './nodes.ts';
import { nameOf, workloadsOf } from './words.en.ts';

/** What is said of nodes (`one` or several of them), and what it means for the Pods. */
const troubles: Readonly<Record<NodeTrouble, { is(one: boolean): string; why: string }>> = {
  'not-ready': {
    is: (one) => (one ? 'is not Ready' : 'are not Ready'),
    why: 'Pods on a node that is not Ready count as not Ready, even if their processes work, and new Pods are not scheduled on it. Check the kubelet, the container runtime and the network of the node.',
  },
  'network-unavailable': {
    is: (one) => (one ? 'has no Pod network' : 'have no Pod network'),
    why: 'The network plugin has not set up the node. Check the Pods of the network plugin on it.',
  },
  'disk-pressure': {
    is: (one) => (one ? 'is under disk pressure' : 'are under disk pressure'),
    why: 'The kubelet evicts Pods to free disk space, and new Pods are not scheduled on the node until space is free again. Free or add disk space: images, logs and the writable layers of containers use it.',
  },
  'memory-pressure': {
    is: (one) => (one ? 'is under memory pressure' : 'are under memory pressure'),
    why: 'The kubelet evicts Pods to free memory. Find the Pods that use more than they request, or add memory.',
  },
  'pid-pressure': {
    is: (one) => (one ? 'is running out of process IDs' : 'are running out of process IDs'),
    why: 'The kubelet evicts Pods until enough process IDs are free. Find the Pod that starts too many processes.',
  },
  cordoned: {
    is: (one) => (one ? 'is cordoned' : 'are cordoned'),
    why: 'Somebody or some tool marked the node as unschedulable, for example for maintenance: new Pods are not scheduled on it. Once it is uncordoned, the Pods start by themselves.',
  },
  shutdown: {
    is: (one) => (one ? 'was shut down or restarted' : 'were shut down or restarted'),
    why: 'The Pods of a node that shuts down end with it. The Deployment creates new ones on other nodes, if there are any.',
  },
  preempted: {
    is: () => '',
    why: 'A Pod with a higher priority took its place on the node. Give the nodes more room, or the mesh a higher PriorityClass.',
  },
  'storage-limit': {
    is: () => '',
    why: 'The kubelet evicts a Pod that uses more ephemeral storage than its own limit allows. The node is not the cause.',
  },
  other: {
    is: (one) => (one ? 'failed' : 'failed'),
    why: 'The Pod is not Ready because of its node, even if its processes work.',
  },
};

export const texts = {
  'node-resources': {
    headline: (_, subject) => `No node has the CPU or memory that ${nameOf(subject)} requests.`,
    explanation: ({ message }) =>
      sentences(
        'The Pod stays Pending, so nothing answers its probes.',
        says('The scheduler reports', message),
        'By default, the controller requests 0.5 CPU; the injector and the bootstrap request 0.3 each.',
      ),
  },
  'node-constraints': {
    headline: (_, subject) => `No node meets the constraints of ${nameOf(subject)}.`,
    explanation: ({ message }) =>
      sentences(
        'Affinity, taints or volumes rule out every node, so the Pod stays Pending. The chart allows only Linux nodes with amd64 or arm64.',
        says('The scheduler reports', message),
      ),
  },
  'node-failure': {
    headline: ({ nodes, trouble, workloads }) => {
      if (trouble === 'preempted')
        return `${workloadsOf(workloads)} lost a Pod to one with a higher priority.`;
      if (trouble === 'storage-limit') {
        return `${workloadsOf(workloads)} used more ephemeral storage than allowed, and a Pod was evicted.`;
      }
      const [node] = nodes;
      const who =
        node === undefined ? 'Nodes' : nodes.length === 1 ? `Node ${node}` : `Nodes ${list(nodes, 3)}`;
      const effect =
        workloads.length === 0
          ? ''
          : `, and ${workloadsOf(workloads)} cannot run ${node === undefined ? 'on them' : 'there'}`;
      return `${who} ${troubles[trouble].is(nodes.length === 1)}${effect}.`;
    },
    explanation: ({ nodes, trouble, message }) =>
      sentences(
        troubles[trouble].why,
        nodes.length > 3 && `This concerns ${count(nodes.length, 'node')}.`,
        says('Message', message),
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof nodeCauses>;
