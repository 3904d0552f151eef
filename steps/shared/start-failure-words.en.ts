import type { StartFailure } from './start-failure.ts';

/** Why a program cannot be executed, for the event and the log alike. */
export const startFailureWords: Readonly<Record<StartFailure, { short: string; why: string; next: string }>> =
  {
    architecture: {
      short: 'exec format error',
      why: 'The program in the image is built for another CPU architecture than that of the node.',
      next: 'Compare the platforms of the image with the architecture of the node.',
    },
    'not-found': {
      short: 'program not found',
      why: 'The command of the container does not exist in its image.',
      next: "Compare the container's command and image with those of the last working revision.",
    },
    'not-executable': {
      short: 'permission denied',
      why: 'The user of the container is not allowed to execute its command.',
      next: 'Check the image and the securityContext of the container.',
    },
  };
