import type { CauseTexts } from '#i18n/types/causes.ts';
import { instant } from '#i18n/instant.ts';
import { says, sentences } from '#i18n/ja/words.ts';
import type { podSecurityCauses } from './pod-security.ts';
import { lossOf, podsOf } from './refused-pods.ja.ts';

/** A particle follows without a space. */
const named = (kind: string, object: string): string => (object === '' ? `${kind} ` : `${kind}「${object}」`);
const message = (words: string): string => says('API サーバーのメッセージ', words);

export const texts = {
  'pod-security-rejects-pods': {
    headline: (params) =>
      `名前空間「${params.namespace}」が適用する ${named('PodSecurity', params.object)}が、${podsOf(params)} を許可しません。`,
    explanation: (params) =>
      sentences(
        params.namespaces.length > 0
          ? 'インジェクターが Pod に追加するものには、ケーパビリティ NET_ADMIN と root ユーザーが必要で、これを許可するのは privileged だけです。'
          : 'restricted が必須とするフィールドを、チャートの Pod は設定していません。メッセージに各フィールドが示されています。',
        params.setBy !== '' &&
          `ラベルは「${params.setBy}」が${params.setAt === '' ? '' : ` ${instant(params.setAt)} に`}設定しました。`,
        lossOf(params),
        message(params.message),
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof podSecurityCauses>;
