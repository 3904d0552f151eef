import type { PullFailure } from './findings.ts';
import type { FindingParams } from '#diagnosis/registry.ts';
import type { NodeTrouble } from '#mesh/node-trouble.ts';
import type { FindingTexts } from '#i18n/types/findings.ts';
import { startFailureWords } from '#steps/shared/start-failure-words.en.ts';
import { titleWords } from '#i18n/clip.ts';
import { capital, containerOf, count, namespaceOf, says, sentences, times } from '#i18n/en/words.ts';

/** Events before a container runs: creation, scheduling, images, volumes, init containers (facts §7, §9). */

type Unschedulable = FindingParams['unschedulable']['reason'];

const unschedulable: Readonly<Record<Unschedulable, { title: string; why: string; next: string }>> = {
  resources: {
    title: 'not scheduled: not enough CPU or memory',
    why: 'No node has enough free CPU or memory for the requests of the Pod. By default, the controller requests 0.5 CPU; the injector and the bootstrap request 0.3 each.',
    next: 'Compare the free resources of the nodes with the requests; add a node or lower the requests.',
  },
  'node-trouble': {
    title: 'not scheduled: nodes are cordoned, not Ready or under pressure',
    why: 'Kubernetes keeps new Pods away from a node that is cordoned, not Ready or under pressure.',
    next: 'Check the conditions and taints of the nodes that the message counts.',
  },
  'node-affinity': {
    title: 'not scheduled: no node matches its affinity',
    why: 'The chart allows only Linux nodes with amd64 or arm64.',
    next: 'Check the labels of the nodes and the affinity of the Pod.',
  },
  taint: {
    title: 'not scheduled: taints not tolerated',
    why: 'Every suitable node has a taint that the Pod does not tolerate.',
    next: 'Check the taints of the nodes and the tolerations of the Pod.',
  },
  volume: {
    title: 'not scheduled: a volume is not available',
    why: 'A volume of the Pod is not available on any node.',
    next: 'Check the volumes of the Pod and their PersistentVolumeClaims.',
  },
  other: {
    title: 'not scheduled',
    why: 'The scheduler finds no node for the Pod.',
    next: 'Read the message of the scheduler and check the nodes.',
  },
};

const pull: Readonly<Record<PullFailure, { short: string; why: string; next: string }>> = {
  'not-found': {
    short: 'not found',
    why: 'The registry has no image with this name and tag. Image tags of osm-edge have no leading v; only the version label has one.',
    next: 'Compare the name and tag with the images of the other components and of the last working revision.',
  },
  unauthorized: {
    short: 'access denied',
    why: 'The registry denies access. Some registries also respond like this when the image does not exist.',
    next: 'Check the image name and the image pull Secrets of the ServiceAccount.',
  },
  'rate-limit': {
    short: 'rate limit',
    why: 'The registry limits the number of image pulls from this address.',
    next: 'Wait, log in to the registry, or use a mirror.',
  },
  network: {
    short: 'registry unreachable',
    why: 'The node cannot reach the registry.',
    next: 'Check DNS, proxy and firewall of the node; without internet access, use a mirror.',
  },
  'invalid-name': {
    short: 'invalid name',
    why: 'The image name is not valid.',
    next: 'Correct the name in the Deployment or in the chart values.',
  },
  unknown: {
    short: 'unknown reason',
    why: 'The message does not give a reason.',
    next: 'Read the events of the Pod.',
  },
};

const nodeTroubles: Readonly<Record<NodeTrouble, string>> = {
  'not-ready': 'is not Ready',
  'network-unavailable': 'has no Pod network',
  'disk-pressure': 'is under disk pressure',
  'memory-pressure': 'is under memory pressure',
  'pid-pressure': 'is running out of process IDs',
  cordoned: 'is cordoned',
  shutdown: 'was shut down',
  preempted: 'runs Pods with a higher priority',
  'storage-limit': 'evicts Pods above their storage limit',
  other: 'has a problem',
};

/** Exit codes of curl, each with what a sentence says of it. */
const curlExits: ReadonlyMap<number, string> = new Map([
  [6, 'the host name could not be resolved; curl does not retry this'],
  [7, 'the connection failed'],
  [22, 'the server answered with an HTTP error'],
  [28, 'the connection timed out'],
  [35, 'the TLS handshake failed'],
  [52, 'the server closed the connection without a response'],
  [60, 'the certificate of the server is not trusted'],
]);

/** What the init containers of the chart wait for, and what curl's exit codes say (facts §2.4). */
function initMeaning(container: string, exitCode: number): string {
  if (/^init-(?:osm|fsm)-(?:controller|injector)$/u.test(container)) {
    return sentences(
      'It waits until the bootstrap answers on its health port. After about 4 to 6 minutes it fails and is started again.',
      curlExits.has(exitCode) && `Exit code ${exitCode} of curl means that ${curlExits.get(exitCode)}.`,
    );
  }
  if (container === 'osm-init' || container === 'fsm-init') {
    return 'An injector added it; it redirects the traffic of the Pod to a sidecar.';
  }
  return '';
}

const initState = { running: 'is still running', waiting: 'is waiting', failed: 'failed' } as const;

