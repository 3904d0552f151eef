import type { CauseTexts } from '#i18n/types/causes.ts';
import { list, says, sentences } from '#i18n/ja/words.ts';
import type { admissionPolicyCauses } from './admission-policies.ts';
import { lossOf, podsOf } from './refused-pods.ja.ts';

/** A particle follows without a space. */
const named = (kind: string, object: string): string => (object === '' ? `${kind} ` : `${kind}「${object}」`);
const message = (words: string): string => says('API サーバーのメッセージ', words);

export const texts = {
  'quota-exceeded': {
    headline: (params) => `${named('ResourceQuota', params.object)}が、${podsOf(params)} を許可しません。`,
    explanation: (params) =>
      sentences(
        'ResourceQuota を使い切っているか、制限されたリソースの値が Pod に設定されていません。ResourceQuota を上げる、ほかの使用量を減らす、Pod のリクエストを変えるのいずれが正しいかは、ここではわかりません。',
        lossOf(params),
        message(params.message),
      ),
  },
  'priority-class-not-admitted': {
    headline: (params) =>
      `${params.object === '' ? 'Pod の PriorityClass ' : `PriorityClass「${list(params.object.split(' '))}」`}を許可する ResourceQuota がないため、${podsOf(params)} を作成できません。`,
    explanation: (params) =>
      sentences(
        'API サーバーは、このスコープの ResourceQuota がある名前空間でのみ、この PriorityClass を許可する設定です（GKE の kube-system 以外）。',
        'そのような ResourceQuota を作成するか、Deployment に別の PriorityClass を設定します。',
        lossOf(params),
        message(params.message),
      ),
  },
  'priority-class-missing': {
    headline: (params) =>
      `${named('PriorityClass', params.object)}が存在しないため、${podsOf(params)} を作成できません。`,
    explanation: (params) =>
      sentences(
        'チャートが設定するのは、どのクラスターにもある system-node-critical です。ほかの名前は、手動またはチャートの値で設定されたものです。意図した PriorityClass を確認し、Deployment に設定するか、作成します。',
        lossOf(params),
        message(params.message),
      ),
  },
  'security-constraint-rejects-pods': {
    headline: (params) => `${podsOf(params)} を許可する SecurityContextConstraints がありません。`,
    explanation: (params) =>
      sentences(
        'OpenShift では、Pod のユーザーとケーパビリティを許可する SecurityContextConstraints が、Pod の ServiceAccount に必要です。どれを許可するかは、クラスターの管理者が判断します。',
        lossOf(params),
        message(params.message),
      ),
  },
  'limit-range-rejects-pods': {
    headline: (params) =>
      `LimitRange が、${podsOf(params)} の${params.object === '' ? 'リソース' : ` ${params.object} `}を許可しません。`,
    explanation: (params) =>
      sentences(
        'コンテナのリソースが、名前空間の LimitRange の範囲にありません。LimitRange、または Deployment のリソースを変更します。インジェクターには 64M、コントローラーには最大 1G が必要です。',
        lossOf(params),
        message(params.message),
      ),
  },
  'service-account-missing': {
    headline: (params) =>
      `${named('ServiceAccount', params.object)}が存在しないため、${podsOf(params)} を作成できません。`,
    explanation: (params) =>
      sentences(
        'ServiceAccount は、チャートが Helm リリースの名前で作成します。誰かが削除しています。',
        lossOf(params),
        message(params.message),
      ),
  },
  'namespace-terminating': {
    headline: ({ namespace }) =>
      `コントロールプレーンの名前空間「${namespace}」が削除中のため、Pod を作成できません。`,
    explanation: ({ holds }) =>
      sentences(
        '削除は取り消せず、削除が終わるまで再インストールもできません。',
        holds.length === 0
          ? '名前空間の条件とファイナライザーに、削除を妨げているものが示されています。'
          : `削除を妨げているもの: ${list(holds)}。`,
        '妨げているもののうち、不要なものだけを取り除いてください。何が不要かは、このプログラムではわかりません。その後、メッシュを再インストールします。',
      ),
  },
  'quota-or-policy-rejects-pods': {
    headline: (params) => `API サーバーが、${podsOf(params)} を拒否しています。`,
    explanation: (params) =>
      sentences(
        '既知の種類に当てはまらない拒否です。修正すべきものは、メッセージに示されています。',
        lossOf(params),
        message(params.message),
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof admissionPolicyCauses>;
