import type { CauseTexts } from '#i18n/types/causes.ts';
import { capital, namespaceOf, says, sentences, webhookOf } from '#i18n/en/words.ts';
import type { webhookCauses } from './webhooks.ts';
import { nameOf } from './words.en.ts';

export const texts = {
  'stale-webhook-configuration': {
    headline: ({ configuration, service }) =>
      `Webhook configuration ${configuration} calls Service ${service}, which no Deployment serves.`,
    explanation: () =>
      'Mesh processes create their webhook configurations themselves, so an interrupted uninstallation leaves them behind. They fail closed: the API server rejects every request for which it would have to call them.',
  },
  'webhook-ca-mismatch': {
    headline: ({ webhook }) => `The API server does not trust the certificate of ${webhookOf(webhook)}.`,
    explanation: () =>
      'The CA in the webhook configuration did not sign the certificate that the injector serves, so every Pod is rejected. This happens when the CA Secret was replaced and not every Deployment was restarted, or when two meshes have the same name. Since osm-edge 1.2, the probe of the injector still passes in this case.',
  },
  'webhook-unreachable': {
    headline: ({ webhook }) =>
      `The API server cannot reach ${webhookOf(webhook)}, so Pods cannot be created.`,
    explanation: () =>
      'The webhook fails closed. Either no injector is running behind it, or a network policy or firewall blocks traffic from the API server to port 9090. Since osm-edge 1.2, the probe of the injector does not cover that port.',
  },
  'invalid-injection-annotation': {
    headline: ({ value }, subject) =>
      `The injection annotation of ${namespaceOf(subject)} ${value === '' ? 'is invalid' : `has the invalid value "${value}"`}, and Pods are rejected.`,
    explanation: () =>
      'The injector of the mesh in which the namespace is enrolled accepts enabled, yes, true, disabled, no and false. With any other value, it denies the request, so new Pods are not created. Running Pods are not affected.',
  },
  'webhook-denies-pods': {
    headline: ({ webhook }) => `${capital(webhookOf(webhook))} rejects the Pods of the control plane.`,
    explanation: ({ message }) =>
      sentences(
        'The webhook is called and denies the request, so no new Pod is created.',
        says('Reason', message),
      ),
  },
  'quota-or-policy-rejects-pods': {
    headline: (_, subject) =>
      `The API server rejects the Pods of ${nameOf(subject)} because of a quota, a Pod security rule or another policy.`,
    explanation: ({ message }) =>
      sentences(
        'While the Pods are rejected, no new Pods are created for the workload.',
        says('Message', message),
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof webhookCauses>;
