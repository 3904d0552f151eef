import type { CauseTexts } from '#i18n/types/causes.ts';
import { namespaceOf, sentences } from '#i18n/ja/words.ts';
import { productName } from '#i18n/products.ts';
import type { injectionCauses } from './injection.ts';
import { workloadsOf } from './words.ja.ts';

export const texts = {
  'injected-by-other-mesh': {
    headline: ({ injector, injectorNamespace, workloads }) =>
      injector === ''
        ? `別のメッシュが${workloadsOf(workloads)}にサイドカーを注入しています。`
        : `メッシュ「${injector}」${injectorNamespace === '' ? '' : `（名前空間「${injectorNamespace}」）`}が${workloadsOf(workloads)}にサイドカーを注入しています。`,
    explanation: ({ enrolled }, subject) =>
      sentences(
        'サイドカーは Pod のプローブを引き継ぎ、注入元のメッシュから設定を受け取るまで応答しません。通常は、iptables のルールにより API サーバーへのトラフィックもリダイレクトされ、管理ポート 6060 は Pipy リポジトリのポートと競合します。',
        enrolled
          ? `${namespaceOf(subject)}は現在もそのメッシュに登録されているため、新しい Pod にもサイドカーが注入されます。`
          : `${namespaceOf(subject)}の登録はすでに解除されていますが、実行中の Pod のサイドカーは再作成されるまで残ります。`,
      ),
  },
  'injected-by-other-product': {
    headline: ({ product, workloads }) =>
      `${productName(product)} が${workloadsOf(workloads)}にサイドカーを注入しています。`,
    explanation: ({ product }, subject) =>
      `コントロールプレーンとプローブ、API サーバーの間の通信を、${productName(product)} のプロキシが中継しています。${namespaceOf(subject)}に対する ${productName(product)} の設定により注入されたもので、実行中の Pod では再作成されるまで残ります。`,
  },
  'enrolled-in-other-mesh': {
    headline: ({ mesh, namespace }) =>
      `コントロールプレーンの名前空間「${namespace}」が、メッシュ「${mesh}」に登録されています。`,
    explanation: ({ mesh }) =>
      `メッシュ「${mesh}」のサイドカーがあるコントロールプレーンの Pod はまだありませんが、この名前空間で再作成される Pod には注入される可能性があります。実行中の Pod は変わりません。`,
  },
  'enrolled-in-own-mesh': {
    headline: ({ mesh, namespace }) =>
      `名前空間「${namespace}」が、自身のメッシュ「${mesh}」に登録されています。`,
    explanation: () =>
      'メッシュは自身の名前空間には注入しないため、サイドカーの原因にはなりません。ただし、ここで Pod を作成するたびに Webhook が呼び出され、応答がなければ作成が拒否されることがあります。動作中のインジェクターがないと、インジェクター自身も作成できません。',
  },
} satisfies Pick<CauseTexts, keyof typeof injectionCauses>;
