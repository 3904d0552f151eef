import type { CauseTexts } from '#i18n/types/causes.ts';
import { sentences } from '#i18n/ja/words.ts';
import type { imageCauses } from './images.ts';

export const texts = {
  'image-not-pullable': {
    headline: ({ image }) => `イメージ「${image}」をプルできません。`,
    explanation: ({ container, init, failure }) =>
      sentences(
        init
          ? `Init コンテナ「${container}」が起動できず、ほかのすべてのコンテナが待機しています。`
          : `コンテナ「${container}」が起動できないため、Pod は Ready になりません。`,
        failure === 'not-found' && 'この名前とタグのイメージがレジストリにありません。',
        failure === 'unauthorized' &&
          'レジストリがアクセスを拒否しています。イメージが存在しない場合にも、同じ応答になることがあります。',
        failure === 'rate-limit' && 'レジストリがイメージのプル回数を制限しています。',
        failure === 'network' && 'ノードからレジストリに到達できません。',
        failure === 'invalid-name' && 'イメージ名が正しくありません。',
      ),
  },
  'wrong-architecture': {
    headline: ({ image, container, architecture, node }) =>
      `「${container}」のイメージ「${image}」は、${architecture === '' ? 'ノードの CPU アーキテクチャ' : architecture}${node === '' ? '' : `（ノード「${node}」）`}に対応していません。`,
    explanation: () =>
      'ノードのカーネルがイメージ内のプログラムを実行できないため（exec format error）、コンテナは起動のたびに終了します。このアーキテクチャまたは複数のアーキテクチャに対応したイメージを使うか、チャートのノードアフィニティで、イメージと同じアーキテクチャのノードに Pod を配置します。',
  },
  'program-not-executable': {
    headline: ({ image, container, program, missing }) =>
      `「${container}」が${program === '' ? 'コマンド' : ` ${program} `}を実行できません。イメージ「${image}」に${missing ? 'プログラムがありません' : '実行権限がありません'}。`,
    explanation: ({ missing }) =>
      sentences(
        missing
          ? 'コンテナのコマンドがイメージにありません。コマンドが変更されたか、チャートの想定と異なるイメージです。'
          : 'ファイルはありますが、コンテナのユーザーに実行権限がありません。イメージのビルド方法が異なるか、securityContext が変更されています。',
        'プロセスの起動前にコンテナが終了するため、ログにはほかの情報がありません。',
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof imageCauses>;
