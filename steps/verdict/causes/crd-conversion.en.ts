import type { CauseTexts } from '#i18n/types/causes.ts';
import { list, says, sentences } from '#i18n/en/words.ts';
import type { ConversionFailure } from '#steps/health/conversion-failures.ts';
import type { crdConversionCauses } from './crd-conversion.ts';

const failures: Readonly<Record<ConversionFailure, string>> = {
  'no-service': 'which does not exist',
  'no-endpoints': 'which has no Ready Pod behind it',
  refused: 'which refuses the connection',
  timeout: 'which does not answer',
  certificate: 'whose certificate is not trusted',
  other: 'which does not convert',
};

const crdsOf = (crds: readonly string[]): string => (crds.length === 0 ? 'a CRD' : `CRD ${list(crds)}`);

export const texts = {
  'crd-conversion-webhook': {
    headline: ({ crds, service, reason }) =>
      service === ''
        ? `The conversion webhook of ${crdsOf(crds)} does not convert.`
        : `The conversion webhook of ${crdsOf(crds)} calls Service ${service}, ${failures[reason]}.`,
    explanation: ({ message }) =>
      sentences(
        'The API server asks this webhook whenever somebody reads an object in another version than the stored one. While it fails, no process of the mesh can read these objects: the bootstrap exits, and the others wait for it.',
        'Up to 1.1, the bootstrap of the mesh converts; from 1.2 on, nobody needs to. What an older release or a removed mesh left is cleared by strategy None.',
        says('The message is', message),
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof crdConversionCauses>;
