import type { CreateFailure, PullFailure } from '#steps/pod-events/findings.ts';
import type { FindingParams } from '#diagnosis/registry.ts';
import type { FindingTexts } from '#i18n/types/findings.ts';
import { titleWords } from '../../clip.ts';
import { capital, containerOf, count, namespaceOf, says, sentences, times, webhookOf } from '../words.ts';

/** Events before a container runs: creation, scheduling, images, volumes, init containers (facts §7, §9). */

type Unschedulable = FindingParams['unschedulable']['reason'];

const unschedulable: Readonly<Record<Unschedulable, { title: string; why: string; next: string }>> = {
  resources: {
    title: 'not scheduled: not enough CPU or memory',
    why: 'No node has the CPU or memory free that the Pod asks for. By default the controller asks for 0.5 CPU, injector and bootstrap for 0.3 each.',
    next: 'Compare the free resources of the nodes with the requests; add a node or lower the requests.',
  },
  'node-affinity': {
    title: 'not scheduled: no node fits its affinity',
    why: 'The chart admits only Linux nodes with amd64 or arm64.',
    next: 'Look at the labels of the nodes and at the affinity of the Pod.',
  },
  taint: {
    title: 'not scheduled: taints not tolerated',
    why: 'Every node that would fit has a taint that the Pod does not tolerate.',
    next: 'Look at the taints of the nodes. A node under pressure or not ready is tainted by Kubernetes itself.',
  },
  volume: {
    title: 'not scheduled: a volume is not available',
    why: 'A volume of the Pod is not available on any node.',
    next: 'Look at the volumes of the Pod and at their claims.',
  },
  other: {
    title: 'not scheduled',
    why: 'The scheduler finds no node for the Pod.',
    next: 'Read the message of the scheduler and look at the nodes.',
  },
};

const pull: Readonly<Record<PullFailure, { short: string; why: string; next: string }>> = {
  'not-found': {
    short: 'not found',
    why: 'The registry has no image of this name and tag. Image tags of osm-edge have no leading v; only the version label has one.',
    next: 'Compare name and tag with the images of the other components and of the last working revision.',
  },
  unauthorized: {
    short: 'access denied',
    why: 'The registry refuses access, or hides that the image does not exist.',
    next: 'Look at the image name and at the pull secrets of the ServiceAccount.',
  },
  'rate-limit': {
    short: 'rate limit',
    why: 'The registry limits the number of pulls from this address.',
    next: 'Wait, log in to the registry, or use a mirror.',
  },
  network: {
    short: 'registry not reached',
    why: 'The node does not reach the registry.',
    next: 'Look at DNS, proxy and firewall of the node; without internet access, use a mirror.',
  },
  'invalid-name': {
    short: 'invalid name',
    why: 'The image name is not valid.',
    next: 'Correct the name in the Deployment or in the chart values.',
  },
  unknown: {
    short: 'reason not known',
    why: 'The message does not tell the reason.',
    next: 'Read the events of the Pod.',
  },
};

interface Rejection {
  /** Completes "no Pods created: …". */
  short(webhook: string): string;
  readonly why: string;
  readonly next: string;
}

const rejections: Readonly<Record<CreateFailure, Rejection>> = {
  'webhook-no-service': {
    short: (webhook) => `${webhook} has no Service`,
    why: 'The webhook configuration points to a Service that does not exist. Such a configuration can outlive the mesh that wrote it.',
    next: 'Look at the webhook configuration and at the mesh it belongs to.',
  },
  'webhook-x509': {
    short: (webhook) => `${webhook} has an untrusted certificate`,
    why: 'The CA in the webhook configuration did not sign the certificate of the webhook server. With an injector this follows when the CA Secret was replaced and not every Deployment was restarted.',
    next: 'If it is the webhook of an injector, restart the injector: at its start it writes the CA anew.',
  },
  'webhook-timeout': {
    short: (webhook) => `${webhook} does not answer in time`,
    why: 'The API server does not reach the webhook. The probe of an injector can be green all the same: from osm-edge 1.2 on it uses another port.',
    next: 'Look at network policies and firewalls between the API server and the webhook; an injector listens on port 9090.',
  },
  'webhook-refused': {
    short: (webhook) => `${webhook} refuses the connection`,
    why: 'Nothing listens behind the webhook: its Pods are not running, or its server has ended. From osm-edge 1.2 on no probe of an injector shows the latter.',
    next: 'Look at the Pods behind the webhook and at their log.',
  },
  'webhook-denied': {
    short: (webhook) => `${webhook} denies them`,
    why: 'The webhook was reached and said no.',
    next: 'Read its reason in the message, and the log of the component behind it.',
  },
  quota: {
    short: () => 'resource quota',
    why: 'A resource quota of the namespace is used up, or demands values that the Pod does not set.',
    next: 'Compare the quotas of the namespace with the requests of the Pod.',
  },
  'pod-security': {
    short: () => 'Pod security rules forbid them',
    why: 'Pod Security admission or a security context constraint does not admit the Pod as it is written.',
    next: 'Look at the Pod security labels of the namespace and at the security context of the Pod.',
  },
  other: {
    short: () => 'the API server rejects them',
    why: 'The API server rejects the Pods.',
    next: 'Read the message.',
  },
};

