import type { CauseTexts } from '#i18n/types/causes.ts';
import { inBrackets } from '#i18n/ja/words.ts';
import type { certificateCauses } from './certificates.ts';

export const texts = {
  'ca-secret-broken': {
    headline: ({ secret, errorCode }) =>
      `CA の Secret「${secret}」を使用できません${inBrackets(errorCode)}。`,
    explanation: () =>
      'コントローラーとインジェクターには、この Secret の PEM 形式のキー「ca.crt」と「private.key」が必要で、これがないと起動から約 10 秒で終了します。tresor では、Secret がなければ新しく作成されます。変更後は、3 つの Deployment をすべて再起動します。',
  },
  'certificate-provider-failing': {
    headline: ({ provider, errorCode }) =>
      `証明書プロバイダー${provider === '' ? '' : `「${provider}」`}が証明書を発行できません${inBrackets(errorCode)}。`,
    explanation: () =>
      'この状態では、起動中のプロセスは終了します。実行中のプロセスのプローブは成功し続けますが、証明書は更新されません。主な原因は、ルート証明書の期限切れ、Vault の封印（sealed）、Vault のトークンの期限切れ、Ready ではない cert-manager です。',
  },
} satisfies Pick<CauseTexts, keyof typeof certificateCauses>;
