import type { Subject } from '#diagnosis/finding.ts';
import type { CauseTexts } from '#i18n/types/causes.ts';
import { productName } from '../../products.ts';
import { list, listed, namespaceOf, says, sentences, webhookOf } from '../words.ts';

/** The workload of a subject where it has one, else its own name. */
export function nameOf(subject: Subject): string {
  return subject.workload ?? subject.name;
}

/** `osm-controller、osm-injector`, or `コントロールプレーン`. */
export function workloadsOf(workloads: readonly string[]): string {
  return workloads.length === 0 ? 'コントロールプレーン' : listed(workloads);
}

/** Causes that keep Pods from being created, scheduled or started (facts §3, §9). */
export const beforeStartCauses = {
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
  'injected-by-other-product': {
    headline: ({ product, workloads }) =>
      `${productName(product)} が${workloadsOf(workloads)}にサイドカーを注入しています。`,
    explanation: ({ product }, subject) =>
      `コントロールプレーンとプローブ、API サーバーの間の通信を、${productName(product)} のプロキシが中継しています。${namespaceOf(subject)}に対する ${productName(product)} の設定により注入されたもので、実行中の Pod では再作成されるまで残ります。`,
  },
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
  'bootstrap-not-ready': {
    headline: ({ init }) =>
      init === ''
        ? 'コントローラーとインジェクターが、Ready ではない bootstrap を待っています。'
        : `Init コンテナ（${init}）が、Ready ではない bootstrap を待っています。`,
    explanation: () =>
      'コントローラーとインジェクターは、bootstrap がヘルスポートで応答した後に起動します。Init コンテナは約 4～6 分待って失敗し、再起動されます。bootstrap が動作すれば、どちらも自動的に起動します。',
  },
  'webhook-ca-mismatch': {
    headline: ({ webhook }) => `API サーバーが ${webhookOf(webhook)}の証明書を信頼していません。`,
    explanation: () =>
      'Webhook 設定の CA は、インジェクターの証明書に署名したものではないため、Pod の作成がすべて拒否されます。CA の Secret を置き換えた後に一部の Deployment を再起動しなかった場合や、同じ名前のメッシュが 2 つある場合に起こります。osm-edge 1.2 以降では、この場合もインジェクターのプローブは成功します。',
  },
  'stale-webhook-configuration': {
    headline: ({ configuration, service }) =>
      `Webhook 設定「${configuration}」が呼び出す Service「${service}」を提供する Deployment がありません。`,
    explanation: () =>
      'Webhook 設定はメッシュのプロセスが作成するため、アンインストールが中断すると残ります。応答がなければリクエストは拒否されるため、対象となるリクエストはすべて失敗します。',
  },
  'webhook-unreachable': {
    headline: ({ webhook }) => `API サーバーが ${webhookOf(webhook)}に到達できず、Pod を作成できません。`,
    explanation: () =>
      'この Webhook の応答がなければ、リクエストは拒否されます。接続先で動作しているインジェクターがないか、API サーバーからポート 9090 への通信をネットワークポリシーまたはファイアウォールが遮断しています。osm-edge 1.2 以降では、インジェクターのプローブはこのポートの状態を示しません。',
  },
  'webhook-denies-pods': {
    headline: ({ webhook }) => `${webhookOf(webhook)}がコントロールプレーンの Pod を拒否しています。`,
    explanation: ({ message }) =>
      sentences(
        'Webhook がリクエストを拒否しているため、新しい Pod は作成されません。',
        says('理由', message),
      ),
  },
  'quota-or-policy-rejects-pods': {
    headline: (_, subject) =>
      `API サーバーが、クォータ、Pod セキュリティのルール、またはその他のポリシーにより ${nameOf(subject)} の Pod を拒否しています。`,
    explanation: ({ message }) =>
      sentences('拒否されている間、ワークロードの新しい Pod は作成されません。', says('メッセージ', message)),
  },
  'invalid-injection-annotation': {
    headline: ({ value }, subject) =>
      `${namespaceOf(subject)}の注入アノテーションの値${value === '' ? '' : `「${value}」`}が不正で、Pod が拒否されています。`,
    explanation: () =>
      '名前空間が登録されているメッシュのインジェクターが受け付ける値は、enabled、yes、true、disabled、no、false です。それ以外の値ではリクエストが拒否され、新しい Pod は作成されません。実行中の Pod には影響しません。',
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
  'node-failure': {
    headline: (_, subject) =>
      `${nameOf(subject)} のノードに障害が発生したか、ノードから Pod が退避されました。`,
    explanation: ({ message }) =>
      sentences(
        'プロセスが動作していても、ノードが原因で Pod は Ready になりません。',
        says('メッセージ', message),
      ),
  },
  'second-mesh-refused': {
    headline: (_, subject) =>
      `既存のメッシュがあるため、チャートがメッシュ「${subject.mesh}」のインストールを拒否しています。`,
    explanation: ({ message }) =>
      sentences(
        'pre-install Job がインストールを止めています。いずれかのメッシュで enforceSingleMesh が有効か（既定の設定）、名前空間にすでにメッシュがあります。',
        says('メッセージ', message),
        '2 つのメッシュを使うには、両方で enforceSingleMesh=false を設定します。',
      ),
  },
  'scaled-to-zero': {
    headline: ({ component }) => `${component} のレプリカ数が 0 です。`,
    explanation: ({ component }) =>
      `人またはツールが ${component} のレプリカ数を 0 にしました。故障ではなく、動作していないだけです。`,
  },
  'component-deleted': {
    headline: ({ component }) => `${component} の Deployment が存在しません。`,
    explanation: ({ component }) =>
      `コントロールプレーンのほかの部分はありますが、${component} がありません。同じバージョンのチャートで復元できます。`,
  },
  'control-plane-removed': {
    headline: (_, subject) =>
      `${subject.mesh === '' ? 'メッシュ' : `メッシュ「${subject.mesh}」`}のコントローラーがなく、メッシュの一部だけが残っています。`,
    explanation: ({ remains }) =>
      sentences(
        remains.length > 0 && `残っているもの: ${list(remains, 8)}。`,
        '残った Webhook 設定の応答がなければリクエストは拒否されるため、Pod を作成できなくなることがあります。',
      ),
  },
} satisfies Partial<CauseTexts>;
