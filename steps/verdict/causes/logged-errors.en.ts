import type { CauseTexts } from '#i18n/types/causes.ts';
import { count } from '#i18n/en/words.ts';
import type { loggedErrorCauses } from './logged-errors.ts';
import { processOf, codesOf } from './words.en.ts';

export const texts = {
  'logged-errors': {
    headline: ({ container, errorCodes, signatures, records, panics }, subject) =>
      signatures === 0 && panics > 0
        ? `${processOf(container, subject)} logged ${count(panics, 'panic')}.`
        : `${processOf(container, subject)} logged ${count(records, 'error')} of ${count(signatures, 'kind')}${codesOf(errorCodes)}${panics > 0 ? ` and ${count(panics, 'panic')}` : ''}.`,
    explanation: () =>
      'The errors do not end the process, and no other cause explains them. A function may be failing although the probes pass: injection, certificates and webhooks have no probe of their own.',
  },
} satisfies Pick<CauseTexts, keyof typeof loggedErrorCauses>;
