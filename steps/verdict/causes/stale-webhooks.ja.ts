import type { CauseTexts } from '#i18n/types/causes.ts';
import { inBrackets, list, listed, sentences } from '#i18n/ja/words.ts';
import type { staleWebhookCauses } from './stale-webhooks.ts';

export const texts = {
  'stale-webhook-configuration': {
    headline: ({ configurations, service, namespaces }) =>
      `Webhook 設定${inBrackets(list(configurations))}が呼び出す Service${inBrackets(service) || ' '}を提供する Deployment がありません。${
        namespaces.length === 0 ? '' : `名前空間${listed(namespaces)}に Pod を作成できません。`
      }`,
    explanation: ({ namespaces, mutating }) =>
      sentences(
        'Webhook 設定はメッシュのプロセスが作成するため、メッシュを削除しても残ります。応答がなければリクエストは拒否されます。',
        namespaces.length > 0 && `名前空間${listed(namespaces)}では、新しい Pod がすべて拒否されます。`,
        mutating && namespaces.length === 0 && '対象となる名前空間の新しい Pod は拒否されます。',
        'メッシュを意図して削除したのであれば、この設定を削除します。そうでなければ、代わりにメッシュを再インストールします。プロセスが設定を書き直します。',
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof staleWebhookCauses>;
