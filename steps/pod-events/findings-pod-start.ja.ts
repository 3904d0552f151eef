import type { PullFailure } from './findings.ts';
import type { FindingParams } from '#diagnosis/registry.ts';
import type { NodeTrouble } from '#mesh/node-trouble.ts';
import type { FindingTexts } from '#i18n/types/findings.ts';
import { startFailureWords } from '#steps/shared/start-failure-words.ja.ts';
import { titleWords } from '#i18n/clip.ts';
import { containerOf, namespaceOf, says, sentences } from '#i18n/ja/words.ts';

/** Events before a container runs: creation, scheduling, images, volumes, init containers (facts §7, §9). */

type Unschedulable = FindingParams['unschedulable']['reason'];

const unschedulable: Readonly<Record<Unschedulable, { title: string; why: string; next: string }>> = {
  resources: {
    title: 'スケジューリング不可: CPU またはメモリ不足',
    why: 'Pod の CPU またはメモリのリクエストを満たす空きのあるノードがありません。既定の CPU のリクエストは、コントローラーが 0.5、インジェクターと bootstrap がそれぞれ 0.3 です。',
    next: 'ノードの空きリソースと Pod のリクエストを比較し、ノードを追加するか、リクエストを下げます。',
  },
  'node-trouble': {
    title: 'スケジューリング不可: ノードが cordon 済み、未 Ready、またはリソース不足',
    why: 'cordon されたノード、Ready ではないノード、リソースが不足したノードに、新しい Pod はスケジューリングされません。',
    next: 'メッセージにあるノードの Condition と Taint を確認します。',
  },
  'node-affinity': {
    title: 'スケジューリング不可: アフィニティの不一致',
    why: 'チャートが許可するのは、amd64 または arm64 の Linux ノードだけです。',
    next: 'ノードのラベルと Pod のアフィニティを確認します。',
  },
  taint: {
    title: 'スケジューリング不可: Taint の未許容',
    why: '候補となるノードのすべてに、Pod が許容していない Taint があります。',
    next: 'ノードの Taint と、Pod の Toleration を確認します。',
  },
  volume: {
    title: 'スケジューリング不可: ボリューム利用不可',
    why: 'Pod のボリュームを利用できるノードがありません。',
    next: 'Pod のボリュームと PersistentVolumeClaim を確認します。',
  },
  other: {
    title: 'スケジューリング不可',
    why: 'スケジューラーが、Pod を配置できるノードを見つけられません。',
    next: 'スケジューラーのメッセージとノードを確認します。',
  },
};

const pull: Readonly<Record<PullFailure, { short: string; why: string; next: string }>> = {
  'not-found': {
    short: '存在しない',
    why: 'この名前とタグのイメージがレジストリにありません。osm-edge のイメージのタグは先頭に v が付きません。v が付くのはバージョンのラベルだけです。',
    next: '名前とタグを、ほかのコンポーネントのイメージや、最後に動作していたリビジョンのイメージと比較します。',
  },
  unauthorized: {
    short: 'アクセス拒否',
    why: 'レジストリがアクセスを拒否しています。イメージが存在しない場合にも、同じ応答になることがあります。',
    next: 'イメージ名と、ServiceAccount のイメージプルシークレットを確認します。',
  },
  'rate-limit': {
    short: 'プル回数の上限',
    why: 'レジストリが、このアドレスからのイメージのプル回数を制限しています。',
    next: '時間をおくか、レジストリにログインするか、ミラーを使います。',
  },
  network: {
    short: 'レジストリに到達不可',
    why: 'ノードからレジストリに到達できません。',
    next: 'ノードの DNS、プロキシ、ファイアウォールを確認します。インターネットに接続できない環境ではミラーを使います。',
  },
  'invalid-name': {
    short: '名前が不正',
    why: 'イメージ名が正しくありません。',
    next: 'Deployment またはチャートの値で名前を修正します。',
  },
  unknown: {
    short: '理由は不明',
    why: 'メッセージからは理由がわかりません。',
    next: 'Pod のイベントを確認します。',
  },
};

