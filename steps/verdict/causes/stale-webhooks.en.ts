import type { CauseTexts } from '#i18n/types/causes.ts';
import { list, sentences } from '#i18n/en/words.ts';
import type { staleWebhookCauses } from './stale-webhooks.ts';

/** `Webhook configuration x calls`, `Webhook configurations x and y call`. */
function configurationsOf(names: readonly string[]): string {
  if (names.length === 0) return 'A webhook configuration calls';
  return names.length === 1
    ? `Webhook configuration ${list(names)} calls`
    : `Webhook configurations ${list(names)} call`;
}

export const texts = {
  'stale-webhook-configuration': {
    headline: ({ configurations, service, namespaces }) =>
      `${configurationsOf(configurations)} Service ${service}, which no Deployment serves${
        namespaces.length === 0 ? '' : `: no Pods can be created in ${list(namespaces)}`
      }.`,
    explanation: ({ namespaces, mutating }) =>
      sentences(
        'Mesh processes create their webhook configurations themselves, so removing the mesh leaves them behind. They fail closed.',
        namespaces.length > 0 && `In ${list(namespaces)}, the API server rejects every new Pod.`,
        mutating &&
          namespaces.length === 0 &&
          'The API server rejects new Pods in the namespaces that it selects.',
        'If the mesh was removed on purpose, delete the configuration. If it was not, reinstall the mesh instead: its processes then write the configuration again.',
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof staleWebhookCauses>;
