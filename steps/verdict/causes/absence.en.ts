import type { CauseTexts } from '#i18n/types/causes.ts';
import { list, says, sentences } from '#i18n/en/words.ts';
import type { absenceCauses } from './absence.ts';

export const texts = {
  'scaled-to-zero': {
    headline: ({ component }) => `${component} is scaled to 0 replicas.`,
    explanation: ({ component }) =>
      `A person or a tool set the number of replicas of ${component} to 0. Nothing in it is broken; it is not running.`,
  },
  'component-deleted': {
    headline: ({ component }) => `The Deployment of ${component} does not exist.`,
    explanation: ({ component }) =>
      `The other parts of the control plane exist, but ${component} does not. The Helm chart of the same version restores it.`,
  },
  'control-plane-removed': {
    headline: ({ namespaces }, subject) =>
      `The controller of ${subject.mesh === '' ? 'the mesh' : `mesh ${subject.mesh}`} does not exist, but parts of the mesh are left over${
        namespaces.length === 0 ? '' : `: no Pods can be created in ${list(namespaces)}`
      }.`,
    explanation: ({ remains }) =>
      sentences(
        remains.length > 0 && `Left over: ${list(remains, 8)}.`,
        'A webhook configuration that is left over fails closed: no Pods can be created in the namespaces that it selects.',
        'If the mesh was removed on purpose, delete what is left. If it was not, reinstall it: its processes then write their webhook configurations again.',
      ),
  },
  'second-mesh-refused': {
    headline: (_, subject) => `The chart refuses to install mesh ${subject.mesh} next to the existing mesh.`,
    explanation: ({ message }) =>
      sentences(
        'The pre-install Job stops the installation: a mesh has enforceSingleMesh set, which is the default, or the namespace already has a mesh.',
        says('Message', message),
        'To run two meshes, set enforceSingleMesh=false on both.',
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof absenceCauses>;
