import type { CauseTexts } from '#i18n/types/causes.ts';
import { says, sentences } from '#i18n/ja/words.ts';
import type { podCauses } from './pods.ts';
import { nameOf } from './words.ja.ts';

export const texts = {
  'config-object-missing': {
    headline: ({ kind, name, key }, subject) => {
      const type = kind === 'volume' ? 'ボリューム' : ` ${kind}`;
      const what = name === '' ? ' ConfigMap、Secret、またはボリューム' : `${type}「${name}」`;
      return key === ''
        ? `${nameOf(subject)} が参照する${what}を利用できません。`
        : `${nameOf(subject)} が参照する${what}に、キー「${key}」がありません。`;
    },
    explanation: ({ message }) =>
      sentences(
        'kubelet は、これらがすべて利用可能になるまでコンテナを起動しません。',
        says('kubelet のメッセージ', message),
      ),
  },
  'pod-network': {
    headline: (_, subject) =>
      `ノードが ${nameOf(subject)} のサンドボックスまたはネットワークを作成できません。`,
    explanation: ({ message }) =>
      sentences(
        'メッシュのコンテナが起動する前の問題です。原因は、ノードのネットワークプラグインまたはコンテナランタイムにあります。',
        says('kubelet のメッセージ', message),
      ),
  },
  'out-of-memory': {
    headline: ({ container, limit }) =>
      limit === ''
        ? `「${container}」のメモリが不足し、強制終了されています。`
        : `「${container}」がメモリ制限の ${limit} を超え、強制終了されています。`,
    explanation: () =>
      'カーネルが終了コード 137 でコンテナを終了させ、ログはそこで途切れます。既定の制限は、インジェクターが 64M、コントローラーが 1G です。osm-edge 1.3.5 より前のコントローラーには、メモリ使用量が増え続けることがある既知の不具合があります。',
  },
} satisfies Pick<CauseTexts, keyof typeof podCauses>;
