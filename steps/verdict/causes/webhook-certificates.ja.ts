import type { CauseTexts } from '#i18n/types/causes.ts';
import { instant } from '#i18n/instant.ts';
import { inBrackets, list, sentences } from '#i18n/ja/words.ts';
import { calledWebhookOf, lossOf, placeOf, podsOf } from './refused-pods.ja.ts';
import type { webhookCertificateCauses } from './webhook-certificates.ts';

export const texts = {
  'webhook-ca-mismatch': {
    headline: (params) =>
      `API サーバーが、${calledWebhookOf(params)}の証明書を信頼していないため、${podsOf(params)} を作成できません。`,
    explanation: (params) =>
      sentences(
        'Webhook 設定の CA は、Webhook の証明書に署名したものではありません。',
        params.owner !== 'other-software' &&
          'CA の Secret を置き換えた後に一部の Deployment を再起動しなかった場合、設定が書き換えられた場合、同じ名前のメッシュが 2 つある場合に起こります。インジェクターは起動時に、自身の CA を設定に書き込みます。',
        params.owner === 'own' && 'osm-edge 1.2 以降では、この場合もインジェクターのプローブは成功します。',
        lossOf(params),
      ),
  },
  'webhook-certificate-expired': {
    headline: (params) =>
      `${calledWebhookOf(params)}の証明書が${params.until === '' ? '' : ` ${instant(params.until)} に`}期限切れになったため、${podsOf(params)} を作成できません。`,
    explanation: (params) =>
      sentences(
        'API サーバーは Webhook を TLS で呼び出しますが、提示される証明書の有効期限が切れています。',
        params.owner !== 'other-software' &&
          'CA は有効です。インジェクターは、起動時に新しい証明書を取得します。',
        lossOf(params),
      ),
  },
  'clocks-differ': {
    headline: (params) =>
      `API サーバーの時計が遅れています。メッシュの証明書が有効になるのは${params.from === '' ? '、それより後' : ` ${instant(params.from)} から`}です。`,
    explanation: (params) =>
      sentences(
        '証明書を発行したノードの時計が、API サーバーの時計より進んでいます。ノードの時計を同期してください（NTP）。このプログラムのコマンドではできません。',
        lossOf(params),
      ),
  },
  'webhook-certificate-name': {
    headline: (params) =>
      `${calledWebhookOf(params)}${placeOf(params)}の証明書の名前が一致しないため、${podsOf(params)} を作成できません。`,
    explanation: (params) =>
      sentences(
        params.names === ''
          ? '証明書は、API サーバーが呼び出す Service に対して有効ではありません。'
          : `証明書は ${params.names} に対して有効ですが、API サーバーは別の Service を呼び出しています。`,
        'Webhook 設定の Service の名前または名前空間が誤っているか、別のプロセスが応答しています。',
        params.owner !== 'other-software' &&
          'インジェクターは起動時に、自身の Service を設定に書き込みます。',
        lossOf(params),
      ),
  },
  'webhook-ca-not-valid': {
    headline: ({ state, time, objects }) =>
      state === 'expired'
        ? `メッシュの CA が${time === '' ? '' : ` ${instant(time)} に`}期限切れになり、API サーバーが Webhook${inBrackets(list(objects)) || ' '}を信頼していません。`
        : `Webhook${inBrackets(list(objects)) || ' '}の CA バンドルを読み取れないため、API サーバーが Webhook を信頼していません。`,
    explanation: ({ state }) =>
      sentences(
        state === 'expired'
          ? 'サイドカーのものを含め、この CA が署名した証明書はすべて無効です。'
          : 'バンドルに PEM 形式の証明書がありません。Webhook のプロセスは、起動時にバンドルを書き直します。',
        '応答がなければリクエストは拒否されるため、新しい Pod は作成されず、ポリシーも変更できません。',
        '新しい CA により、すべてのサイドカーの証明書が置き換わります。その後、アプリケーションの Pod を再起動してください。',
      ),
  },
  'webhook-ca-expires-soon': {
    headline: ({ until, objects }) =>
      `メッシュの CA の有効期限は ${instant(until)} です${inBrackets(list(objects))}。`,
    explanation: () =>
      '期限が切れると、API サーバーは Webhook を信頼しなくなり、新しい Pod は作成されません。サイドカーの証明書も無効になります。CA の更新を計画してください。すべてのサイドカーの証明書が置き換わるため、アプリケーションの Pod の再起動が必要です。',
  },
  'mesh-has-two-cas': {
    headline: ({ objects }) => `メッシュの Webhook の CA が一致していません${inBrackets(list(objects))}。`,
    explanation: () =>
      '各プロセスは、起動時に読み取った CA を自身の設定に書き込みます。一部のプロセスの起動後に CA の Secret が置き換えられ、それらは古い CA を使い続けています。サイドカーとコントローラーが互いを信頼しないことがあります。再起動すると、すべてが同じ CA を読み取ります。',
  },
} satisfies Pick<CauseTexts, keyof typeof webhookCertificateCauses>;
