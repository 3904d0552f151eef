import type { PresentationTexts } from '#i18n/types/presentation.ts';
import { instant } from '../instant.ts';
import { columns, coverage, labels } from './presentation-labels.ts';
import { signature } from './signature.ts';
import { list } from './words.ts';

export const presentation: PresentationTexts = {
  headline: {
    healthy: (mesh, namespace, since) =>
      `${meshOf(mesh)}(名前空間「${namespace}」)のコントロールプレーンは正常です。すべての項目を確認し、異常はありませんでした${since === undefined ? '' : `(ログは ${instant(since)} 以降のみ)`}。`,
    notChecked: (missing) =>
      `読み取れた範囲に異常はありませんが、確認できなかったものがあります: ${list(missing)}。`,
    nothingChecked: (missing) => `何も確認できませんでした。読み取れなかったもの: ${list(missing)}。`,
    foundButNotChecked: (found, missing) => `${ended(found)}確認できなかったもの: ${list(missing)}。`,
    noControlPlane: (namespace, mesh) => {
      const place = namespace === undefined ? 'このクラスターに' : `名前空間「${namespace}」に`;
      const what = mesh === undefined ? ' osm-edge、OSM、FSM ' : `メッシュ「${mesh}」`;
      return `${place}${what}のコントロールプレーンは見つかりませんでした。`;
    },
    reading: () => 'クラスターを読み取っています。ここまでに異常は見つかっていません。',
    soFar: (sentence) => `ここまでの結果: ${sentence}`,
    ofMesh: (mesh, namespace, sentence) => `${mesh === '' ? '-' : mesh} @ ${namespace}: ${sentence}`,
    finding: (subject, title) => ended(`${subject}: ${title}`),
    thenMore: (commands) => `続けてあと ${commands} 個`,
    otherCauses: (causes) => `ほかに根本原因が ${causes} 件`,
  },
  noControlPlane: {
    nothingToCheck: 'コントロールプレーンがないため、確認する対象がありません。',
    lookedFor: (apps, namespace) =>
      `${namespace === undefined ? 'すべての名前空間' : `名前空間「${namespace}」`}で、ラベル app=${apps.join(' または app=')} の付いた Deployment、メッシュの Webhook 設定、登録済みの名前空間を探しましたが、ありませんでした。`,
    list: 'すべてのメッシュのコントローラーを一覧表示します。',
    rightCluster: (context) =>
      `「${context}」が目的のクラスターでなければ、この一覧から別のコンテキストを選び、--context で指定して起動し直します。`,
    install:
      'メッシュがあるはずの場合は、アンインストールされたか、まだインストールされていません。インストールしてから、もう一度確認します。',
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
          ? `見つかった事実(${requires} 件)だけで確定します。`
          : `必要な事実がすべてそろい(${requires} 件)、さらに ${supports} 件がこれを裏付けています。`,
    },
    likely: {
      name: '有力',
      why: (requires, supports, contradicts) =>
        [
          `必要な事実がそろっています(${requires} 件)`,
          supports === 0 ? 'ほかに裏付けはありません' : `ほかに ${supports} 件がこれを裏付けています`,
          contradicts === 0 ? '矛盾するものは見つかっていません' : `${contradicts} 件はこれと矛盾します`,
          '',
        ].join('。'),
    },
    possible: {
      name: '可能性あり',
      why: (requires, supports, contradicts) =>
        contradicts > 0
          ? `${requires + supports} 件がこれを示していますが、${contradicts} 件はこれと矛盾します。`
          : `${requires + supports} 件がこれを示していますが、決め手にはなりません。`,
    },
  },
  probes: { liveness: 'liveness', readiness: 'readiness', startup: 'startup' },
  probeVerdicts: {
    passes: '成功',
    fails: '失敗',
    flaps: 'ときどき失敗',
    'not-checked': '未確認',
    pending: '呼び出し中',
  },
  containerVerdicts: {
    expected: 'コントロールプレーン',
    'repo-server': 'Pipy リポジトリ(正常)',
    sidecar: '誤って注入',
    'other-product': '他製品のサイドカー',
    'pipy-unknown': 'Pipy イメージ、由来は不明',
    unexpected: 'コントロールプレーン外',
  },
  timelineKinds: {
    'label-change': 'ラベル設定',
    rollout: 'ロールアウト',
    'pod-created': 'Pod 作成',
    'container-start': '起動',
    'container-end': '終了',
    'probe-failure': 'プローブ失敗',
    event: 'イベント',
    log: 'ログ',
  },
  looked: {
    health: (replicas, probes, services) =>
      `レプリカ ${replicas} 個、プローブ ${probes} 個、Service ${services} 個を確認しました。`,
    sidecar: (pods, containers, meshes, namespaces) =>
      `Pod ${pods} 個、コンテナ ${containers} 個、メッシュ ${meshes} 個、登録済みの名前空間 ${namespaces} 個を確認しました。`,
    events: (events, containers) =>
      `イベント ${events} 件と、コンテナ ${containers} 個の状態を確認しました。`,
    logs: (logs, lines, since) =>
      `ログ ${logs} 本、${since === undefined ? '' : `${instant(since)} 以降の `}${lines} 行を確認しました。`,
    verdict: (findings, causes) => `検出結果 ${findings} 件から、根本原因 ${causes} 件を導きました。`,
    open: (notChecked, pending) =>
      [
        notChecked === 0 ? '' : `${notChecked} 項目は確認できませんでした。`,
        pending === 0 ? '' : `${pending} 項目はクラスターの応答を待っています。`,
      ].join(''),
  },
  signature,
  rows: {
    notChecked: (question, facts = []) =>
      facts.length === 0 ? `未確認: ${question}` : `未確認(${list(facts, 2)} を読み取れず): ${question}`,
    waiting: (question, facts) => `${list(facts)} を待っています: ${question}`,
    replica: (ready, status, restarts, age) => `${ready} ${status}、再起動 ${restarts} 回、経過 ${age}`,
    probe: (probe, container, answer) => `${probe} ${answer}、${container}`,
    answered: (status, milliseconds) => `${status}(${milliseconds} ms)`,
    repeated: (answer, failed, attempts) => `${answer}、${attempts} 回中 ${failed} 回失敗`,
    refused: '接続拒否',
    noAnswer: (seconds) => `${seconds} 秒以内に応答なし`,
    proxyFailed: 'API サーバー経由で到達できず',
    repoServer: (container) => `${container} はメッシュの一部です(正常)`,
    signature: (number, what, previous, message) =>
      `${what} ${number} 件${previous ? '(再起動前)' : ''}: ${message}`,
    log: (container, previous, lines, errors) =>
      `${container} の${previous ? '再起動前の' : ''}ログ: ${lines} 行${errors === '0' ? '' : `、${errors}`}`,
    benign: (text) => `無害: ${text}`,
    stepStatus: (step, status) => `${step}: ${status}`,
    stepStatuses: {
      critical: '重大な異常あり',
      warning: '警告あり',
      clear: 'すべての項目を確認し、異常なし',
      'not-checked': '確認できない項目あり',
      pending: '読み取り中',
    },
    unexplained: (title) => `根本原因は不明: ${title}`,
    otherMesh: (mesh, namespace, verdict) => `${meshOf(mesh)}(名前空間「${namespace}」): ${verdict}`,
    cleanPod: (containers) => `不審なコンテナなし: ${list(containers)}`,
  },
};

function meshOf(mesh: string): string {
  return mesh === '' ? '名前のないメッシュ' : `メッシュ「${mesh}」`;
}

function ended(sentence: string): string {
  return ['。', '.', '!', '?'].includes(sentence.slice(-1)) ? sentence : `${sentence}。`;
}
