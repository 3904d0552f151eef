import type { CauseTexts } from '#i18n/types/causes.ts';
import { sentences } from '#i18n/en/words.ts';
import type { imageCauses } from './images.ts';

export const texts = {
  'image-not-pullable': {
    headline: ({ image }) => `Image ${image} cannot be pulled.`,
    explanation: ({ container, init, failure }) =>
      sentences(
        `${init ? 'Init container' : 'Container'} "${container}" cannot start without the image${init ? ', and all other containers wait for it' : ', so its Pod cannot become Ready'}.`,
        failure === 'not-found' && 'The registry has no image with this name and tag.',
        failure === 'unauthorized' &&
          'The registry denies access. Some registries also respond like this when the image does not exist.',
        failure === 'rate-limit' && 'The registry limits the number of image pulls.',
        failure === 'network' && 'The node cannot reach the registry.',
        failure === 'invalid-name' && 'The image name is not valid.',
      ),
  },
  'wrong-architecture': {
    headline: ({ image, container, architecture, node }) =>
      `Image ${image} of "${container}" is not built for ${architecture === '' ? 'the CPU architecture of its node' : architecture}${node === '' ? '' : ` (node ${node})`}.`,
    explanation: () =>
      'The kernel of the node cannot execute the program in the image ("exec format error"), so the container ends at once, every time. Use an image that is built for this architecture, or one for several; or keep the Pod on nodes of the architecture that the image has, with the node affinity of the chart.',
  },
  'program-not-executable': {
    headline: ({ image, container, program, missing }) =>
      `"${container}" cannot execute ${program === '' ? 'its command' : program}: image ${image} ${missing ? 'has no such program' : 'does not allow it'}.`,
    explanation: ({ missing }) =>
      sentences(
        missing
          ? 'The command of the container does not exist in the image: the command was changed, or the image is another one than the chart expects.'
          : 'The file exists, but the user of the container is not allowed to execute it: the image is built differently, or the securityContext was changed.',
        'The container ends before the process starts, so its log holds nothing else.',
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof imageCauses>;
