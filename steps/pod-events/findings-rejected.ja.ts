import type { FindingTexts } from '#i18n/types/findings.ts';
import { list, says, sentences, webhookOf } from '#i18n/ja/words.ts';
import type { CreateFailure, CreateRefusal } from './create-failures.ts';

/** Pods that the API server does not create (facts §7, §9; reports.md C, D, G). */

interface Rejection {
  short(refusal: CreateRefusal): string;
  readonly why: string;
  readonly next: string;
}

const webhook = (refusal: CreateRefusal): string => webhookOf(refusal.webhook);
/** A particle follows without a space. */
const named = (kind: string, { object }: CreateRefusal): string =>
  object === '' ? `${kind} ` : `${kind}「${object}」`;

const rejections: Readonly<Record<CreateFailure, Rejection>> = {
  'webhook-no-service': {
    short: (refusal) => `${webhook(refusal)}の Service がない`,
    why: 'Webhook 設定が、存在しない Service を参照しています。このような設定は、メッシュの削除後に残ることがあります。',
    next: 'Webhook 設定と、それが属するメッシュを確認します。',
  },
  'webhook-no-endpoints': {
    short: (refusal) => `${webhook(refusal)}の接続先に Ready の Pod がない`,
    why: 'Webhook の Service はありますが、接続先に Ready の Pod がありません。',
    next: 'Service の接続先の Pod と、Service のセレクターを確認します。',
  },
  'webhook-x509-authority': {
    short: (refusal) => `${webhook(refusal)}の証明書が信頼されていない`,
    why: 'Webhook 設定の CA は、Webhook サーバーの証明書に署名したものではありません。',
    next: 'Webhook 設定の caBundle と、サーバーの CA を比較します。',
  },
  'webhook-x509-expired': {
    short: (refusal) => `${webhook(refusal)}の証明書が期限切れ`,
    why: 'Webhook サーバーの証明書、またはそれに署名した CA の有効期限が切れています。',
    next: '証明書と CA の有効期限、および API サーバーの時計を確認します。',
  },
  'webhook-x509-not-yet-valid': {
    short: (refusal) => `${webhook(refusal)}の証明書がまだ有効でない`,
    why: 'API サーバーの時計では、Webhook サーバーの証明書の有効期間がまだ始まっていません。ノード間で時計がずれています。',
    next: 'コントロールプレーンノードとほかのノードの時計を比較します。',
  },
  'webhook-x509-name': {
    short: (refusal) => `${webhook(refusal)}の証明書の名前が一致しない`,
    why: 'Webhook サーバーの証明書は、API サーバーが呼び出す Service の名前に対して有効ではありません。',
    next: 'Webhook 設定の Service と、メッセージにある名前を比較します。',
  },
  'webhook-timeout': {
    short: (refusal) => `${webhook(refusal)}が時間内に応答しない`,
    why: 'API サーバーから Webhook に到達できないか、Webhook の処理が遅すぎます。osm-edge 1.2 以降では、インジェクターのプローブは別のポートを使うため、成功することがあります。',
    next: 'API サーバーから Webhook のポートまでのネットワークポリシーとファイアウォールを確認します。',
  },
  'webhook-refused': {
    short: (refusal) => `${webhook(refusal)}が接続を拒否`,
    why: 'Webhook のプロセスが、ポートで待ち受けていません。osm-edge 1.2 以降では、インジェクターのプローブには現れません。',
    next: 'Webhook の接続先の Pod とそのログ、および Service のポートを確認します。',
  },
  'webhook-answer': {
    short: (refusal) => `${webhook(refusal)}の応答が不正`,
    why: 'Webhook は呼び出されましたが、エラー、またはアドミッションの応答ではないものを返しました。',
    next: 'メッセージと、Webhook を提供するコンポーネントのログを確認します。',
  },
  'webhook-denied': {
    short: (refusal) => `${webhook(refusal)}が拒否`,
    why: 'Webhook が Pod の作成を拒否しました。',
    next: 'メッセージにある理由を確認します。Webhook が何を許可しないかが示されています。',
  },
  'quota-exceeded': {
    short: (refusal) => `${named('ResourceQuota', refusal)}の超過`,
    why: 'Pod のリクエストが、名前空間の ResourceQuota の残りを超えています。',
    next: 'ResourceQuota の使用量と、Pod のリクエストを比較します。',
  },
  'quota-incomplete': {
    short: (refusal) => `${named('ResourceQuota', refusal)}が必須とする値が Pod にない`,
    why: 'ResourceQuota が制限するリソースについて、Pod のコンテナにリクエストまたはリミットが設定されていません。',
    next: 'Deployment に値を設定するか、既定値を持つ LimitRange を名前空間に追加します。',
  },
  'quota-scope': {
    short: ({ object }) =>
      `${object === '' ? 'Pod の PriorityClass ' : `PriorityClass「${object.split(' ').join('、')}」`}を許可する ResourceQuota がない`,
    why: 'API サーバーは、このスコープの ResourceQuota がある名前空間でのみ、この PriorityClass を許可します。GKE では、kube-system 以外の名前空間がこの設定です。',
    next: 'そのような ResourceQuota を名前空間に追加するか、別の PriorityClass を使います。',
  },
  'priority-class': {
    short: (refusal) => `${named('PriorityClass', refusal)}がない`,
    why: 'Pod が、存在しない PriorityClass を指定しています。',
    next: 'クラスターの PriorityClass の一覧と、Deployment にある名前を比較します。',
  },
  'pod-security': {
    short: (refusal) => `${named('PodSecurity', refusal)}に違反`,
    why: '名前空間が適用する Pod セキュリティの標準を、Pod が満たしていません。メッセージに各フィールドが示されています。',
    next: '名前空間のラベル pod-security.kubernetes.io/enforce を確認します。',
  },
  'security-constraint': {
    short: () => '許可する SecurityContextConstraints がない',
    why: 'ServiceAccount が使える SecurityContextConstraints（OpenShift）または PodSecurityPolicy に、この Pod を許可するものがありません。',
    next: 'Pod の ServiceAccount が使える SecurityContextConstraints を確認します。',
  },
  'limit-range': {
    short: ({ object }) => `LimitRange が${object === '' ? 'リソース' : ` ${object} `}を許可しない`,
    why: '名前空間の LimitRange の範囲を、Pod のコンテナが守っていません。',
    next: '名前空間の LimitRange と Pod のリソースを比較します。',
  },
  'service-account': {
    short: (refusal) => `${named('ServiceAccount', refusal)}がない`,
    why: 'Pod が、名前空間に存在しない ServiceAccount を指定しています。',
    next: '誰が削除したかを確認します。同じバージョンの Helm チャートで復元できます。',
  },
  'namespace-terminating': {
    short: () => '名前空間が削除中',
    why: '削除中の名前空間には、何も作成できません。',
    next: '名前空間の条件とファイナライザーを確認します。削除を妨げているものが示されています。',
  },
  other: {
    short: () => 'API サーバーが拒否',
    why: 'API サーバーが Pod の作成を拒否しています。',
    next: 'メッセージを確認します。',
  },
};

export const rejectedPodFindings = {
  'create-rejected': {
    title: (params) => `Pod を作成できない: ${rejections[params.failure].short(params)}`,
    explanation: ({ failure, message, count }) =>
      sentences(
        rejections[failure].why,
        count > 0 && `Pod の作成は ${count} 回失敗しました。`,
        '失敗している間、ワークロードの新しい Pod は作成されません。',
        says('API サーバーのメッセージ', message),
      ),
    next: ({ failure }) => rejections[failure].next,
  },
  'app-create-rejected': {
    title: (params) =>
      `ワークロード ${params.workloads.length} 件が Pod を作成できない: ${rejections[params.failure].short(params)}`,
    explanation: ({ failure, message, workloads, count }) =>
      sentences(
        rejections[failure].why,
        workloads.length > 0 && `Pod を作成できないワークロード: ${list(workloads)}。`,
        count > 0 && `Pod の作成は ${count} 回失敗しました。`,
        '実行中の Pod には影響しません。',
        says('API サーバーのメッセージ', message),
      ),
    next: ({ failure }) => rejections[failure].next,
  },
} satisfies Partial<FindingTexts>;
