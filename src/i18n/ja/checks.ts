import type { Gap } from '#diagnosis/check.ts';
import type { CoverageNote } from '#diagnosis/diagnosis.ts';
import type { CheckTexts } from '#i18n/types/checks.ts';
import type { Missing, ReadError, Refusal } from '#snapshot/observed.ts';
import { instant } from '../instant.ts';
import { lacking } from './lacking.ts';
import { inBrackets, list, quoted } from './words.ts';

const facts = {
  deployments: 'Deployment',
  enrolledNamespaces: '登録された名前空間',
  mutatingWebhooks: 'MutatingWebhookConfiguration',
  validatingWebhooks: 'ValidatingWebhookConfiguration',
  customResourceDefinitions: 'CRD',
  apiResources: 'API リソース',
  version: 'Kubernetes のバージョン',
  creationFailures: 'Pod の作成の失敗',
  affectedWorkloads: 'Pod を作成できなかったワークロード',
  namespace: '名前空間',
  replicaSets: 'ReplicaSet',
  pods: 'Pod',
  events: 'イベント',
  services: 'Service',
  endpoints: 'エンドポイント',
  meshConfig: 'MeshConfig',
  autoscalers: 'HorizontalPodAutoscaler',
  nodes: 'ノード',
  probes: 'プローブの呼び出し',
  logs: 'ログ',
} satisfies CheckTexts['facts'];

/** The rule to add, in the words of a ClusterRole or Role (facts §10). */
function refusal({ verb, resource, group, namespace }: Refusal, what: string): string {
  const scope = namespace === undefined ? 'クラスター全体' : `名前空間「${namespace}」`;
  const kind = namespace === undefined ? 'ClusterRole' : 'Role';
  // Discovery is no resource: what allows it is bound to everybody who logs in (facts §10).
  if (resource.startsWith('/')) {
    return `${what}: 「${resource}」に対する ${verb} を、API サーバーが拒否しました。ClusterRole「system:discovery」をバインドするか、次の規則を追加します: nonResourceURLs ["${resource}"] verbs ["${verb}"]。`;
  }
  return (
    `${what}: ${scope}での resource「${resource}」(${group === '' ? 'コア API グループ' : `API グループ「${group}」`})に対する ${verb} を、API サーバーが拒否しました。` +
    `次の規則を ${kind} に追加します: apiGroups ["${group}"] resources ["${resource}"] verbs ["${verb}"]。必要な規則は docs/rbac.yaml にあります。`
  );
}

function failure({ kind, message, code }: ReadError, what: string): string {
  const words = message.trim() === '' ? '' : `メッセージ:${quoted(message)}。`;
  switch (kind) {
    case 'timeout':
      return `${what}: 時間内に応答がありませんでした。${words}もう一度読み取ります。`;
    case 'network':
      return `${what}: 接続に失敗しました${inBrackets(code ?? '')}。${words}ネットワークを確認し、もう一度読み取ります。`;
    case 'tls':
      return `${what}: TLS 接続に失敗しました${inBrackets(code ?? '')}。${words}`;
    case 'unauthorized':
      return `${what}: API サーバーが認証情報を受け付けなくなりました。${words}ログインし直して、もう一度読み取ります。`;
    case 'status':
      return `${what}: API サーバーがエラー${code === undefined ? '' : ` ${code} `}を返しました。${words}`;
    case 'invalid':
      return `${what}: 応答を解釈できませんでした。${words}`;
    case 'not-in-snapshot':
      return `${what}: このスナップショットには含まれていません。実際のクラスターから読み取る必要があります。`;
    default:
      return kind satisfies never;
  }
}

function shortfall(missing: readonly Missing[], what: string): string {
  const parts = missing.map(lacking);
  return `${what}: 一部だけを読み取りました。${parts.length === 0 ? '' : `${list(parts)}。`}残りの部分は確認できていません。`;
}

function gap({ fact, key, observed }: Gap): string {
  const what = key === undefined ? facts[fact] : `${facts[fact]}「${key}」`;
  switch (observed.state) {
    case 'pending':
      return `${what}: まだ読み取っていません。`;
    case 'cancelled':
      return `${what}: 読み取りを中止しました。もう一度読み取ります。`;
    case 'partial':
      return shortfall(observed.missing, what);
    case 'refused':
      return refusal(observed, what);
    case 'failed':
      return failure(observed.error, what);
    default:
      return observed satisfies never;
  }
}

