import type { ChangeCounts, RunTexts } from '#i18n/types/runs.ts';
import { ago } from './words.ts';

function counts({ fixed, fresh, notAgain, still }: ChangeCounts): string {
  const parts = [
    fixed === 0 ? '' : `解消 ${fixed} 件`,
    still === 0 ? '' : `継続 ${still} 件`,
    fresh === 0 ? '' : `新規 ${fresh} 件`,
    notAgain === 0 ? '' : `再確認できず ${notAgain} 件`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '前回と同じく検出なし' : parts.join('、');
}

export const runs: RunTexts = {
  changes: {
    still: '継続',
    new: '新規',
    'not-read-again': '未更新',
    'not-checked-before': '前回未確認',
  },
  fixed: '解消',
  notCheckedAgain: '再確認できず',
  fixedDetail: (before) => `${before} の読み取りで見つかりましたが、再確認では見つかりませんでした。`,
  fixedByMedium:
    'イベントまたはログだけに基づく検出結果でした。これらは時間が経つと消えるため、ステップが正常になったことも確認してください。',
  notCheckedAgainDetail: (before) =>
    `${before} の読み取りで見つかりました。今回は確認できなかったため、まだ残っている可能性があります。`,
  sentence: (all, before, [from, to]) =>
    `${before} の読み取りとの比較: ${counts(all)}。${
      from === to ? `診断結果は「${to}」のままです。` : `診断結果は「${from}」から「${to}」に変わりました。`
    }`,
  counts,
  kept: (time) => `未更新、${time} 時点`,
  keptFacts: (facts, oldest) =>
    `${facts} 件の情報は更新していません。最も古いものは ${oldest} 時点の情報です。`,
  history: {
    title: 'このセッションの診断結果',
    columns: {
      time: '時刻',
      context: 'コンテキスト',
      verdict: '診断結果',
      findings: '検出',
      fixed: '解消',
      fresh: '新規',
      headline: '要約',
    },
    until: (from, to, times) => `${from} から ${to} まで（${times} 回）`,
    dropped: (readings) => `これより前の ${readings} 回は表示していません。`,
  },
  read: {
    again: (age) => `更新中、表示は${ago(age)}`,
    keptAll: (age) => `未更新: ${ago(age)}`,
    keptSome: (age) => `一部未更新: ${ago(age)}`,
  },
  slow: (what, waited, done, total, seconds) => {
    const [first = '', ...others] = what;
    const more = others.length === 0 ? '' : `（ほか ${others.length} 件）`;
    return `リクエスト ${done}/${total}、${seconds} 秒 · ${waited} 秒待ち: ${first}${more}`;
  },
  failed: (what) => `直近の読み取りは失敗: ${what}`,
  watch: {
    label: '監視中',
    nextIn: (seconds) => `次は ${seconds} 秒後`,
    verdictAge: (age) => `診断は${ago(age)}`,
  },
  picker: {
    title: 'メッシュまたはコンテキストの選択',
    filter: '入力して絞り込み',
    shown: (shown, all) => `${shown}/${all}`,
    meshes: (number) => `このクラスターのメッシュ（${number}）`,
    contexts: (number) => `kubeconfig のコンテキスト（${number}）`,
    scenarios: (number) => `DEMO: ほかのシナリオ（${number}）`,
    noMeshes: 'このクラスターにメッシュは見つかりませんでした。',
    meshesLater: 'クラスターの読み取り後に表示します。',
    noMatch: '一致するものがありません。Esc で絞り込みを解除します。',
    current: '現在',
    loading: 'kubeconfig を読み取っています…',
    inSnapshot: 'スナップショットのファイルに含まれるクラスターは 1 つのため、コンテキストは選択できません。',
    inCluster: 'Pod の ServiceAccount で動作しているため、kubeconfig がありません。',
    chooseContext: 'kubeconfig に現在のコンテキストがありません。選択してください。',
    chooseMesh: (number) => `メッシュが ${number} 件あります。最も重大なものを選択しています。`,
    thenWalk: '選択後は → で次へ、Enter で行を開く、? で全キー。',
    scenarioTitles: {
      '01-healthy': '正常なメッシュ',
      '02-two-meshes': '別のメッシュがコントロールプレーンにサイドカーを注入',
      '03-liveness-503': 'osm-controller の liveness プローブが 503 を返す',
      '03b-readiness-503': 'osm-controller の readiness プローブが 503 を返す',
      '04b-image-pull': 'osm-controller のイメージをプルできない',
      '05-injector-errors': 'osm-injector が大量のエラーと panic を出力',
      '06b-crashloop-fatal': 'osm-controller が fatal のエラーで終了を繰り返す',
      '10-no-mesh': 'コントロールプレーンなし（アンインストール後に CRD が残存）',
      '11-scaled-to-zero': 'osm-controller のレプリカ数が 0',
      '12-oom-killed': 'osm-controller がメモリ不足で強制終了を繰り返す',
      '13-unschedulable': 'osm-controller を配置できるノードがない',
      'r1-webhook-timeout': 'API サーバーが osm-injector に接続できず、アプリケーションの Pod を作成できない',
      'r2-api-server-unreachable': 'コントロールプレーンが API サーバーに接続できない',
      'r3-liveness-timeouts': 'osm-controller が過負荷で、liveness プローブに時間内に応答できない',
      'r4-pod-security': '名前空間が PodSecurity の restricted を強制している',
      'r5-exec-format': 'osm-bootstrap のイメージが別の CPU アーキテクチャ用である',
      'r6-init-dns': 'クラスター DNS が osm-bootstrap の名前を解決できない',
      'r7-disk-pressure': 'ノードのディスクが逼迫し、Pod が退避させられている',
      'r8-own-webhook': 'コントロールプレーンが自分自身のメッシュに登録され、再起動できない',
    },
  },
};
