import type { CauseTexts } from '#i18n/types/causes.ts';
import { says, sentences } from '#i18n/en/words.ts';
import type { podCauses } from './pods.ts';
import { nameOf } from './words.en.ts';

export const texts = {
  'config-object-missing': {
    headline: (_, subject) =>
      `${nameOf(subject)} refers to a ConfigMap, a Secret or a volume that is not available.`,
    explanation: ({ message }) =>
      sentences(
        'The kubelet starts the containers only when all of these are available.',
        says('The kubelet reports', message),
      ),
  },
  'pod-network': {
    headline: (_, subject) => `The node cannot create the sandbox or the network of ${nameOf(subject)}.`,
    explanation: ({ message }) =>
      sentences(
        'This happens before any container of the mesh starts. The cause is the network plugin or the container runtime of the node.',
        says('The kubelet reports', message),
      ),
  },
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
    headline: (_, subject) => `The node of ${nameOf(subject)} failed or evicted the Pod.`,
    explanation: ({ message }) =>
      sentences(
        'The Pod is not Ready because of its node, even if its processes work.',
        says('Message', message),
      ),
  },
  'out-of-memory': {
    headline: ({ container, limit }) =>
      `"${container}" needs more memory than ${limit === '' ? 'it can get' : `its limit of ${limit}`} and is killed.`,
    explanation: () =>
      'The kernel kills the container with exit code 137, and its log stops there. The default memory limit is 64M for the injector and 1G for the controller. Before osm-edge 1.3.5, the memory usage of the controller can grow because of a known bug.',
  },
} satisfies Pick<CauseTexts, keyof typeof podCauses>;
