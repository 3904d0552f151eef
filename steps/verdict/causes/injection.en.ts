import type { CauseTexts } from '#i18n/types/causes.ts';
import { capital, namespaceOf, sentences } from '#i18n/en/words.ts';
import { productName } from '#i18n/products.ts';
import type { injectionCauses } from './injection.ts';
import { workloadsOf } from './words.en.ts';

export const texts = {
  'injected-by-other-mesh': {
    headline: ({ injector, injectorNamespace, workloads }) =>
      injector === ''
        ? `Another mesh injected its sidecar into ${workloadsOf(workloads)}.`
        : `Mesh ${injector}${injectorNamespace === '' ? '' : ` (namespace ${injectorNamespace})`} injected its sidecar into ${workloadsOf(workloads)}.`,
    explanation: ({ enrolled }, subject) =>
      sentences(
        'The sidecar takes over the probes of the Pod and answers only after the other mesh has configured it. Its iptables rules usually also redirect traffic to the API server, and its admin port 6060 conflicts with that of the Pipy repo.',
        enrolled
          ? `${capital(namespaceOf(subject))} is still enrolled in it, so every new Pod gets the sidecar again.`
          : `${capital(namespaceOf(subject))} is no longer enrolled in it, but running Pods keep the sidecar until they are re-created.`,
      ),
  },
  'injected-by-other-product': {
    headline: ({ product, workloads }) =>
      `${productName(product)} injected its sidecar into ${workloadsOf(workloads)}.`,
    explanation: ({ product }, subject) =>
      `A proxy of ${productName(product)} intercepts traffic between the control plane, its probes and the API server. It is injected because of the settings of ${productName(product)} for ${namespaceOf(subject)}; running Pods keep it until they are re-created.`,
  },
  'enrolled-in-other-mesh': {
    headline: ({ mesh, namespace }) =>
      `Namespace ${namespace} of this control plane is enrolled in mesh ${mesh}.`,
    explanation: ({ mesh }) =>
      `No Pod of the control plane has a sidecar of mesh ${mesh} yet, but every Pod that is re-created here can get one. Running Pods do not change.`,
  },
  'enrolled-in-own-mesh': {
    headline: ({ mesh, namespace }) => `Namespace ${namespace} is enrolled in its own mesh ${mesh}.`,
    explanation: () =>
      'This does not lead to a sidecar: a mesh never injects into its own namespace. However, its webhook may be called for every new Pod here, and it fails closed: while no injector is running, the injector itself cannot be created.',
  },
} satisfies Pick<CauseTexts, keyof typeof injectionCauses>;
