import { z } from 'zod';
import { clientConfig } from '#snapshot/client-config.ts';
import { customResourceDefinitionWith } from '#snapshot/custom-resource-definition.ts';
import { eventRecord, webhookConfigurationWith } from '#snapshot/kubernetes.ts';
import type { ApiResources, EventRecord } from '#snapshot/kubernetes.ts';
import { parseCaBundle } from './ca-bundle.ts';

const text = z.string().nullish();
const reference = z.object({ kind: text, name: text, namespace: text, uid: text, fieldPath: text }).nullish();
const source = z.object({ component: text, host: text }).nullish();

/** An event as core/v1 or events.k8s.io/v1 sends it: the same object under other field names. */
const wireEvent = z.object({
  metadata: z.object({ name: z.string(), namespace: text, creationTimestamp: text }),
  type: text,
  reason: text,
  // core/v1
  message: text,
  involvedObject: reference,
  source,
  count: z.number().nullish(),
  firstTimestamp: text,
  lastTimestamp: text,
  reportingComponent: text,
  // events.k8s.io/v1
  note: text,
  regarding: reference,
  reportingController: text,
  deprecatedSource: source,
  deprecatedCount: z.number().nullish(),
  deprecatedFirstTimestamp: text,
  deprecatedLastTimestamp: text,
  // both
  eventTime: text,
  series: z.object({ count: z.number().nullish(), lastObservedTime: text }).nullish(),
});

/**
 * Brings both shapes of an event into one. Kubelet's events are counted and have two time stamps; those of the scheduler
 * have `eventTime` alone, and a `series` when they come again (kubernetes-api-facts, events).
 */
export const event = wireEvent.transform((wire, context): EventRecord => {
  const about = wire.involvedObject ?? wire.regarding;
  const { series } = wire;
  const firstAt =
    wire.firstTimestamp ||
    wire.deprecatedFirstTimestamp ||
    wire.eventTime ||
    wire.metadata.creationTimestamp ||
    undefined;
  const lastAt = wire.lastTimestamp || wire.deprecatedLastTimestamp || series?.lastObservedTime || firstAt;
  const record = eventRecord.safeParse({
    type: wire.type || 'Normal',
    reason: wire.reason ?? '',
    message: wire.message ?? wire.note ?? '',
    regarding: {
      kind: about?.kind,
      name: about?.name,
      namespace: about?.namespace || wire.metadata.namespace,
      uid: about?.uid || undefined,
      fieldPath: about?.fieldPath || undefined,
    },
    reporter:
      wire.source?.component ||
      wire.deprecatedSource?.component ||
      wire.reportingComponent ||
      wire.reportingController ||
      '',
    count: Math.max(1, wire.count ?? 0, wire.deprecatedCount ?? 0, series?.count ?? 0),
    firstAt,
    lastAt,
  });
  if (record.success) return record.data;
  context.addIssue({ code: 'custom', message: 'an event about nothing' });
  return z.NEVER;
});

/** The resource list of a group version: the kinds, without subresources. */
export const apiResourceList = z
  .object({
    groupVersion: z.string(),
    resources: z.array(z.object({ name: z.string(), kind: z.string() })).nullish(),
  })
  .transform(({ groupVersion, resources }): ApiResources => ({
    groupVersion,
    kinds: [...new Set((resources ?? []).filter(({ name }) => !name.includes('/')).map(({ kind }) => kind))],
  }));

/** As it is sent: the CA bundle, in base64, is read on the way in. */
const sentClientConfig = clientConfig.extend({
  caBundle: text.transform((bundle) => (bundle ? parseCaBundle(bundle) : undefined)),
});

export const sentWebhookConfiguration = webhookConfigurationWith(sentClientConfig);
export const sentCustomResourceDefinition = customResourceDefinitionWith(sentClientConfig);

/** Any list; what its items are is checked one by one. */
export const listPage = z.object({
  metadata: z.object({ continue: text, remainingItemCount: z.number().nullish() }).nullish(),
  items: z.array(z.unknown()).nullable(),
});