const nodeTroubles: Readonly<Record<NodeTrouble, string>> = {
  'not-ready': 'Ready ではない',
  'network-unavailable': 'Pod のネットワークなし',
  'disk-pressure': 'ディスク容量の不足（DiskPressure）',
  'memory-pressure': 'メモリの不足（MemoryPressure）',
  'pid-pressure': 'プロセス ID の不足（PIDPressure）',
  cordoned: 'cordon 済み',
  shutdown: 'シャットダウン',
  preempted: '優先度の高い Pod を実行中',
  'storage-limit': 'ストレージ制限を超えた Pod の退避',
  other: '問題あり',
};

const isWaitInit = (container: string): boolean =>
  /^init-(?:osm|fsm)-(?:controller|injector)$/u.test(container);

/** Exit codes of curl, each with what a sentence says of it. */
const curlExits: ReadonlyMap<number, string> = new Map([
  [6, '名前解決の失敗（再試行なし）'],
  [7, '接続の失敗'],
  [22, 'サーバーの HTTP エラー'],
  [28, '接続のタイムアウト'],
  [35, 'TLS ハンドシェイクの失敗'],
  [52, '応答のない切断'],
  [60, 'サーバーの証明書が信頼されていないこと'],
]);

/** What the init containers of the chart wait for, and what curl's exit codes say (facts §2.4). */
function initMeaning(container: string, exitCode: number): string {
  if (isWaitInit(container)) {
    return sentences(
      'bootstrap がヘルスポートで応答するまで待ちます。約 4～6 分で失敗し、再起動されます。',
      curlExits.has(exitCode) && `curl の終了コード ${exitCode} は${curlExits.get(exitCode)}を示します。`,
    );
  }
  if (container === 'osm-init' || container === 'fsm-init') {
    return 'インジェクターが追加したもので、Pod のトラフィックをサイドカーにリダイレクトします。';
  }
  return '';
}

const initState = { running: '実行中', waiting: '待機中', failed: '失敗' } as const;