export const podStartFindings = {
  unschedulable: {
    title: ({ reason }) => unschedulable[reason].title,
    explanation: ({ reason, message }) =>
      sentences(
        unschedulable[reason].why,
        'Until a node is found, the Pod stays Pending and none of its containers run.',
        says('The scheduler reports', message),
      ),
    next: ({ reason }) => unschedulable[reason].next,
  },
  'image-pull': {
    title: ({ image, failure }) => `cannot pull image, ${pull[failure].short}: ${image}`,
    explanation: (params) =>
      sentences(
        pull[params.failure].why,
        params.init
          ? `Init container "${params.container}" does not start, and all other containers wait for it.`
          : `${capital(containerOf(params))} does not start, so the Pod does not become Ready.`,
        says('The kubelet reports', params.message),
      ),
    next: ({ failure }) => pull[failure].next,
  },
  'config-missing': {
    title: (params) => `${containerOf(params)} needs configuration that does not exist`,
    explanation: (params) =>
      sentences(
        `The kubelet does not start ${containerOf(params)}: a ConfigMap, a Secret or a key that the container refers to does not exist.`,
        says('The kubelet reports', params.message),
      ),
    next: () => 'Find the name in the message, and restore the object. The kubelet retries by itself.',
  },
  'volume-mount': {
    title: ({ volume, count: failures }) =>
      `${volume === '' ? 'a volume' : `volume "${volume}"`} cannot be mounted, ${times(failures)}`,
    explanation: ({ message }) =>
      sentences(
        'The kubelet starts the containers only after every volume is mounted. While a Secret or ConfigMap is missing, the Pod stays in Init or ContainerCreating.',
        says('The kubelet reports', message),
      ),
    next: () => 'Find the name in the message, and check whether the object exists in the namespace.',
  },
  'pod-sandbox': {
    title: ({ count: failures }) => `Pod sandbox cannot be created, ${times(failures)}`,
    explanation: ({ message }) =>
      sentences(
        'Before it starts a container, the kubelet creates the Pod sandbox with its network. This fails on the node, so the Pod does not start.',
        says('The kubelet reports', message),
      ),
    next: () => 'Check the network plugin and the container runtime of the node.',
  },
  'init-not-done': {
    title: ({ container, state, exitCode, restarts }) =>
      `init container "${container}" ${initState[state]}${state === 'failed' ? ` with exit code ${exitCode}` : ''}${restarts > 0 ? `, ${count(restarts, 'restart')}` : ''}`,
    explanation: ({ container, state, exitCode }) =>
      sentences(
        initMeaning(container, state === 'failed' ? exitCode : 0),
        'The containers of the Pod start only after the init container succeeds, so no probe can pass yet.',
      ),
    next: ({ container }) =>
      initMeaning(container, 0).includes('bootstrap')
        ? 'Check the bootstrap first. If it is Ready, check the cluster DNS, its Service and the NetworkPolicies.'
        : 'Read the log of the init container.',
  },
  'start-failed': {
    title: ({ container, failure }) =>
      `${containerOf({ container })} cannot be started: ${startFailureWords[failure].short}`,
    explanation: ({ failure, message }) =>
      sentences(startFailureWords[failure].why, says('The runtime reports', message)),
    next: ({ failure }) => startFailureWords[failure].next,
  },
  evicted: {
    title: ({ reason }) =>
      reason === '' ? 'was evicted from its node' : `was removed from its node: ${reason}`,
    explanation: ({ message }) =>
      sentences(
        'The node ran low on a resource or was drained, or a Pod with a higher priority preempted this one. The Deployment creates a new Pod.',
        says('Message', message),
      ),
    next: () => 'Check the pressure conditions of the node, and whether the new Pod is Ready.',
  },
  'node-trouble': {
    title: ({ reason }) => (reason === '' ? 'its node has a problem' : `its node has a problem: ${reason}`),
    explanation: ({ message }) =>
      sentences(
        'The problem is with the node. While a node is not Ready, the Pods on it count as not Ready, even if their processes work.',
        says('Message', message),
      ),
    next: () => 'Check the node before the mesh.',
  },
  'node-unhealthy': {
    title: ({ trouble }) => nodeTroubles[trouble],
    explanation: ({ trouble, workload }) =>
      sentences(
        trouble === 'cordoned'
          ? 'The node is marked as unschedulable: Pods on it keep running, new ones are not scheduled on it.'
          : 'While this lasts, Pods on the node may be evicted or count as not Ready, and new ones are not scheduled on it.',
        workload !== '' && `${workload} suffers from it now.`,
      ),
    next: () => 'Check the conditions, taints and events of the node.',
  },
  'hook-job-failed': {
    title: ({ message }) => `install hook failed${message === '' ? '' : `: ${titleWords(message)}`}`,
    explanation: ({ message }, subject) =>
      sentences(
        `The pre-install Job of the chart checks the cluster first. It refuses a second mesh if another mesh has enforceSingleMesh set, or if ${namespaceOf(subject)} already has a mesh.`,
        says('Message', message),
      ),
    next: () => 'Read the log of the Pod of this Job: the line "check failed" names the other mesh.',
  },
} satisfies Partial<FindingTexts>;
