import { capital, list, webhookOf } from '#i18n/en/words.ts';
import type { CalledWebhook, LostPods } from './refused-pods.ts';

/** `webhook "osm-inject.k8s.io" of mesh osm`: whom to speak of depends on whose it is. */
export function calledWebhookOf({ webhook, owner, mesh }: CalledWebhook): string {
  const name = webhookOf(webhook);
  switch (owner) {
    case 'own':
    case 'other-mesh':
      return mesh === '' ? name : `${name} of mesh ${mesh}`;
    case 'removed-mesh':
      return `${name} of a removed mesh`;
    case 'other-software':
      return `${name}, which is not part of the mesh,`;
    default:
      return owner satisfies never;
  }
}

/** ` (Service osm-injector in osm-system, port 9090)`; nothing where neither is known. */
export function placeOf({ service, port }: CalledWebhook): string {
  const [namespace = '', name = ''] = service.split('/');
  if (name === '') return '';
  return ` (Service ${name} in ${namespace}${port === '' ? '' : `, port ${port}`})`;
}

/** `new Pods of osm-controller and new Pods in namespace bookstore`. */
export function podsOf({ workloads, namespaces }: LostPods): string {
  const parts = [
    ...(workloads.length === 0 ? [] : [`new Pods of ${list(workloads)}`]),
    ...(namespaces.length === 0
      ? []
      : [`new Pods in ${namespaces.length === 1 ? 'namespace' : 'namespaces'} ${list(namespaces)}`]),
  ];
  return parts.length === 0 ? 'new Pods' : list(parts);
}

/** A sentence: what is lost, and what is not. */
export function lossOf(lost: LostPods): string {
  return `${capital(podsOf(lost))} cannot be created; running Pods are not affected.`;
}
