import type { CauseTexts } from '#i18n/types/causes.ts';
import { list } from '#i18n/en/words.ts';
import type { apiCauses } from './api.ts';

export const texts = {
  'smi-api-missing': {
    headline: ({ missing }) =>
      missing.length === 0
        ? 'The API server does not serve the SMI API that the controller needs.'
        : `The API server does not serve ${list(missing, 3)}, which the controller needs.`,
    explanation: () =>
      'On every call of its probes, the controller asks for the SMI kinds. While one is missing, liveness and readiness return 503, and the kubelet restarts the controller repeatedly. This happens when a CRD was deleted, or when the CRDs have another version after an upgrade or downgrade. Restarting the bootstrap applies the CRDs again.',
  },
  'watched-crd-missing': {
    headline: ({ missing }) =>
      missing.length === 0
        ? 'A CRD that the control plane watches does not exist.'
        : `The control plane watches ${list(missing, 3)}, which ${missing.length === 1 ? 'does' : 'do'} not exist.`,
    explanation: () =>
      'A starting process lists every kind that it watches, and waits indefinitely while a CRD is missing. It does not open its health port: its probes are refused, and the kubelet restarts it. The bootstrap applies the CRDs when it starts.',
  },
  'rbac-missing': {
    headline: ({ resources, account }) =>
      `RBAC denies ${account === '' ? 'the control plane' : account} access to ${resources.length === 0 ? 'what it needs' : list(resources, 3)}.`,
    explanation: () =>
      'If a starting process is not allowed to list a resource, it waits indefinitely or exits after a fatal line. If it is not allowed to read a resource later, each attempt fails. The ClusterRole and the ClusterRoleBinding are named after the Helm release; one of them was removed or changed.',
  },
  'mesh-config-missing': {
    headline: ({ name }) => `MeshConfig ${name} does not exist.`,
    explanation: () =>
      'With default values, a controller looks for its Pipy repo on port 15128 instead of 6060 and exits, and the injector rejects Pods, because no sidecar image is set. When the bootstrap starts and there is no MeshConfig, it creates one.',
  },
} satisfies Pick<CauseTexts, keyof typeof apiCauses>;
