import type { CauseTexts } from '#i18n/types/causes.ts';
import { instant } from '#i18n/instant.ts';
import { says, sentences } from '#i18n/en/words.ts';
import type { podSecurityCauses } from './pod-security.ts';
import { lossOf, podsOf } from './refused-pods.en.ts';

const named = (kind: string, object: string): string => (object === '' ? kind : `${kind} "${object}"`);
const message = (words: string): string => says('The API server reports', words);

export const texts = {
  'pod-security-rejects-pods': {
    headline: (params) =>
      `Namespace ${params.namespace} enforces ${named('PodSecurity', params.object)}, which does not admit ${podsOf(params)}.`,
    explanation: (params) =>
      sentences(
        params.namespaces.length > 0
          ? 'What an injector adds to a Pod needs the capability NET_ADMIN and the user root, which only the level privileged admits.'
          : 'The Pods of the chart do not set the fields that the level restricted requires; the message names them.',
        params.setBy !== '' &&
          `"${params.setBy}" set the label${params.setAt === '' ? '' : ` at ${instant(params.setAt)}`}.`,
        lossOf(params),
        message(params.message),
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof podSecurityCauses>;
