import type { CauseTexts } from '#i18n/types/causes.ts';
import { inBrackets, list, says, sentences } from '#i18n/ja/words.ts';
import type { ConversionFailure } from '#steps/health/conversion-failures.ts';
import type { crdConversionCauses } from './crd-conversion.ts';

const failures: Readonly<Record<ConversionFailure, string>> = {
  'no-service': 'は存在しません',
  'no-endpoints': 'の接続先に Ready の Pod がありません',
  refused: 'は接続を拒否しています',
  timeout: 'は応答しません',
  certificate: 'の証明書は信頼されていません',
  other: 'は変換に失敗しています',
};

export const texts = {
  'crd-conversion-webhook': {
    headline: ({ crds, service, reason }) =>
      service === ''
        ? `CRD${inBrackets(list(crds)) || ' '}の変換 Webhook が変換に失敗しています。`
        : `CRD${inBrackets(list(crds)) || ' '}の変換 Webhook が呼び出す Service「${service}」${failures[reason]}。`,
    explanation: ({ message }) =>
      sentences(
        'API サーバーは、保存されたものと異なるバージョンでオブジェクトが読み取られるたびに、この Webhook を呼び出します。失敗している間、メッシュのどのプロセスもこれらのオブジェクトを読み取れず、bootstrap は終了し、ほかのコンポーネントはそれを待ち続けます。',
        '変換を提供するのは 1.1 までの bootstrap で、1.2 以降は変換が不要です。古いリリースや削除されたメッシュが残した設定は、strategy を None にすると解消します。',
        says('メッセージ', message),
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof crdConversionCauses>;
