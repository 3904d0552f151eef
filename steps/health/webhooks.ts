import type { CheckInput } from '#diagnosis/check.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import { flavourList } from '#mesh/flavours.ts';
import { webhookCallsFor } from '#mesh/webhooks.ts';
import type { WebhookConfiguration } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import { compareText } from '#steps/shared/order.ts';
import { clusterSubject, evidenceOf, finding } from '#steps/shared/subjects.ts';

type Input = CheckInput<
  'mutatingWebhooks' | 'validatingWebhooks' | 'deployments' | 'namespace' | 'enrolledNamespaces'
>;
type Kind = 'MutatingWebhookConfiguration' | 'ValidatingWebhookConfiguration';

/**
 * Does a webhook configuration of the family outlive its mesh? The processes write them, not Helm, and they fail closed:
 * pods cannot be created (facts §3.3; osm#5084).
 */
export function checkWebhooks(input: Input): {
  readonly findings: readonly FindingDraft[];
  readonly looked: number;
} {
  const mutating = valueOf(input.facts.mutatingWebhooks) ?? [];
  const validating = valueOf(input.facts.validatingWebhooks) ?? [];
  const findings = [
    ...mutating.flatMap((item) => stale(input, 'MutatingWebhookConfiguration', item)),
    ...validating.flatMap((item) => stale(input, 'ValidatingWebhookConfiguration', item)),
  ];
  return { findings, looked: mutating.length + validating.length };
}

function stale(input: Input, kind: Kind, configuration: WebhookConfiguration): readonly FindingDraft[] {
  const { mesh } = input;
  const isMutating = kind === 'MutatingWebhookConfiguration';
  return configuration.webhooks.flatMap(({ name, clientConfig: { service } }) => {
    const app = service && appBehind(service.name, isMutating);
    if (!service || app === undefined || !isKnownGone(input, service.namespace, app)) return [];
    const target = `${service.namespace}/${service.name}`;
    const subject = clusterSubject(mesh, kind, configuration.metadata.name);
    const fact = isMutating ? 'mutatingWebhooks' : 'validatingWebhooks';
    const path = `webhooks[${name}].clientConfig.service`;
    const evidence = [
      evidenceOf(fact, subject, path, target),
      evidenceOf(
        'deployments',
        { kind: 'Deployment', namespace: service.namespace, name: app },
        '',
        'not found',
      ),
    ];
    const namespaces = isMutating ? blockedNamespaces(input, configuration) : [];
    const severity = namespaces.length > 0 ? 'critical' : 'warning';
    return [
      finding('stale-webhook', severity, subject, { webhook: name, service: target, namespaces }, evidence),
    ];
  });
}

/** The Deployment that serves a webhook of the family, told by its Service (facts §3.3). */
function appBehind(service: string, isMutating: boolean): string | undefined {
  const flavour = flavourList.find(({ mutatingWebhook, validatingWebhook }) =>
    isMutating ? mutatingWebhook.service === service : validatingWebhook.service === service,
  );
  return isMutating ? flavour?.apps.injector : flavour?.apps.controller;
}

/** Only a full list can say that a Deployment is not there; outside of our namespace only a cluster-wide one. */
function isKnownGone(
  { mesh, facts: { deployments }, deploymentsScope }: Input,
  namespace: string,
  app: string,
): boolean {
  if (deployments.state !== 'read') return false;
  const isThere = deployments.value.some(
    ({ metadata }) => metadata.namespace === namespace && metadata.labels['app'] === app,
  );
  return !isThere && (namespace === mesh.namespace || deploymentsScope === 'cluster');
}

/** The namespaces that are known and that it selects: no Pod can be created there while it fails closed. */
function blockedNamespaces({ facts }: Input, configuration: WebhookConfiguration): string[] {
  const own = valueOf(facts.namespace);
  const known = [...(own === undefined ? [] : [own]), ...(valueOf(facts.enrolledNamespaces) ?? [])];
  const blocked = known
    .filter(({ metadata }) => webhookCallsFor([configuration], metadata.labels).length > 0)
    .map(({ metadata }) => metadata.name);
  return [...new Set(blocked)].toSorted(compareText);
}
