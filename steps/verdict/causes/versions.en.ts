import type { CauseTexts } from '#i18n/types/causes.ts';
import { list } from '#i18n/en/words.ts';
import type { versionCauses } from './versions.ts';
import { workloadsOf } from './words.en.ts';

export const texts = {
  'mixed-versions': {
    headline: ({ mesh, others, workloads }) =>
      `${workloadsOf(workloads)} ${workloads.length === 1 ? 'runs' : 'run'} ${others.length === 0 ? 'another version' : `version ${list(others, 3)}`} in a mesh of version ${mesh}.`,
    explanation: () =>
      'The components of a mesh are made for each other: flags, probes and CRDs differ between releases, and functions may fail although the probes pass. Find out which version is meant, and bring all components to it with the chart; there is no command that fits every case.',
  },
  'kubernetes-too-old': {
    headline: ({ version, minimum }) =>
      `Kubernetes ${version} is older than ${minimum}, which the mesh needs.`,
    explanation: () =>
      'APIs that the mesh uses do not exist in this version of Kubernetes. Upgrade the cluster.',
  },
} satisfies Pick<CauseTexts, keyof typeof versionCauses>;
