import type { CauseTexts } from '#i18n/types/causes.ts';
import { says, sentences } from '#i18n/en/words.ts';
import type { podCauses } from './pods.ts';
import { nameOf } from './words.en.ts';

export const texts = {
  'config-object-missing': {
    headline: ({ kind, name, key }, subject) => {
      const what = name === '' ? 'a ConfigMap, a Secret or a volume' : `${kind} ${name}`;
      return key === ''
        ? `${nameOf(subject)} refers to ${what}, which is not available.`
        : `${nameOf(subject)} refers to key ${key} in ${what}, which does not exist.`;
    },
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
  'out-of-memory': {
    headline: ({ container, limit }) =>
      `"${container}" needs more memory than ${limit === '' ? 'it can get' : `its limit of ${limit}`} and is killed.`,
    explanation: () =>
      'The kernel kills the container with exit code 137, and its log stops there. The default memory limit is 64M for the injector and 1G for the controller. Before osm-edge 1.3.5, the memory usage of the controller can grow because of a known bug.',
  },
} satisfies Pick<CauseTexts, keyof typeof podCauses>;
