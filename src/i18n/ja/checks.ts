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
  namespace: '名前空間',
  replicaSets: 'ReplicaSet',
  pods: 'Pod',
  events: 'イベント',
  services: 'Service',
  endpoints: 'エンドポイント',
  meshConfig: 'MeshConfig',
  probes: 'プローブの呼び出し',
  logs: 'ログ',
} satisfies CheckTexts['facts'];

/** The rule to add, in the words of a ClusterRole or Role (facts §10). */
function refusal({ verb, resource, group, namespace }: Refusal, what: string): string {
  const scope = namespace === undefined ? 'クラスター全体' : `名前空間「${namespace}」`;
  const kind = namespace === undefined ? 'ClusterRole' : 'Role';
  // Discovery is no resource: what allows it is bound to everybody who logs in (facts §10).
  if (resource.startsWith('/')) {
    return `${what}: 「${resource}」に対する ${verb} を、API サーバーが拒否しました。ClusterRole「system:discovery」をバインドするか、次のルールを追加します: nonResourceURLs ["${resource}"] verbs ["${verb}"]。`;
  }
  return (
    `${what}: ${scope}での resource「${resource}」（${group === '' ? 'コア API グループ' : `API グループ「${group}」`}）に対する ${verb} を、API サーバーが拒否しました。` +
    `次のルールを ${kind} に追加します: apiGroups ["${group}"] resources ["${resource}"] verbs ["${verb}"]。必要なルールは docs/rbac.yaml にあります。`
  );
}

function failure({ kind, message, code }: ReadError, what: string): string {
  const words = message.trim() === '' ? '' : `メッセージ: ${quoted(message)}。`;
  switch (kind) {
    case 'timeout':
      return `${what}: リクエストがタイムアウトしました。${words}再試行します。`;
    case 'network':
      return `${what}: 接続に失敗しました${inBrackets(code ?? '')}。${words}ネットワークを確認してから、再試行します。`;
    case 'tls':
      return `${what}: TLS 接続に失敗しました${inBrackets(code ?? '')}。${words}`;
    case 'unauthorized':
      return `${what}: API サーバーが認証情報を受け付けなくなりました。${words}ログインし直してから、再試行します。`;
    case 'status':
      return `${what}: API サーバーがエラー${code === undefined ? '' : ` ${code} `}を返しました。${words}`;
    case 'invalid':
      return `${what}: 応答を解析できませんでした。${words}`;
    case 'not-in-snapshot':
      return `${what}: このスナップショットには含まれていません。実際のクラスターから読み取る必要があります。`;
    default:
      return kind satisfies never;
  }
}

function shortfall(missing: readonly Missing[], what: string): string {
  const parts = missing.map(lacking);
  return `${what}: 一部しか読み取れませんでした。${parts.length === 0 ? '' : `${list(parts)}。`}残りの部分にも問題がある可能性があります。`;
}

function gap({ fact, key, observed }: Gap): string {
  const what = key === undefined ? facts[fact] : `${facts[fact]}「${key}」`;
  switch (observed.state) {
    case 'pending':
      return `${what}: まだ読み取っていません。`;
    case 'cancelled':
      return `${what}: 読み取りを中止しました。再試行します。`;
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
      return '再起動前のログはありません。コンテナが再起動していないか、ログがすでに失われています。';
    case 'log-not-started':
      return 'コンテナが起動していないため、ログはまだありません。';
    case 'log-not-text':
      return 'ノードがログの代わりにエラーメッセージを返しました。';
    case 'log-cut':
      return `ログ「${of.log}」は、一部しか読み取れませんでした。`;
    case 'log-rotates':
      return `ログ「${of.log}」は ${instant(of.firstAt)} から始まりますが、コンテナの起動は ${instant(of.startedAt)} です。ノードでのログローテーションにより、古い行が失われている可能性があります。`;
    case 'log-since':
      return `--since の指定により、${instant(of.since)} 以降の行だけを読み取りました。`;
    case 'log-oversized':
      return `ログ「${of.log}」の上限より長い ${of.lines} 行は、先頭だけを読み取りました。`;
    default:
      return of satisfies never;
  }
}

function sinceWords(since: string | undefined): string {
  return since === undefined ? '' : `（${instant(since)} 以降の行）`;
}

