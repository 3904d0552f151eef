import type { WebhookConfiguration } from '#snapshot/kubernetes.ts';
import type { Flavour } from './flavour.ts';
import { flavourList, flavourOf } from './flavours.ts';
import type { MeshIdentity } from './identity.ts';

/** A webhook as a message of the API server names it. */
export interface NamedWebhook {
  /** The entry of the webhook configuration, e.g. `osm-inject.k8s.io`. */
  readonly webhook: string;
  /** The Service that was called, as `NAMESPACE/NAME`; '' when the message has no URL. */
  readonly service: string;
}

/**
 * Whose webhook it is: that of the control plane that is looked at, of another one in the cluster, of one that is not there, or
 * of software that is no mesh of this family (policy engines, other meshes).
 */
export type WebhookOwner =
  | { readonly kind: 'own' | 'removed-mesh' | 'other-software' }
  | { readonly kind: 'other-mesh'; readonly mesh: MeshIdentity };

/** What is needed to tell: every control plane, and the webhook configurations of the family as far as they were read. */
export interface OwnerContext {
  readonly mesh: MeshIdentity;
  readonly meshes: readonly MeshIdentity[];
  readonly configurations: readonly WebhookConfiguration[];
}

/**
 * Tells by the Service, which only one control plane has; without one (a denial names the entry alone) by the configuration
 * that has the entry, and at last by the entry itself, which all meshes of a family share (facts §3.3).
 */
export function webhookOwner(named: NamedWebhook, context: OwnerContext): WebhookOwner {
  const { mesh, configurations } = context;
  if (named.service !== '') return ownerOfService(named.service, context);
  const owners = configurations
    .flatMap(({ webhooks }) => webhooks.filter(({ name }) => name === named.webhook))
    .flatMap(({ clientConfig: { service } }) =>
      service === undefined ? [] : [ownerOfService(`${service.namespace}/${service.name}`, context)],
    );
  const isOurs = namesOf(flavourOf(mesh)).some(({ entry }) => entry === named.webhook);
  if (owners.length > 0) return owners.find(({ kind }) => kind === 'own') ?? owners[0]!;
  return { kind: isOurs ? 'own' : 'other-software' };
}

function ownerOfService(service: string, { mesh, meshes }: OwnerContext): WebhookOwner {
  const [namespace = '', name = ''] = service.split('/');
  const serves = (one: MeshIdentity): boolean =>
    one.namespace === namespace && namesOf(flavourOf(one)).some((webhook) => webhook.service === name);
  if (serves(mesh)) return { kind: 'own' };
  const other = meshes.find((one) => one !== mesh && serves(one));
  if (other?.presence === 'controller') return { kind: 'other-mesh', mesh: other };
  const isOfFamily = flavourList.some((flavour) =>
    namesOf(flavour).some((webhook) => webhook.service === name),
  );
  return { kind: isOfFamily ? 'removed-mesh' : 'other-software' };
}

function namesOf({ mutatingWebhook, validatingWebhook }: Flavour) {
  return [mutatingWebhook, validatingWebhook];
}

/** The configuration that has the entry and calls the Service, as far as the message names them. */
export function configurationOf(
  { webhook, service }: NamedWebhook,
  configurations: readonly WebhookConfiguration[],
): WebhookConfiguration | undefined {
  return configurations.find(({ webhooks }) =>
    webhooks.some(({ name, clientConfig }) => {
      const called = clientConfig.service && `${clientConfig.service.namespace}/${clientConfig.service.name}`;
      return name === webhook && (service === '' || service === called);
    }),
  );
}

/** The Service in the URL of a message, as `NAMESPACE/NAME`; '' when there is none: `Post "https://osm-injector.osm-system.svc:9090/…`. */
export function serviceInUrl(message: string): string {
  const [, name, namespace] = /https:\/\/([\w-]+)\.([\w-]+)\.svc[:/.?]/.exec(message) ?? [];
  return name === undefined || namespace === undefined ? '' : `${namespace}/${name}`;
}
