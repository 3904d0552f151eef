import type { CauseTexts } from '#i18n/types/causes.ts';
import type { injectionAnnotationCauses } from './injection-annotation.ts';

export const texts = {
  'invalid-injection-annotation': {
    headline: ({ value, namespace }) =>
      `名前空間「${namespace}」の注入アノテーションの値${value === '' ? '' : `「${value}」`}が不正で、Pod が拒否されています。`,
    explanation: () =>
      '名前空間が登録されているメッシュのインジェクターが受け付ける値は、enabled、yes、true、disabled、no、false です。名前空間または Pod にそれ以外の値があるとリクエストが拒否され、新しい Pod は作成されません。実行中の Pod には影響しません。',
  },
} satisfies Pick<CauseTexts, keyof typeof injectionAnnotationCauses>;