function note(of: CoverageNote): string {
  switch (of.kind) {
    case 'events-expire':
      return 'API サーバーがイベントを保持するのは既定で 1 時間です。それより古いものは残っていません。';
    case 'no-previous-log':
      return '以前の実行のログはありません。コンテナが再起動していないか、ログがすでに失われています。';
    case 'log-not-started':
      return 'コンテナが開始されていないため、ログはまだありません。';
    case 'log-not-text':
      return 'ノードがログの代わりにエラーメッセージを返しました。';
    case 'log-cut':
      return `ログ「${of.log}」は一部だけを読み取りました。`;
    case 'log-rotates':
      return `ログ「${of.log}」は ${instant(of.firstAt)} から始まりますが、コンテナの開始は ${instant(of.startedAt)} です。ノードのローテーションで古い行が失われている可能性があります。`;
    case 'log-since':
      return `--since の指定により、${instant(of.since)} 以降の行だけを読み取りました。`;
    case 'log-oversized':
      return `ログ「${of.log}」の長すぎる ${of.lines} 行は、先頭だけを確認しました。`;
    default:
      return of satisfies never;
  }
}

function sinceWords(since: string | undefined): string {
  return since === undefined ? '' : `の ${instant(since)} 以降の行`;
}

export const checks = {
  checks: {
    'control-plane-found': {
      question: 'メッシュのコントロールプレーンはありますか?',
      passed: (looked) => `コントローラーがあります(他メッシュを含む Deployment ${looked} 個を確認)。`,
    },
    components: {
      question: 'すべてのコンポーネントに Deployment と Pod があり、Ready のレプリカがありますか?',
      passed: (looked) => `このメッシュに必要な Deployment ${looked} 個に Ready の Pod があります。`,
    },
    replicas: {
      question: 'すべてのレプリカが Ready で、その状態が続いていますか?',
      passed: (looked) => `${looked} 個の Pod は Ready か起動中で、問題となる再起動はありません。`,
    },
    'probes-now': {
      question: 'すべてのプローブが現在成功しますか?',
      passed: (looked) => `${looked} 個のプローブを API サーバー経由で呼び出し、すべて成功しました。`,
    },
    services: {
      question: 'コントロールプレーンのすべての Service に Ready の Pod がありますか?',
      passed: (looked) => `${looked} 個の Service すべてに Ready の Pod があります。`,
    },
    'smi-api': {
      question: 'コントローラーが問い合わせる SMI の kind を、API サーバーは提供していますか?',
      passed: (looked) => `${looked} 個の SMI の kind を問い合わせ、すべて提供されていました。`,
    },
    'custom-resource-definitions': {
      question: 'コントロールプレーンが監視する CRD はすべて存在しますか?',
      passed: (looked) => `${looked} 個の CRD はすべて存在します。`,
    },
    'mesh-config': {
      question: 'MeshConfig は存在しますか?',
      passed: () => 'MeshConfig は存在します。',
    },
    'webhook-configurations': {
      question: '削除されたメッシュの Webhook 設定が残っていませんか?',
      passed: (looked) => `${looked} 個の Webhook 設定に、削除されたメッシュのものはありません。`,
    },
    containers: {
      question: 'コントロールプレーンの Pod に、本来含まれないコンテナはありませんか?',
      passed: (looked) => `${looked} 個の Pod に、注入の痕跡のあるコンテナはありません。`,
    },
    enrolment: {
      question: 'コントロールプレーンの名前空間がメッシュに登録されていませんか?',
      passed: (looked) =>
        looked === 0
          ? 'コントロールプレーンの名前空間は、どのメッシュにも登録されていません。'
          : 'この名前空間の新しい Pod にサイドカーを注入するメッシュはありません。',
    },
    'other-meshes': {
      question: 'Istio や Linkerd など、別の製品のサイドカーが注入されていませんか?',
      passed: () => '別の製品(Istio、Linkerd など)のサイドカーがある Pod はありません。',
    },
    events: {
      question: 'Pod の作成、スケジュール、開始のエラーを示すイベントはありますか?',
      passed: (looked) =>
        looked === 0
          ? 'コントロールプレーンのイベントは残っていません。イベントは既定で 1 時間だけ保持されます。'
          : `${looked} 件のイベントに、続いている問題を示すものはありません。`,
    },
    'container-states': {
      question: 'すべてのコンテナは動作中ですか? 前回はどのように終了しましたか?',
      passed: (looked) => `${looked} 個のコンテナに、問題のあるものはありません。`,
    },
    'current-logs': {
      question: '現在のログにエラーはありますか?',
      passed: (looked, since) =>
        looked === 0
          ? '現在のログはありません。'
          : `現在のログ ${looked} 個${sinceWords(since)}に、コントロールプレーンのエラーはありません。`,
    },
    'previous-logs': {
      question: '再起動前のログにエラーはありますか?',
      passed: (looked, since) =>
        looked === 0
          ? '再起動前のログはありません。'
          : `再起動前のログ ${looked} 個${sinceWords(since)}に、コントロールプレーンのエラーはありません。`,
    },
    'log-levels': {
      question: 'エラーが出力されるログレベルですか?',
      passed: (looked) => `${looked} 個の Pod に、エラーの行を隠すログレベルの設定はありません。`,
    },
  },
  facts,
  gap,
  lacking,
  note,
} satisfies CheckTexts;
