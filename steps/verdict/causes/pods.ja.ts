import type { CauseTexts } from '#i18n/types/causes.ts';
import { says, sentences } from '#i18n/ja/words.ts';
import type { podCauses } from './pods.ts';
import { nameOf } from './words.ja.ts';

export const texts = {
  'config-object-missing': {
    headline: (_, subject) =>
      `${nameOf(subject)} が参照する ConfigMap、Secret、またはボリュームを利用できません。`,
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
  'node-resources': {
    headline: (_, subject) =>
      `${nameOf(subject)} の CPU またはメモリのリクエストを満たすノードがありません。`,
    explanation: ({ message }) =>
      sentences(
        'Pod は Pending のままで、プローブに応答するものがありません。',
        says('スケジューラーのメッセージ', message),
        '既定の CPU のリクエストは、コントローラーが 0.5、インジェクターと bootstrap がそれぞれ 0.3 です。',
      ),
  },
  'node-constraints': {
    headline: (_, subject) => `${nameOf(subject)} の制約を満たすノードがありません。`,
    explanation: ({ message }) =>
      sentences(
        'アフィニティ、Taint、ボリュームのいずれかの条件を満たすノードがなく、Pod は Pending のままです。チャートが許可するのは、amd64 または arm64 の Linux ノードだけです。',
        says('スケジューラーのメッセージ', message),
      ),
  },
  'node-failure': {
    headline: (_, subject) =>
      `${nameOf(subject)} のノードに障害が発生したか、ノードから Pod が退避されました。`,
    explanation: ({ message }) =>
      sentences(
        'プロセスが動作していても、ノードが原因で Pod は Ready になりません。',
        says('メッセージ', message),
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