/** What the init containers of the chart wait for, and what curl's exit codes say (facts §2.4). */
function initMeaning(container: string, exitCode: number): string {
  if (/^init-(?:osm|fsm)-(?:controller|injector)$/u.test(container)) {
    return sentences(
      'It waits until the bootstrap answers on its health port: about 4 to 6 minutes, then it fails and is started again.',
      exitCode === 6 && 'Exit code 6 of curl means that the name was not resolved; it does not retry that.',
      exitCode === 7 && 'Exit code 7 of curl means that no connection was made.',
    );
  }
  if (container === 'osm-init' || container === 'fsm-init') {
    return 'It comes from an injector and redirects the traffic of the Pod to a sidecar.';
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
        'Until a node is found the Pod stays Pending and no container of it runs.',
        says('The scheduler says', message),
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
        says('The kubelet says', params.message),
      ),
    next: ({ failure }) => pull[failure].next,
  },
  'config-missing': {
    title: (params) => `${containerOf(params)} waits for configuration that is not there`,
    explanation: (params) =>
      sentences(
        `The kubelet does not start ${containerOf(params)}: a ConfigMap, a Secret or a key that it refers to does not exist.`,
        says('The kubelet says', params.message),
      ),
    next: () => 'Find the name in the message, and restore the object. The kubelet tries again by itself.',
  },
  'volume-mount': {
    title: ({ volume, count: failures }) =>
      `${volume === '' ? 'a volume' : `volume "${volume}"`} cannot be mounted, ${times(failures)}`,
    explanation: ({ message }) =>
      sentences(
        'The kubelet starts the containers only when every volume is mounted. A missing Secret or ConfigMap keeps the Pod in its init phase or in ContainerCreating.',
        says('The kubelet says', message),
      ),
    next: () => 'Find the name in the message, and see whether the object exists in the namespace.',
  },
  'pod-sandbox': {
    title: ({ count: failures }) => `its sandbox cannot be created, ${times(failures)}`,
    explanation: ({ message }) =>
      sentences(
        'Before any container, the kubelet creates the sandbox of the Pod with its network. This fails on its node, so nothing of the Pod starts.',
        says('The kubelet says', message),
      ),
    next: () => 'Look at the network plugin and the container runtime of the node.',
  },
  'create-rejected': {
    title: ({ failure, webhook }) => `no Pods created: ${rejections[failure].short(webhookOf(webhook))}`,
    explanation: ({ failure, message, count: failures }) =>
      sentences(
        rejections[failure].why,
        failures > 0 && `The creation failed ${times(failures)}.`,
        'While it fails, the workload gets no new Pods.',
        says('The API server says', message),
      ),
    next: ({ failure }) => rejections[failure].next,
  },
  'init-not-done': {
    title: ({ container, state, exitCode, restarts }) =>
      `init container "${container}" ${initState[state]}${state === 'failed' ? ` with exit code ${exitCode}` : ''}${restarts > 0 ? `, ${count(restarts, 'restart')}` : ''}`,
    explanation: ({ container, state, exitCode }) =>
      sentences(
        initMeaning(container, state === 'failed' ? exitCode : 0),
        'The containers of the Pod start only after it has succeeded, so no probe can pass yet.',
      ),
    next: ({ container }) =>
      initMeaning(container, 0).includes('bootstrap')
        ? 'Look at the bootstrap first: its state is the cause of this wait.'
        : 'Read the log of the init container.',
  },
  evicted: {
    title: ({ reason }) =>
      reason === '' ? 'was evicted from its node' : `was removed from its node: ${reason}`,
    explanation: ({ message }) =>
      sentences(
        'The node ran short of a resource or was drained, or a Pod of higher priority needed the place. The Deployment creates a new Pod.',
        says('The message says', message),
      ),
    next: () => 'Look at the pressure conditions of the node, and whether the new Pod became Ready.',
  },
  'node-trouble': {
    title: ({ reason }) => (reason === '' ? 'its node has trouble' : `its node has trouble: ${reason}`),
    explanation: ({ message }) =>
      sentences(
        'The trouble is that of the node. While a node is not Ready, the Pods on it count as not Ready, whatever their processes do.',
        says('The message says', message),
      ),
    next: () => 'Look at the node before the mesh.',
  },
  'hook-job-failed': {
    title: ({ message }) => `install hook failed${message === '' ? '' : `: ${titleWords(message)}`}`,
    explanation: ({ message }, subject) =>
      sentences(
        `The pre-install Job of the chart checks the cluster first. It refuses a second mesh while a mesh enforces to be the only one, and a second mesh in ${namespaceOf(subject)}.`,
        says('The message says', message),
      ),
    next: () => 'Read the log of the Pod of the Job: the line "check failed" names the other mesh.',
  },
} satisfies Partial<FindingTexts>;
