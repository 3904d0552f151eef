import type { CauseTexts } from '#i18n/types/causes.ts';
import type { templateCauses } from './template.ts';
import { workloadsOf } from './words.ja.ts';

export const texts = {
  'sidecar-in-template': {
    headline: ({ workloads }) =>
      `サイドカーが${workloadsOf(workloads)}の Pod テンプレートに定義されています。`,
    explanation: () =>
      'サイドカーが Deployment の一部になっているため、新しい Pod にも必ず含まれます。Webhook や名前空間の登録は関係しません。このサイドカーは、自身を認識していないメッシュの設定を待ち、Pod のプローブを引き継ぎ、ポート 6060 が Pipy リポジトリと競合します。名前空間をメッシュから削除しても解決しません。Pod テンプレートからサイドカーを削除してください。',
  },
} satisfies Pick<CauseTexts, keyof typeof templateCauses>;