export const podStartFindings = {
  unschedulable: {
    title: ({ reason }) => unschedulable[reason].title,
    explanation: ({ reason, message }) =>
      sentences(
        unschedulable[reason].why,
        'ノードが見つかるまで、Pod は Pending のままで、コンテナは動作しません。',
        says('スケジューラーのメッセージ', message),
      ),
    next: ({ reason }) => unschedulable[reason].next,
  },
  'image-pull': {
    title: ({ image, failure }) => `イメージをプルできない（${pull[failure].short}）: ${image}`,
    explanation: (params) =>
      sentences(
        pull[params.failure].why,
        params.init
          ? `Init コンテナ「${params.container}」が起動できず、ほかのすべてのコンテナが待機します。`
          : `${containerOf(params)}が起動できないため、Pod は Ready になりません。`,
        says('kubelet のメッセージ', params.message),
      ),
    next: ({ failure }) => pull[failure].next,
  },
  'config-missing': {
    title: (params) => `${containerOf(params)}が必要とする設定が存在しない`,
    explanation: (params) =>
      sentences(
        `${containerOf(params)}が参照する ConfigMap、Secret、またはそのキーが存在しないため、kubelet はコンテナを起動しません。`,
        says('kubelet のメッセージ', params.message),
      ),
    next: () => 'メッセージにある名前を確認し、オブジェクトを復元します。kubelet は自動的に再試行します。',
  },
  'volume-mount': {
    title: ({ volume, count }) =>
      `ボリューム${volume === '' ? '' : `「${volume}」`}をマウントできない（${count} 回）`,
    explanation: ({ message }) =>
      sentences(
        'kubelet は、すべてのボリュームがマウントされるまでコンテナを起動しません。Secret や ConfigMap がないと、Pod は Init または ContainerCreating のままになります。',
        says('kubelet のメッセージ', message),
      ),
    next: () => 'メッセージにある名前を確認し、そのオブジェクトが名前空間にあるかどうかを調べます。',
  },
  'pod-sandbox': {
    title: ({ count }) => `Pod のサンドボックスを作成できない（${count} 回）`,
    explanation: ({ message }) =>
      sentences(
        'kubelet は、コンテナを起動する前に、Pod のサンドボックスとネットワークを作成します。ノードでこれに失敗しているため、Pod は起動しません。',
        says('kubelet のメッセージ', message),
      ),
    next: () => 'ノードのネットワークプラグインとコンテナランタイムを確認します。',
  },
  'init-not-done': {
    title: ({ container, state, exitCode, restarts }) =>
      `Init コンテナ「${container}」が${initState[state]}${state === 'failed' ? `（終了コード ${exitCode}）` : ''}${restarts > 0 ? `、再起動 ${restarts} 回` : ''}`,
    explanation: ({ container, state, exitCode }) =>
      sentences(
        initMeaning(container, state === 'failed' ? exitCode : 0),
        'Pod のコンテナは Init コンテナの成功後に起動するため、プローブはまだ成功しません。',
      ),
    next: ({ container }) =>
      isWaitInit(container)
        ? '先に bootstrap を確認します。Ready の場合は、クラスター DNS、Service、NetworkPolicy を確認します。'
        : 'Init コンテナのログを確認します。',
  },
  'start-failed': {
    title: ({ container, failure }) =>
      `${containerOf({ container })}を起動不可: ${startFailureWords[failure].short}`,
    explanation: ({ failure, message }) =>
      sentences(startFailureWords[failure].why, says('ランタイムのメッセージ', message)),
    next: ({ failure }) => startFailureWords[failure].next,
  },
  evicted: {
    title: ({ reason }) => `ノードから退避${reason === '' ? '' : `: ${reason}`}`,
    explanation: ({ message }) =>
      sentences(
        'ノードのリソースが不足したか、ノードがドレインされたか、優先度の高い Pod にプリエンプトされました。Deployment が新しい Pod を作成します。',
        says('メッセージ', message),
      ),
    next: () => 'ノードの Condition（Pressure）と、新しい Pod が Ready かどうかを確認します。',
  },
  'node-trouble': {
    title: ({ reason }) => `ノードの異常${reason === '' ? '' : `: ${reason}`}`,
    explanation: ({ message }) =>
      sentences(
        'ノード自体の問題です。ノードが Ready ではない間は、プロセスが動作していても、このノードの Pod は Ready とみなされません。',
        says('メッセージ', message),
      ),
    next: () => 'メッシュより先に、ノードを確認します。',
  },
  'node-unhealthy': {
    title: ({ trouble }) => nodeTroubles[trouble],
    explanation: ({ trouble, workload }) =>
      sentences(
        trouble === 'cordoned'
          ? 'ノードはスケジューリングの対象外です。既存の Pod は動作を続けますが、新しい Pod はスケジューリングされません。'
          : 'この間、ノードの Pod は退避されるか、Ready と見なされず、新しい Pod もスケジューリングされません。',
        workload !== '' && `現在、${workload} が影響を受けています。`,
      ),
    next: () => 'ノードの Condition、Taint、イベントを確認します。',
  },
  'hook-job-failed': {
    title: ({ message }) => `インストールフックの失敗${message === '' ? '' : `: ${titleWords(message)}`}`,
    explanation: ({ message }, subject) =>
      sentences(
        `チャートの pre-install Job は、先にクラスターを確認します。ほかのメッシュで enforceSingleMesh が有効な場合や、${namespaceOf(subject)}にすでにメッシュがある場合は、2 つ目のメッシュを拒否します。`,
        says('メッセージ', message),
      ),
    next: () =>
      'この Job の Pod のログを確認します。「check failed」の行が、もう一方のメッシュの名前を示します。',
  },
} satisfies Partial<FindingTexts>;
