import type { CauseTexts } from '#i18n/types/causes.ts';
import { instant } from '#i18n/instant.ts';
import { inBrackets, list, sentences } from '#i18n/en/words.ts';
import { calledWebhookOf, lossOf, placeOf, podsOf } from './refused-pods.en.ts';
import type { webhookCertificateCauses } from './webhook-certificates.ts';

export const texts = {
  'webhook-ca-mismatch': {
    headline: (params) =>
      `The API server does not trust the certificate of ${calledWebhookOf(params)}: ${podsOf(params)} cannot be created.`,
    explanation: (params) =>
      sentences(
        'The CA in the webhook configuration did not sign the certificate that the webhook serves.',
        params.owner !== 'other-software' &&
          'This happens when the CA Secret was replaced and not every Deployment was restarted, when somebody wrote the configuration, or when two meshes have the same name. An injector that starts writes its CA into the configuration.',
        params.owner === 'own' && 'Since osm-edge 1.2, the probe of the injector still passes in this case.',
        lossOf(params),
      ),
  },
  'webhook-certificate-expired': {
    headline: (params) =>
      `The certificate of ${calledWebhookOf(params)} expired${params.until === '' ? '' : ` at ${instant(params.until)}`}: ${podsOf(params)} cannot be created.`,
    explanation: (params) =>
      sentences(
        'The API server calls the webhook over TLS, and the certificate that it is served has expired.',
        params.owner !== 'other-software' &&
          'The CA is valid. The injector gets a new certificate when it starts.',
        lossOf(params),
      ),
  },
  'clocks-differ': {
    headline: (params) =>
      `The clock of the API server is behind: a certificate of the mesh is valid only ${params.from === '' ? 'later' : `from ${instant(params.from)}`}.`,
    explanation: (params) =>
      sentences(
        'The certificate was issued by a node whose clock is ahead of that of the API server. Synchronize the clocks of the nodes (NTP); no command of this program can do that.',
        lossOf(params),
      ),
  },
  'webhook-certificate-name': {
    headline: (params) =>
      `The certificate of ${calledWebhookOf(params)}${placeOf(params)} is for another name: ${podsOf(params)} cannot be created.`,
    explanation: (params) =>
      sentences(
        params.names === ''
          ? 'The certificate is not valid for the Service that the API server calls.'
          : `The certificate is valid for ${params.names}, and the API server calls another Service.`,
        'The Service in the webhook configuration has the wrong name or namespace, or another process answers.',
        params.owner !== 'other-software' &&
          'An injector that starts writes its own Service into the configuration.',
        lossOf(params),
      ),
  },
  'webhook-ca-not-valid': {
    headline: ({ state, time, objects }) =>
      state === 'expired'
        ? `The CA of the mesh expired${time === '' ? '' : ` at ${instant(time)}`}: the API server no longer trusts its webhooks${inBrackets(list(objects))}.`
        : `The CA bundle of a webhook${inBrackets(list(objects))} cannot be read: the API server does not trust the webhook.`,
    explanation: ({ state }) =>
      sentences(
        state === 'expired'
          ? 'Every certificate that this CA signed is invalid with it, those of the sidecars included.'
          : 'The bundle holds no certificate in PEM format. The process behind the webhook writes it again when it starts.',
        'The webhooks fail closed: new Pods are not created, and policies cannot be changed.',
        'A new CA replaces the certificates of all sidecars: restart the application Pods afterward.',
      ),
  },
  'webhook-ca-expires-soon': {
    headline: ({ until, objects }) =>
      `The CA of the mesh expires at ${instant(until)}${inBrackets(list(objects))}.`,
    explanation: () =>
      'When it expires, the API server no longer trusts the webhooks, so new Pods are not created, and the certificates of the sidecars become invalid. Plan a new CA: it replaces the certificates of all sidecars, and the application Pods have to be restarted.',
  },
  'mesh-has-two-cas': {
    headline: ({ objects }) => `The webhooks of the mesh use CAs that differ${inBrackets(list(objects))}.`,
    explanation: () =>
      'Each process writes the CA that it read at its start into its own configuration. The CA Secret was replaced after some of them had started, so these still use the old one. Sidecars and controller may then not trust each other. A restart makes all of them read the same CA.',
  },
} satisfies Pick<CauseTexts, keyof typeof webhookCertificateCauses>;
