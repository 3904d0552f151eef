import type { CauseTexts } from '#i18n/types/causes.ts';
import { capital, list, says, sentences, webhookOf } from '#i18n/en/words.ts';
import { calledWebhookOf, lossOf, placeOf, podsOf } from './refused-pods.en.ts';
import type { webhookCallCauses } from './webhook-calls.ts';

export const texts = {
  'own-webhook-dead-lock': {
    headline: ({ mesh, namespace, webhook }) =>
      `Namespace ${namespace} is enrolled in its own mesh ${mesh}, and its own ${webhookOf(webhook)} prevents its Pods from being created.`,
    explanation: ({ workloads }) =>
      sentences(
        'The API server calls the webhook before it creates a Pod in this namespace, but no injector is Ready to answer, and the webhook fails closed.',
        workloads.length > 0 &&
          `So ${list(workloads)} cannot get a new Pod, and the state does not end by itself.`,
        'An injector never injects into its own namespace, so the enrolment has no use. Without it, the webhook is not called for this namespace.',
      ),
  },
  'webhook-without-endpoints': {
    headline: (params) =>
      `Nothing Ready is behind ${calledWebhookOf(params)}${placeOf(params)}: ${podsOf(params)} cannot be created.`,
    explanation: (params) =>
      sentences(
        'The API server calls the webhook before it creates a Pod. The webhook fails closed, and its Service does not exist or has no Ready Pod.',
        params.owner === 'other-software' &&
          'It belongs to other software: the injector has nothing to do with it. Find out who runs it.',
        params.owner === 'other-mesh' && 'The injector of that mesh has to be fixed, not this control plane.',
        lossOf(params),
      ),
  },
  'webhook-not-listening': {
    headline: (params) =>
      `The process behind ${calledWebhookOf(params)}${placeOf(params)} refuses connections: ${podsOf(params)} cannot be created.`,
    explanation: (params) =>
      sentences(
        'The API server reaches the Pod, but nothing listens on the port: the webhook server has stopped, or the port of the Service is wrong.',
        params.owner === 'own' &&
          'Since osm-edge 1.2, the probe of the injector uses another port and passes in this case.',
        lossOf(params),
      ),
  },
  'webhook-unreachable': {
    headline: (params) =>
      `The API server cannot reach ${calledWebhookOf(params)}${placeOf(params)}: ${podsOf(params)} cannot be created.`,
    explanation: (params) =>
      sentences(
        'The call times out: a firewall or network policy blocks the way from the API server to the Pod, or the webhook is too slow.',
        'In private clusters, the API server often reaches only ports 443 and 10250 of the nodes.',
        `Allow ${params.port === '' ? 'the port of the webhook' : `port ${params.port}`} from the API server; no command of this program can do that.`,
        params.owner === 'own' &&
          'Since osm-edge 1.2, the probe of the injector uses another port and passes in this case.',
        lossOf(params),
      ),
  },
  'webhook-gives-errors': {
    headline: (params) =>
      `${capital(calledWebhookOf(params))} gives no valid answer: ${podsOf(params)} cannot be created.`,
    explanation: (params) =>
      sentences(
        'The webhook is reached, but it answers with an error, or something else listens on its port.',
        lossOf(params),
        says('The API server reports', params.message),
      ),
  },
  'webhook-denies-pods': {
    headline: (params) => `${capital(calledWebhookOf(params))} denies ${podsOf(params)}.`,
    explanation: (params) =>
      sentences(
        'The webhook is called and denies the request, so the reason that it gives is what has to be fixed.',
        says('Reason', params.message),
        params.owner === 'other-software' && 'It belongs to other software; the injector is not involved.',
        lossOf(params),
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof webhookCallCauses>;