export const checks = {
  checks: {
    'control-plane-found': {
      question: 'メッシュのコントロールプレーンはありますか？',
      passed: (looked) =>
        looked === 0
          ? '確認する Deployment はありません。'
          : `コントローラーがあります（全メッシュの Deployment ${looked} 件を確認）。`,
    },
    components: {
      question: 'すべてのコンポーネントに Deployment と Pod があり、Ready のレプリカがありますか？',
      passed: (looked) =>
        looked === 0
          ? 'コントローラーがないため、確認するコンポーネントはありません。'
          : `このメッシュの Deployment ${looked} 件すべてに Ready の Pod があります。`,
    },
    replicas: {
      question: 'すべてのレプリカが Ready で、その状態が続いていますか？',
      passed: (looked) =>
        looked === 0
          ? '確認する Pod はありません。'
          : `Pod ${looked} 件は Ready か起動中で、対応が必要な再起動はありません。`,
    },
    'probes-now': {
      question: 'すべてのプローブが現在成功していますか？',
      passed: (looked) =>
        looked === 0
          ? '呼び出すプローブはありません。'
          : `プローブ ${looked} 件を呼び出し、想定外の失敗はありませんでした。`,
    },
    services: {
      question: 'コントロールプレーンのすべての Service に Ready の Pod がありますか？',
      passed: (looked) =>
        looked === 0
          ? '確認する Service はありません。'
          : `Service ${looked} 件を確認しました。いずれにも Ready の Pod があります。`,
    },
    'smi-api': {
      question: 'コントローラーが問い合わせる SMI の kind を、API サーバーは提供していますか？',
      passed: (looked) =>
        looked === 0
          ? '確認する SMI の kind はありません。'
          : `SMI の kind ${looked} 件を、API サーバーがすべて提供しています。`,
    },
    'custom-resource-definitions': {
      question: 'コントロールプレーンが監視する CRD はすべて存在しますか？',
      passed: (looked) =>
        looked === 0 ? '確認する CRD はありません。' : `CRD ${looked} 件を確認しました。すべて存在します。`,
    },
    'mesh-config': {
      question: 'MeshConfig は存在しますか？',
      passed: (looked) => (looked === 0 ? '確認する MeshConfig はありません。' : 'MeshConfig は存在します。'),
    },
    'webhook-configurations': {
      question: '削除されたメッシュの Webhook 設定が残っていませんか？',
      passed: (looked) =>
        looked === 0
          ? '確認する Webhook 設定はありません。'
          : `Webhook 設定 ${looked} 件に、削除されたメッシュのものはありません。`,
    },
    containers: {
      question: 'コントロールプレーンの Pod に、本来含まれないコンテナはありませんか？',
      passed: (looked) =>
        looked === 0
          ? '確認する Pod はありません。'
          : `Pod ${looked} 件を確認しました。注入の痕跡があるコンテナはありません。`,
    },
    enrolment: {
      question: 'コントロールプレーンの名前空間がメッシュに登録されていませんか？',
      passed: (looked) =>
        looked === 0
          ? 'この名前空間は、どのメッシュにも登録されていません。'
          : 'この名前空間の新しい Pod にサイドカーを注入するメッシュはありません。',
    },
    'other-meshes': {
      question: 'Istio や Linkerd など、他製品のサイドカーが注入されていませんか？',
      passed: () => '他製品（Istio、Linkerd など）のサイドカーがある Pod はありません。',
    },
    events: {
      question: 'Pod の作成、スケジューリング、起動のエラーを示すイベントはありませんか？',
      passed: (looked) =>
        looked === 0
          ? 'イベントはありません（保持されるのは既定で 1 時間です）。'
          : `イベント ${looked} 件を読み取りました。継続中の問題を示すものはありません。`,
    },
    'container-states': {
      question: 'すべてのコンテナは動作中ですか？前回はどのように終了しましたか？',
      passed: (looked) =>
        looked === 0
          ? '確認するコンテナはありません。'
          : `コンテナ ${looked} 件を確認しました。問題のあるものはありません。`,
    },
    'current-logs': {
      question: '現在のログにエラーはありませんか？',
      passed: (looked, since) =>
        looked === 0
          ? '読み取る現在のログはありません。'
          : `現在のログ ${looked} 件${sinceWords(since)}に、コントロールプレーンのエラーはありません。`,
    },
    'previous-logs': {
      question: '再起動前のログにエラーはありませんか？',
      passed: (looked, since) =>
        looked === 0
          ? '読み取る再起動前のログはありません。'
          : `再起動前のログ ${looked} 件${sinceWords(since)}に、コントロールプレーンのエラーはありません。`,
    },
    'log-levels': {
      question: 'エラーが出力されるログレベルですか？',
      passed: (looked) =>
        looked === 0
          ? '確認する Pod はありません。'
          : `Pod ${looked} 件に、エラーの行を隠すログレベルの設定はありません。`,
    },
  },
  facts,
  gap,
  lacking,
  note,
} satisfies CheckTexts;
