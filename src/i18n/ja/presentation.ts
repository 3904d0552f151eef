import type { PresentationTexts } from '#i18n/types/presentation.ts';
import { instant } from '../instant.ts';
import { columns, coverage, labels } from './presentation-labels.ts';
import { list } from './words.ts';

export const presentation: PresentationTexts = {
  headline: {
    healthy: (mesh, namespace, since, missing) => {
      const checks = missing.length === 0 ? 'すべての確認項目' : '必須の確認項目すべて';
      const lines = since === undefined ? '' : `（ログは ${instant(since)} 以降のみ）`;
      const open = missing.length === 0 ? '' : `未確認: ${list(missing)}。`;
      return `${meshOf(mesh)}（名前空間「${namespace}」）のコントロールプレーンは正常です。${checks}に合格しました${lines}。${open}`;
    },
    notChecked: (missing) =>
      `問題は見つかりませんでしたが、すべては確認できませんでした。読み取れなかったもの: ${list(missing)}。`,
    nothingChecked: (missing) => `何も確認できませんでした。読み取れなかったもの: ${list(missing)}。`,
    foundButNotChecked: (found, missing) => `${ended(found)}確認できなかったもの: ${list(missing)}。`,
    noControlPlane: (namespace, mesh) => {
      const place = namespace === undefined ? 'このクラスターに' : `名前空間「${namespace}」に`;
      const what = mesh === undefined ? ' osm-edge、OSM、FSM ' : `メッシュ「${mesh}」`;
      return `${place}${what}のコントロールプレーンは見つかりませんでした。`;
    },
    reading: () => 'クラスターを読み取り中です。ここまでに問題は見つかっていません。',
    soFar: (sentence) => `ここまでの結果: ${sentence}`,
    ofMesh: (mesh, namespace, sentence) => `${mesh === '' ? '-' : mesh} @ ${namespace}: ${sentence}`,
    finding: (subject, title) => ended(`${subject}: ${title}`),
    thenMore: (commands) => `続けてあと ${commands} 件`,
    otherCauses: (causes) => `ほかの根本原因 ${causes} 件`,
  },
  noControlPlane: {
    nothingToCheck: '確認するコントロールプレーンがありません。',
    lookedFor: (apps, namespace) =>
      `${namespace === undefined ? '' : `名前空間「${namespace}」に、`}ラベル app=${apps.join(' または app=')} の付いた Deployment はありません。メッシュの Webhook 設定も、メッシュに登録済みの名前空間もありません。`,
    list: 'すべてのメッシュのコントローラーを一覧表示します。',
    rightCluster: (context) =>
      `「${context}」が目的のコンテキストでない場合は、この一覧から別のコンテキストを選び、--context で指定して起動し直します。`,
    install:
      'メッシュがあるはずの場合は、アンインストールされたか、まだインストールされていません。インストール後に再確認します。',
  },
  labels,
  columns,
  coverage,
  severities: { critical: '重大', warning: '警告', info: '情報' },
  verdicts: {
    critical: '重大',
    warning: '警告あり',
    healthy: '正常',
    'not-checked': '未確認の項目あり',
    'no-control-plane': 'コントロールプレーンなし',
  },
  confidence: {
    certain: {
      name: '確実',
      why: (requires, supports) =>
        supports === 0
          ? `証拠（${requires} 件）だけで確定できます。`
          : `必要な証拠がそろっています。${supportedBy(supports)}。`,
    },
    likely: {
      name: '有力',
      why: (_, supports, contradicts) =>
        `必要な証拠がそろっています。${supportedBy(supports)}。${contradicts === 0 ? '矛盾する検出結果もありません' : `ただし、検出結果 ${contradicts} 件が矛盾しています`}。`,
    },
    possible: {
      name: '可能性あり',
      why: (requires, supports, contradicts) =>
        contradicts > 0
          ? `検出結果 ${requires + supports} 件が裏付けていますが、${contradicts} 件が矛盾しています。`
          : `検出結果 ${requires + supports} 件が裏付けていますが、確証にはなりません。`,
    },
  },
  probes: { liveness: 'liveness', readiness: 'readiness', startup: 'startup' },
  timelineKinds: {
    'label-change': 'ラベル設定',
    edit: '変更',
    rollout: 'ロールアウト',
    'pod-created': 'Pod 作成',
    'container-start': '起動',
    'container-end': '終了',
    'probe-failure': 'プローブ失敗',
    event: 'イベント',
    log: 'ログ',
  },
  looked: {
    open: (notChecked, pending) =>
      [
        notChecked === 0 ? '' : `確認項目 ${notChecked} 件は完了できませんでした。`,
        pending === 0 ? '' : `確認項目 ${pending} 件はクラスターの応答を待っています。`,
      ].join(''),
  },
  rows: {
    notChecked: (question, facts = []) =>
      facts.length === 0 ? `未確認: ${question}` : `未確認（${list(facts, 2)} を読み取れず）: ${question}`,
    waiting: (question, facts) => `${list(facts)} を待っています: ${question}`,
    stepStatus: (step, status) => `${step}: ${status}`,
    stepStatuses: {
      critical: '重大な問題あり',
      warning: '警告あり',
      clear: 'すべての確認項目に合格',
      'not-checked': '未確認の項目あり',
      pending: '読み取り中',
    },
  },
};

/** What supports a cause besides what it requires; a clause. */
function supportedBy(supports: number): string {
  return supports === 0
    ? 'ほかに裏付ける検出結果はありません'
    : `ほかに検出結果 ${supports} 件が裏付けています`;
}

function meshOf(mesh: string): string {
  return mesh === '' ? '名前のないメッシュ' : `メッシュ「${mesh}」`;
}

function ended(sentence: string): string {
  return ['。', '.', '!', '?'].includes(sentence.slice(-1)) ? sentence : `${sentence}。`;
}
