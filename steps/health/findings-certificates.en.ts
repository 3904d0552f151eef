import type { FindingTexts } from '#i18n/types/findings.ts';
import { inBrackets, list, says, sentences } from '#i18n/en/words.ts';
import { instant } from '#i18n/instant.ts';
import type { ConversionFailure } from './conversion-failures.ts';

const states = {
  expired: 'has expired',
  'not-yet-valid': 'is not valid yet',
  unreadable: 'cannot be read',
} as const;

const conversions: Readonly<Record<ConversionFailure, string>> = {
  'no-service': 'does not exist',
  'no-endpoints': 'has no Ready Pod behind it',
  refused: 'refuses the connection',
  timeout: 'does not answer',
  certificate: 'has a certificate that is not trusted',
  other: 'does not convert',
};

/** What the API server needs for the Pods and objects of the mesh: certificates, conversion, a namespace. */
export const certificateFindings = {
  'ca-bundle-not-valid': {
    title: ({ state, certificate }) => `CA ${states[state]}${inBrackets(certificate)}`,
    explanation: ({ state, time, webhook }) =>
      sentences(
        state === 'expired' && `The CA expired at ${instant(time)}.`,
        state === 'not-yet-valid' && `The CA is valid only from ${instant(time)}: clocks differ.`,
        state === 'unreadable' && 'The bundle holds no certificate in PEM format.',
        webhook === ''
          ? 'The API server does not trust the conversion webhook: objects of this CRD cannot be converted.'
          : `The API server does not trust webhook "${webhook}", which fails closed.`,
      ),
    next: ({ state }) =>
      state === 'not-yet-valid'
        ? 'Compare the clocks of the nodes.'
        : 'Replace the CA of the mesh, then restart controller, injector and bootstrap.',
  },
  'ca-bundle-expires-soon': {
    title: ({ days, certificate }) =>
      `CA expires in ${days === 1 ? '1 day' : `${days} days`}${inBrackets(certificate)}`,
    explanation: ({ until }) =>
      `The CA expires at ${instant(until)}. From then on, the API server does not trust the webhooks of the mesh, and new Pods are not created.`,
    next: () => 'Plan the replacement of the CA: it also replaces the certificates of all sidecars.',
  },
  'ca-bundles-differ': {
    title: ({ objects }) =>
      objects.length === 0 ? 'CA bundles of one mesh differ' : `CA bundles differ: ${list(objects, 3)}`,
    explanation: () =>
      'Each process writes the CA that it read at its start into its own configuration, and two of these CAs have no certificate in common. The CA Secret was replaced, and not every process was restarted.',
    next: () => 'Restart controller, injector and bootstrap, so that all of them read the same CA.',
  },
  'namespace-terminating': {
    title: () => 'is being deleted',
    explanation: ({ since, holds }) =>
      sentences(
        `Nothing can be created in it${since === '' ? '' : ` since ${instant(since)}`}, so no Pod of the control plane is replaced.`,
        holds.length > 0 && `What delays the deletion: ${list(holds)}.`,
      ),
    next: () => 'Fix what delays the deletion; then install the mesh again.',
  },
  'crd-conversion-failing': {
    title: ({ service, reason }) =>
      service === ''
        ? 'its conversion webhook fails'
        : `converted by Service ${service}, which ${conversions[reason]}`,
    explanation: ({ message }) =>
      sentences(
        message === ''
          ? 'Objects are still read in the version in which they are stored. Whoever asks for another version gets an error.'
          : 'Objects of this kind cannot be read, by this program or by the processes of the mesh.',
        says('The API server reports', message),
      ),
    next: () => 'Check spec.conversion of the CRD. From osm-edge 1.2 on, no conversion is needed.',
  },
} satisfies Partial<FindingTexts>;
