import { flavourList, flavourOf } from '#mesh/flavours.ts';
import { configurationOf, type NamedWebhook, webhookOwner, type WebhookOwner } from '#mesh/webhook-owner.ts';
import type { WebhookConfiguration } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import { type FindingPattern, ofCode, pattern, workloadOf } from '#diagnosis/finding-pattern.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import type { Subject } from '#diagnosis/subject.ts';
import type { CreateFailure } from '#steps/pod-events/create-failures.ts';
import { kubectl, look } from './commands.ts';
import { sortedUnique, workloadSubject } from './common.ts';

/** A finding that Pods cannot be created: those of the control plane, or those of applications. */
export type RefusedPods = Finding<'create-rejected'> | Finding<'app-create-rejected'>;

/** Pods that are not created for one of these reasons, wherever in the mesh. */
export function refused(
  failures: readonly CreateFailure[],
  where: (finding: RefusedPods) => boolean = () => true,
): FindingPattern {
  return pattern(
    ['create-rejected', 'app-create-rejected'],
    'mesh',
    (finding) => failures.includes(finding.params.failure) && where(finding),
  );
}

/** The findings among the anchors, those of the control plane first. */
export function refusalsIn(anchors: readonly Finding[]): readonly RefusedPods[] {
  return [...ofCode(anchors, 'create-rejected'), ...ofCode(anchors, 'app-create-rejected')];
}

/** What is lost while they are refused; empty lists where nothing is. */
export interface LostPods {
  /** Deployments of the control plane. */
  workloads: string[];
  /** Namespaces of applications. */
  namespaces: string[];
}

export function lostPods(anchors: readonly Finding[]): LostPods {
  return {
    workloads: [
      ...sortedUnique(ofCode(anchors, 'create-rejected').map(({ subject }) => workloadOf(subject))),
    ],
    namespaces: [...sortedUnique(ofCode(anchors, 'app-create-rejected').map(({ subject }) => subject.name))],
  };
}

/** Whom a webhook belongs to, and what it is called by, as params of a cause. */
export interface CalledWebhook {
  webhook: string;
  /** `NAMESPACE/NAME`, or '' where neither the message nor a configuration tells. */
  service: string;
  /** As in the configuration; '' where it is not known. */
  port: string;
  owner: WebhookOwner['kind'];
  /** The mesh that it belongs to; '' for other software, or where the mesh is gone. */
  mesh: string;
}

export const calledWebhook: CalledWebhook = {
  webhook: '<webhook>',
  service: '<namespace>/<service>',
  port: '<port>',
  owner: 'own',
  mesh: '<mesh>',
};

/** The webhook that the first of the anchors names. */
export function calledIn(anchors: readonly Finding[], context: RuleContext): CalledWebhook {
  const { webhook = '', service: called = '' } = refusalsIn(anchors)[0]?.params ?? {};
  const owner = ownerOf({ webhook, service: called }, context);
  const entry = configuration({ webhook, service: called }, context)?.webhooks.find(
    ({ name }) => name === webhook,
  );
  const known = entry?.clientConfig.service;
  const service = called === '' && known !== undefined ? `${known.namespace}/${known.name}` : called;
  const port = known?.port ?? portOf(service);
  return {
    webhook,
    service,
    port: port === undefined ? '' : String(port),
    owner: owner.kind,
    mesh: meshOf(owner, context),
  };
}

export function ownerOf(named: NamedWebhook, context: RuleContext): WebhookOwner {
  const { mesh, meshes } = context;
  return webhookOwner(named, { mesh, meshes, configurations: configurations(context) });
}

function meshOf(owner: WebhookOwner, { mesh }: RuleContext): string {
  if (owner.kind === 'own') return mesh.name;
  return owner.kind === 'other-mesh' ? owner.mesh.name : '';
}

/** The ports of the family's webhooks are fixed by their Service (facts §3.3). */
function portOf(service: string): number | undefined {
  return flavourList
    .flatMap(({ mutatingWebhook, validatingWebhook }) => [mutatingWebhook, validatingWebhook])
    .find((webhook) => service.endsWith(`/${webhook.service}`))?.port;
}

export function configuration(named: NamedWebhook, context: RuleContext): WebhookConfiguration | undefined {
  return configurationOf(named, configurations(context));
}

function configurations({ facts }: RuleContext): readonly WebhookConfiguration[] {
  return valueOf(facts.mutatingWebhooks) ?? [];
}

/** Anchors of one webhook make one candidate. */
export function byWebhook(finding: Finding): string {
  if (finding.code !== 'create-rejected' && finding.code !== 'app-create-rejected') return '';
  const { webhook, service } = finding.params;
  return `${webhook} ${service}`;
}

/** The Deployment whose Pods are refused; where only applications wait, the namespace of the first. */
export function refusedSubject(anchors: readonly Finding[], context: RuleContext): Subject {
  const own = ofCode(anchors, 'create-rejected');
  if (own.length > 0) return workloadSubject(own, context);
  const { name = context.mesh.namespace } = refusalsIn(anchors)[0]?.subject ?? {};
  return { mesh: context.mesh.name, kind: 'Namespace', namespace: name, name };
}

/** Shows the configuration of a webhook; where its name is not known, all of them. */
export function showWebhook(context: RuleContext, { webhook, service }: NamedWebhook): RemedyStep {
  const purpose = { code: 'inspect-webhook', params: { webhook } } as const;
  const known = configuration({ webhook, service }, context);
  return known === undefined
    ? look(
        kubectl(
          context,
          'get',
          'mutatingwebhookconfigurations,validatingwebhookconfigurations',
          '-o',
          'yaml',
        ),
        purpose,
      )
    : look(
        kubectl(context, 'get', 'mutatingwebhookconfiguration', known.metadata.name, '-o', 'yaml'),
        purpose,
      );
}

/** Shows the Service that the API server calls, and what is behind it; nothing where no Service is known. */
export function showService(context: RuleContext, service: string): readonly RemedyStep[] {
  const [namespace = '', name = ''] = service.split('/');
  if (namespace === '' || name === '') return [];
  return [
    look(kubectl(context, '-n', namespace, 'get', 'service,endpoints', name), {
      code: 'inspect-service',
      params: { service: name },
    }),
  ];
}

/** The Deployment of an injector is named like its Service (facts §1.1, §3.3); undefined for a webhook of other software. */
export function injectorBehind(service: string): { name: string; namespace: string } | undefined {
  const [namespace = '', name = ''] = service.split('/');
  return flavourList.some(({ mutatingWebhook }) => mutatingWebhook.service === name)
    ? { name, namespace }
    : undefined;
}

/** Has this mesh's injector a Ready Pod, as far as anybody could look? */
export function injectorIsReady(context: RuleContext): boolean | undefined {
  const service = flavourOf(context.mesh).services.injector;
  const endpoints = valueOf(context.facts.endpoints);
  if (endpoints === undefined) return undefined;
  return (endpoints.find((item) => item.service === service)?.ready.length ?? 0) > 0;
}
