import type { LabelSelector, MetadataOnly, Service, WebhookConfiguration } from '#snapshot/kubernetes.ts';
import type { ServiceEndpoints } from '#snapshot/service-endpoints.ts';
import { isAnswer, type Observed, valueOf } from '#snapshot/observed.ts';

type Labels = Readonly<Record<string, string>>;
type WebhookEntry = WebhookConfiguration['webhooks'][number];

/** Does a label selector match? No selector, or an empty one, matches everything. */
export function selectorMatches(selector: LabelSelector | undefined, labels: Labels): boolean {
  if (!selector) return true;
  const equal = Object.entries(selector.matchLabels).every(([key, value]) => labels[key] === value);
  return equal && selector.matchExpressions.every((expression) => expressionMatches(expression, labels));
}

function expressionMatches(
  { key, operator, values }: LabelSelector['matchExpressions'][number],
  labels: Labels,
): boolean {
  const value = labels[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

/** A webhook that the API server must ask before it creates a pod. */
export interface WebhookCall {
  /** Name of the MutatingWebhookConfiguration. */
  readonly configuration: string;
  /** Name of the entry in it, as kubectl and events name it. */
  readonly webhook: string;
  /** Absent when it is called by URL. */
  readonly service?: { readonly namespace: string; readonly name: string };
}

/**
 * The webhooks whose failure keeps pods of a namespace from being created (facts §3.4): they are asked for the
 * creation of pods, select the namespace, and fail closed (the default of the API). With `podLabels`, those whose
 * objectSelector passes the pod over are left out; without, they count.
 */
export function webhookCallsFor(
  configurations: readonly WebhookConfiguration[],
  namespaceLabels: Labels,
  podLabels?: Labels,
): readonly WebhookCall[] {
  return configurations.flatMap(({ metadata, webhooks }) =>
    webhooks
      .filter((entry) => (entry.failurePolicy ?? 'Fail') === 'Fail' && isAskedForPods(entry))
      .filter(({ namespaceSelector }) => selectorMatches(namespaceSelector, namespaceLabels))
      .filter(({ objectSelector }) => !podLabels || selectorMatches(objectSelector, podLabels))
      .map(({ name, clientConfig: { service } }) => ({
        configuration: metadata.name,
        webhook: name,
        ...(service ? { service: { namespace: service.namespace, name: service.name } } : {}),
      })),
  );
}

/** `pods/*` are subresources only, so it does not cover pods themselves. */
function isAskedForPods({ rules }: WebhookEntry): boolean {
  return rules.some(
    ({ operations, apiGroups, resources }) =>
      operations.some((operation) => operation === 'CREATE' || operation === '*') &&
      apiGroups.some((group) => group === '' || group === '*') &&
      resources.some((resource) => ['pods', '*', '*/*'].includes(resource)),
  );
}

/** What is known of a namespace that a webhook's Service lives in; a fact that was never asked for is left out. */
export interface BackendFacts {
  readonly namespace?: Observed<MetadataOnly>;
  readonly services?: Observed<readonly Service[]>;
  readonly endpoints?: Observed<readonly ServiceEndpoints[]>;
}

export interface DeadLock {
  readonly call: WebhookCall;
  /** `clear`: its Service has a ready endpoint. `blocked`: it has none. `unknown`: nobody could look. */
  readonly answer: 'clear' | 'blocked' | 'unknown';
  readonly reason: 'ready' | 'no-namespace' | 'no-service' | 'no-ready-endpoint' | 'not-read' | 'by-url';
}

/** Would each of these webhooks answer now? `backends` by namespace, e.g. `snapshot.namespaces` (facts §3.4). */
export function deadLocks(
  calls: readonly WebhookCall[],
  backends: Readonly<Record<string, BackendFacts | undefined>>,
): readonly DeadLock[] {
  return calls.map((call) => ({ call, ...judge(call, call.service && backends[call.service.namespace]) }));
}

function judge({ service }: WebhookCall, backend: BackendFacts | undefined): Omit<DeadLock, 'call'> {
  if (!service) return { answer: 'unknown', reason: 'by-url' };
  if (backend?.namespace?.state === 'absent') return { answer: 'blocked', reason: 'no-namespace' };
  const { services, endpoints } = backend ?? {};
  const hasService = valueOf(services)?.some(({ metadata }) => metadata.name === service.name);
  if (services && isAnswer(services) && !hasService) return { answer: 'blocked', reason: 'no-service' };
  const behind = valueOf(endpoints)?.find((item) => item.service === service.name);
  if (behind !== undefined && behind.ready.length > 0) return { answer: 'clear', reason: 'ready' };
  if (!endpoints || !isAnswer(endpoints)) return { answer: 'unknown', reason: 'not-read' };
  return { answer: 'blocked', reason: 'no-ready-endpoint' };
}
