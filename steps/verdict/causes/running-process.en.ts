import type { CauseTexts } from '#i18n/types/causes.ts';
import { count, says, sentences } from '#i18n/en/words.ts';
import type { processCauses } from './running-process.ts';
import { nameOf, processOf } from './words.en.ts';

export const texts = {
  'version-mismatch': {
    headline: ({ flag }, subject) =>
      flag === ''
        ? `The flags of ${nameOf(subject)} do not match the version of its image.`
        : `${nameOf(subject)} does not recognize its flag ${flag} and exits.`,
    explanation: ({ message }) =>
      sentences(
        'The process does not recognize a flag, or a flag that it needs is missing, and it exits immediately with code 2. Either somebody edited the arguments, or the version of the image differs from that of the chart or CLI.',
        says('Message', message),
      ),
  },
  'port-in-use': {
    headline: ({ port }, subject) =>
      `${port === '' ? 'A port' : `Port ${port}`} that ${nameOf(subject)} needs is already in use in its Pod.`,
    explanation: () =>
      'The containers of a Pod share its network. The port is taken by a container that does not belong in the Pod, or because of hostNetwork. A stray sidecar uses 6060.',
  },
  'repo-server-down': {
    headline: (_, subject) => `The Pipy repo of ${nameOf(subject)} is not running.`,
    explanation: () =>
      'Before it opens its health port, the controller waits for the repo in its own Pod; in most versions it exits when the repo does not become ready. For details, check the log of the repo container and the memory of the node.',
  },
  'slow-start': {
    headline: ({ container }, subject) =>
      `${processOf(container, subject)} is restarted by its liveness probe before it has started.`,
    explanation: () =>
      'The health port opens only at the end of the start, but the liveness probe runs from the first second: after about 21 to 30 s, the kubelet restarts the container although nothing is wrong with it. A slow API server or a slow repo makes the start take longer.',
  },
  'busy-process': {
    headline: ({ container, restarts, timeoutSeconds }, subject) =>
      `${processOf(container, subject)} is too busy to answer its liveness probe${timeoutSeconds === 0 ? '' : ` within ${timeoutSeconds} s`} and was restarted ${count(restarts, 'time')}.`,
    explanation: ({ cpu }) =>
      sentences(
        `The probe times out, the kubelet stops the container, and it starts again: its log shows no error. Exit code 137 then means that it did not stop within the grace period, not that it ran out of memory.`,
        `The process needs more CPU${cpu === '' ? '' : ` than its limit of ${cpu}`} or more replicas for the number of Pods and policies in the mesh, or its probe needs more time.`,
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof processCauses>;
