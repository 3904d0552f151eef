import { listed, webhookOf } from '#i18n/ja/words.ts';
import type { CalledWebhook, LostPods } from './refused-pods.ts';

/** `メッシュ「osm」の Webhook「osm-inject.k8s.io」`: a particle follows without a space. */
export function calledWebhookOf({ webhook, owner, mesh }: CalledWebhook): string {
  const name = webhookOf(webhook);
  switch (owner) {
    case 'own':
    case 'other-mesh':
      return mesh === '' ? name : `メッシュ「${mesh}」の ${name}`;
    case 'removed-mesh':
      return `削除されたメッシュの ${name}`;
    case 'other-software':
      return `メッシュのものではない ${name}`;
    default:
      return owner satisfies never;
  }
}

/** `（名前空間「osm-system」の Service「osm-injector」、ポート 9090）`; nothing where neither is known. */
export function placeOf({ service, port }: CalledWebhook): string {
  const [namespace = '', name = ''] = service.split('/');
  if (name === '') return '';
  return `（名前空間「${namespace}」の Service「${name}」${port === '' ? '' : `、ポート ${port}`}）`;
}

/** `osm-controller の新しい Pod と、名前空間 bookstore の新しい Pod`. */
export function podsOf({ workloads, namespaces }: LostPods): string {
  const parts = [
    ...(workloads.length === 0 ? [] : [`${listed(workloads).trimStart()}の新しい Pod`]),
    ...(namespaces.length === 0 ? [] : [`名前空間${listed(namespaces)}の新しい Pod`]),
  ];
  return parts.length === 0 ? '新しい Pod' : parts.join(' と、');
}

/** A sentence: what is lost, and what is not. */
export function lossOf(lost: LostPods): string {
  return `${podsOf(lost)} は作成できません。実行中の Pod には影響しません。`;
}
