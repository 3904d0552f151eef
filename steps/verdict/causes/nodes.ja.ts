import type { CauseTexts } from '#i18n/types/causes.ts';
import type { NodeTrouble } from '#mesh/node-trouble.ts';
import { list, says, sentences } from '#i18n/ja/words.ts';
import type { nodeCauses } from './nodes.ts';
import { nameOf } from './words.ja.ts';

/** What is said of nodes, and what it means for the Pods. */
const troubles: Readonly<Record<NodeTrouble, { is: string; why: string }>> = {
  'not-ready': {
    is: 'が Ready ではない',
    why: 'Ready ではないノードの Pod は、プロセスが動作していても Ready と見なされず、新しい Pod もスケジューリングされません。ノードの kubelet、コンテナランタイム、ネットワークを確認します。',
  },
  'network-unavailable': {
    is: 'で Pod のネットワークを利用できない',
    why: 'ネットワークプラグインがノードを設定していません。ノードにあるネットワークプラグインの Pod を確認します。',
  },
  'disk-pressure': {
    is: 'のディスク容量が不足している',
    why: 'kubelet はディスク容量を確保するために Pod を退避させ、空きができるまで新しい Pod はスケジューリングされません（DiskPressure）。ディスク容量を空けるか、追加します。イメージ、ログ、コンテナの書き込みレイヤーが容量を使います。',
  },
  'memory-pressure': {
    is: 'のメモリが不足している',
    why: 'kubelet はメモリを確保するために Pod を退避させます（MemoryPressure）。リクエストより多く使う Pod を特定するか、メモリを追加します。',
  },
  'pid-pressure': {
    is: 'のプロセス ID が不足している',
    why: 'kubelet は、十分なプロセス ID が空くまで Pod を退避させます（PIDPressure）。プロセスを大量に起動する Pod を特定します。',
  },
  cordoned: {
    is: 'が cordon されている',
    why: '人またはツールが、メンテナンスなどのためにノードをスケジューリング対象外にしており、新しい Pod はスケジューリングされません。cordon を解除すると、Pod は自動的に起動します。',
  },
  shutdown: {
    is: 'がシャットダウンまたは再起動された',
    why: 'ノードがシャットダウンすると、その Pod も終了します。ほかのノードがあれば、Deployment が新しい Pod を作成します。',
  },
  preempted: {
    is: '',
    why: '優先度の高い Pod がノード上の場所を使いました。ノードに余裕を持たせるか、メッシュの PriorityClass を高くします。',
  },
  'storage-limit': {
    is: '',
    why: 'kubelet は、エフェメラルストレージの制限を超えた Pod を退避させます。ノードは原因ではありません。',
  },
  other: {
    is: 'に障害が発生した',
    why: 'プロセスが動作していても、ノードが原因で Pod は Ready になりません。',
  },
};

export const texts = {
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
    headline: ({ nodes, trouble, workloads }) => {
      const what = list(workloads, 3);
      if (trouble === 'preempted') return `優先度の高い Pod のために、Pod が退避されました: ${what}。`;
      if (trouble === 'storage-limit') {
        return `エフェメラルストレージの制限を超えたため、Pod が退避されました: ${what}。`;
      }
      const who = nodes.length === 0 ? 'ノード' : `ノード「${list(nodes, 3)}」`;
      return workloads.length === 0
        ? `${who}${troubles[trouble].is}状態です。`
        : `${who}${troubles[trouble].is}ため、次のワークロードを実行できません: ${what}。`;
    },
    explanation: ({ trouble, message }) => sentences(troubles[trouble].why, says('メッセージ', message)),
  },
} satisfies Pick<CauseTexts, keyof typeof nodeCauses>;
