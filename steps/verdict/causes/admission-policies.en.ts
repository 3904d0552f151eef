import type { CauseTexts } from '#i18n/types/causes.ts';
import { list, says, sentences } from '#i18n/en/words.ts';
import type { admissionPolicyCauses } from './admission-policies.ts';
import { lossOf, podsOf } from './refused-pods.en.ts';

const named = (kind: string, object: string): string => (object === '' ? kind : `${kind} "${object}"`);
const message = (words: string): string => says('The API server reports', words);

export const texts = {
  'quota-exceeded': {
    headline: (params) => `${named('ResourceQuota', params.object)} does not admit ${podsOf(params)}.`,
    explanation: (params) =>
      sentences(
        'The quota is used up, or it limits a resource for which the Pod sets no value. Raise the quota, free what others use, or change the requests of the Pod: which of these is right is not known here.',
        lossOf(params),
        message(params.message),
      ),
  },
  'priority-class-not-admitted': {
    headline: (params) =>
      `No ResourceQuota admits PriorityClass ${params.object === '' ? 'of the Pods' : list(params.object.split(' '))} here: ${podsOf(params)} cannot be created.`,
    explanation: (params) =>
      sentences(
        'The API server is set up so that it admits this PriorityClass only where a ResourceQuota with this scope exists (GKE, outside kube-system).',
        'Create such a quota, or set another PriorityClass in the Deployments.',
        lossOf(params),
        message(params.message),
      ),
  },
  'priority-class-missing': {
    headline: (params) =>
      `${named('PriorityClass', params.object)} does not exist: ${podsOf(params)} cannot be created.`,
    explanation: (params) =>
      sentences(
        'The chart sets system-node-critical, which every cluster has. Another name was set by hand or in the values: find out which class was meant, then set it in the Deployment, or create the class.',
        lossOf(params),
        message(params.message),
      ),
  },
  'security-constraint-rejects-pods': {
    headline: (params) => `No security context constraint admits ${podsOf(params)}.`,
    explanation: (params) =>
      sentences(
        'On OpenShift, the ServiceAccount of a Pod needs a SecurityContextConstraints object that admits the user and the capabilities of the Pod. Which one may be granted is a decision of the administrator of the cluster.',
        lossOf(params),
        message(params.message),
      ),
  },
  'limit-range-rejects-pods': {
    headline: (params) =>
      `A LimitRange does not admit ${params.object === '' ? 'the resources' : `the ${params.object}`} of ${podsOf(params)}.`,
    explanation: (params) =>
      sentences(
        'A container asks for more, or for less, than the LimitRange of the namespace allows. Change the LimitRange, or the resources in the Deployment; the injector needs 64M, the controller up to 1G.',
        lossOf(params),
        message(params.message),
      ),
  },
  'service-account-missing': {
    headline: (params) =>
      `${named('ServiceAccount', params.object)} does not exist: ${podsOf(params)} cannot be created.`,
    explanation: (params) =>
      sentences(
        'The chart creates the ServiceAccount under the name of the Helm release. Somebody deleted it.',
        lossOf(params),
        message(params.message),
      ),
  },
  'namespace-terminating': {
    headline: ({ namespace }) =>
      `Namespace ${namespace} of the control plane is being deleted: no Pods can be created there.`,
    explanation: ({ holds }) =>
      sentences(
        'A deletion cannot be taken back, and a reinstallation is impossible until the namespace is gone.',
        holds.length === 0
          ? 'Its conditions and finalizers name what delays the deletion.'
          : `What delays it: ${list(holds)}.`,
        'Remove what delays it, and only what nothing needs: no command of this program can know that. Then install the mesh again.',
      ),
  },
  'quota-or-policy-rejects-pods': {
    headline: (params) => `The API server rejects ${podsOf(params)}.`,
    explanation: (params) =>
      sentences(
        'No known class of rejection fits: the message says what has to be fixed.',
        lossOf(params),
        message(params.message),
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof admissionPolicyCauses>;
