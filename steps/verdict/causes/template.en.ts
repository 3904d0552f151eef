import type { CauseTexts } from '#i18n/types/causes.ts';
import type { templateCauses } from './template.ts';
import { workloadsOf } from './words.en.ts';

export const texts = {
  'sidecar-in-template': {
    headline: ({ workloads }) => `The Pod template of ${workloadsOf(workloads)} contains a sidecar.`,
    explanation: () =>
      'The sidecar is part of the Deployment, so every new Pod has it, and no webhook or enrolment is involved. It waits for a mesh that does not know it, takes over the probes of the Pod, and its port 6060 conflicts with the Pipy repo. Removing the namespace from a mesh does not help: remove the sidecar from the Pod template.',
  },
} satisfies Pick<CauseTexts, keyof typeof templateCauses>;
