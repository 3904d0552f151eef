import type { CauseTexts } from '#i18n/types/causes.ts';
import { listed, says, sentences, webhookOf } from '#i18n/ja/words.ts';
import { calledWebhookOf, lossOf, placeOf, podsOf } from './refused-pods.ja.ts';
import type { webhookCallCauses } from './webhook-calls.ts';

const otherPort =
  'osm-edge 1.2 以降では、インジェクターのプローブは別のポートを使うため、この場合も成功します。';

export const texts = {
  'own-webhook-dead-lock': {
    headline: ({ mesh, namespace, webhook }) =>
      `名前空間「${namespace}」が自身のメッシュ「${mesh}」に登録されており、自身の ${webhookOf(webhook)}が Pod の作成を妨げています。`,
    explanation: ({ workloads }) =>
      sentences(
        'API サーバーは、この名前空間に Pod を作成する前に Webhook を呼び出します。しかし、応答できる Ready のインジェクターがなく、応答がなければリクエストは拒否されます。',
        workloads.length > 0 &&
          `そのため${listed(workloads)}の新しい Pod は作成できず、この状態は自然には解消しません。`,
        'インジェクターは自身の名前空間には注入しないため、この登録は不要です。登録を解除すると、この名前空間では Webhook が呼び出されなくなります。',
      ),
  },
  'webhook-without-endpoints': {
    headline: (params) =>
      `${calledWebhookOf(params)}${placeOf(params)}の接続先に Ready の Pod がないため、${podsOf(params)} を作成できません。`,
    explanation: (params) =>
      sentences(
        'API サーバーは Pod を作成する前に Webhook を呼び出し、応答がなければリクエストを拒否します。Webhook の Service が存在しないか、接続先に Ready の Pod がありません。',
        params.owner === 'other-software' &&
          'これはほかのソフトウェアの Webhook で、インジェクターとは関係ありません。誰が運用しているかを確認してください。',
        params.owner === 'other-mesh' &&
          '修正が必要なのは、このコントロールプレーンではなく、そのメッシュのインジェクターです。',
        lossOf(params),
      ),
  },
  'webhook-not-listening': {
    headline: (params) =>
      `${calledWebhookOf(params)}${placeOf(params)}のプロセスが接続を拒否しているため、${podsOf(params)} を作成できません。`,
    explanation: (params) =>
      sentences(
        'API サーバーは Pod に到達していますが、ポートで待ち受けているプロセスがありません。Webhook サーバーが終了したか、Service のポートが誤っています。',
        params.owner === 'own' && otherPort,
        lossOf(params),
      ),
  },
  'webhook-unreachable': {
    headline: (params) =>
      `API サーバーが、${calledWebhookOf(params)}${placeOf(params)}に到達できないため、${podsOf(params)} を作成できません。`,
    explanation: (params) =>
      sentences(
        '呼び出しがタイムアウトしています。API サーバーから Pod への通信をファイアウォールまたはネットワークポリシーが遮断しているか、Webhook の処理が遅すぎます。',
        'プライベートクラスターでは、API サーバーから到達できるのがノードのポート 443 と 10250 だけのことがよくあります。',
        `API サーバーから${params.port === '' ? ' Webhook のポートへ' : `ポート ${params.port} へ`}の通信を許可してください。このプログラムのコマンドではできません。`,
        params.owner === 'own' && otherPort,
        lossOf(params),
      ),
  },
  'webhook-gives-errors': {
    headline: (params) =>
      `${calledWebhookOf(params)}の応答が不正なため、${podsOf(params)} を作成できません。`,
    explanation: (params) =>
      sentences(
        'Webhook には到達していますが、エラーを返すか、別のプロセスがそのポートで待ち受けています。',
        lossOf(params),
        says('API サーバーのメッセージ', params.message),
      ),
  },
  'webhook-denies-pods': {
    headline: (params) => `${calledWebhookOf(params)}が、${podsOf(params)} を拒否しています。`,
    explanation: (params) =>
      sentences(
        'Webhook が呼び出され、リクエストを拒否しています。示された理由が、修正すべきものです。',
        says('理由', params.message),
        params.owner === 'other-software' &&
          'これはほかのソフトウェアの Webhook で、インジェクターは関係ありません。',
        lossOf(params),
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof webhookCallCauses>;
