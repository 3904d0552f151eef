import type { CauseTexts } from '#i18n/types/causes.ts';
import { sentences } from '#i18n/en/words.ts';
import type { networkCauses } from './network.ts';
import { transportWords } from '#steps/error-logs/findings-network.en.ts';
import { workloadsOf } from './words.en.ts';

export const texts = {
  'api-server-unreachable': {
    headline: ({ workloads, host, failure, node }) =>
      `${workloadsOf(workloads)} cannot reach the API server${host === '' ? '' : ` at ${host}`}${node === '' ? '' : ` from node ${node}`}: ${transportWords[failure].short}.`,
    explanation: ({ failure }) =>
      sentences(
        'The processes call the API server all the time: for their caches at the start, and for the SMI check on every call of the probes, which then return 503.',
        transportWords[failure].why,
        'The mesh itself is not the cause, and a restart does not help: once the way is open, the processes connect by themselves.',
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof networkCauses>;
