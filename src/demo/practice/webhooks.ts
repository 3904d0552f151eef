import { at, listAt, numberAt, textAt } from '../field.ts';
import type { KubeObject } from '../scenario.ts';
import { podsOf } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { inject } from './injection.ts';
import { readyAddresses } from './endpoints.ts';
import { blockedFromApiServer } from './network.ts';
import { selects } from './objects.ts';
import type { LabelSelector, Pod } from './objects.ts';
import { MUTATING } from './release.ts';

/** A webhook refused a request, or could not be asked although it must be. */
export class WebhookError extends Error {
  readonly status: 400 | 500;

  constructor(message: string, status: 400 | 500) {
    super(message);
    this.name = 'WebhookError';
    this.status = status;
  }
}

/**
 * Asks every webhook that wants to see new Pods, in the order of their names.
 * @throws {WebhookError} when one refuses, or cannot be asked and its failurePolicy is Fail.
 */
export function callMutatingWebhooks(cluster: Cluster, namespace: KubeObject, pod: Pod): Pod {
  const webhooks = cluster.store.list(MUTATING).flatMap((configuration) => listAt(configuration, 'webhooks'));
  return webhooks
    .filter((webhook) => concerns(webhook, namespace, pod))
    .reduce<Pod>((changed, webhook) => call(cluster, webhook, namespace, changed), pod);
}

function concerns(webhook: unknown, { metadata }: KubeObject, pod: Pod): boolean {
  const has = (rule: unknown, field: string, ...wanted: readonly string[]): boolean =>
    listAt(rule, field).some((value) => wanted.includes(String(value)));
  const isAboutPods = listAt(webhook, 'rules').some(
    (rule) =>
      has(rule, 'operations', 'CREATE', '*') &&
      has(rule, 'apiGroups', '', '*') &&
      has(rule, 'resources', 'pods', '*', '*/*'),
  );
  const selector = (field: string): LabelSelector => at(webhook, field) ?? {};
  return (
    isAboutPods &&
    selects(selector('namespaceSelector'), metadata.labels) &&
    selects(selector('objectSelector'), pod.metadata.labels)
  );
}

function call(cluster: Cluster, webhook: unknown, namespace: KubeObject, pod: Pod): Pod {
  const answering = answeringPod(cluster, webhook);
  if ('failure' in answering) {
    if (textAt(webhook, 'failurePolicy') === 'Ignore') return pod;
    const why = `failed calling webhook "${textAt(webhook, 'name')}": failed to call webhook: ${answering.failure}`;
    throw new WebhookError(`Internal error occurred: ${why}`, 500);
  }
  const injected = answering.pod ? inject(answering.pod, namespace, pod) : { pod };
  if ('pod' in injected) return injected.pod;
  throw new WebhookError(
    `admission webhook "${textAt(webhook, 'name')}" denied the request: ${injected.denied}`,
    400,
  );
}

/** The Pod that answers a webhook's calls (undefined for one outside of the cluster), or why there is no answer. */
function answeringPod(cluster: Cluster, webhook: unknown): { pod: Pod | undefined } | { failure: string } {
  if (at(webhook, 'clientConfig.service') === undefined) return { pod: undefined };
  const name = textAt(webhook, 'clientConfig.service.name');
  const namespace = textAt(webhook, 'clientConfig.service.namespace');
  const port = numberAt(webhook, 'clientConfig.service.port') || 443;
  const path = textAt(webhook, 'clientConfig.service.path');
  const url = `https://${name}.${namespace}.svc:${port}${path}?timeout=${numberAt(webhook, 'timeoutSeconds') || 10}s`;
  const failed = (why: string): { failure: string } => ({ failure: `Post "${url}": ${why}` });
  const service = cluster.store.get('services', namespace, name);
  if (!service) return failed(`service "${name}" not found`);
  if (!listAt(service, 'spec.ports').some((entry) => numberAt(entry, 'port') === port)) {
    return failed(`no service port ${port} found for service "${name}"`);
  }
  const [address] = readyAddresses(cluster, namespace, name);
  if (!address) return failed(`no endpoints available for service "${name}"`);
  const ip = textAt(service, 'spec.clusterIP');
  const pod = podsOf(cluster).find(({ metadata }) => metadata.uid === address.uid);
  const blocked = pod && blockedFromApiServer(cluster, pod, port);
  if (blocked === 'timeout') return failed(`dial tcp ${ip}:${port}: i/o timeout`);
  if (blocked === 'refused') return failed(`dial tcp ${ip}:${port}: connect: connection refused`);
  const serving = cluster.serving.get(pod?.metadata.uid ?? '');
  const isTrusted = serving === undefined || serving === textAt(webhook, 'clientConfig.caBundle');
  return isTrusted ? { pod } : failed('x509: certificate signed by unknown authority');
}
