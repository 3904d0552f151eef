import type { CauseTexts } from '#i18n/types/causes.ts';
import { namespaceOf, says, sentences, webhookOf } from '#i18n/ja/words.ts';
import type { webhookCauses } from './webhooks.ts';
import { nameOf } from './words.ja.ts';

export const texts = {
  'stale-webhook-configuration': {
    headline: ({ configuration, service }) =>
      `Webhook 設定「${configuration}」が呼び出す Service「${service}」を提供する Deployment がありません。`,
    explanation: () =>
      'Webhook 設定はメッシュのプロセスが作成するため、アンインストールが中断すると残ります。応答がなければリクエストは拒否されるため、対象となるリクエストはすべて失敗します。',
  },
  'webhook-ca-mismatch': {
    headline: ({ webhook }) => `API サーバーが ${webhookOf(webhook)}の証明書を信頼していません。`,
    explanation: () =>
      'Webhook 設定の CA は、インジェクターの証明書に署名したものではないため、Pod の作成がすべて拒否されます。CA の Secret を置き換えた後に一部の Deployment を再起動しなかった場合や、同じ名前のメッシュが 2 つある場合に起こります。osm-edge 1.2 以降では、この場合もインジェクターのプローブは成功します。',
  },
  'webhook-unreachable': {
    headline: ({ webhook }) => `API サーバーが ${webhookOf(webhook)}に到達できず、Pod を作成できません。`,
    explanation: () =>
      'この Webhook の応答がなければ、リクエストは拒否されます。接続先で動作しているインジェクターがないか、API サーバーからポート 9090 への通信をネットワークポリシーまたはファイアウォールが遮断しています。osm-edge 1.2 以降では、インジェクターのプローブはこのポートの状態を示しません。',
  },
  'invalid-injection-annotation': {
    headline: ({ value }, subject) =>
      `${namespaceOf(subject)}の注入アノテーションの値${value === '' ? '' : `「${value}」`}が不正で、Pod が拒否されています。`,
    explanation: () =>
      '名前空間が登録されているメッシュのインジェクターが受け付ける値は、enabled、yes、true、disabled、no、false です。それ以外の値ではリクエストが拒否され、新しい Pod は作成されません。実行中の Pod には影響しません。',
  },
  'webhook-denies-pods': {
    headline: ({ webhook }) => `${webhookOf(webhook)}がコントロールプレーンの Pod を拒否しています。`,
    explanation: ({ message }) =>
      sentences(
        'Webhook がリクエストを拒否しているため、新しい Pod は作成されません。',
        says('理由', message),
      ),
  },
  'quota-or-policy-rejects-pods': {
    headline: (_, subject) =>
      `API サーバーが、クォータ、Pod セキュリティのルール、またはその他のポリシーにより ${nameOf(subject)} の Pod を拒否しています。`,
    explanation: ({ message }) =>
      sentences('拒否されている間、ワークロードの新しい Pod は作成されません。', says('メッセージ', message)),
  },
} satisfies Pick<CauseTexts, keyof typeof webhookCauses>;
