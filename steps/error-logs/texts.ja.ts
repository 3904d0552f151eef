import { ago } from '#i18n/ja/words.ts';
import { instant } from '#i18n/instant.ts';
import { logErrorFindings } from './findings-errors.ja.ts';
import { logNetworkFindings } from './findings-network.ja.ts';
import { logEndFindings } from './findings-process-ends.ja.ts';
import type { LogsTexts } from './texts.en.ts';

const findings = { ...logEndFindings, ...logErrorFindings, ...logNetworkFindings };

export const texts: LogsTexts = {
  tab: 'ログ',
  question: 'プロセスは起動後にエラーを出力しましたか？',
  guide: {
    title: '手順 3: Pod の実行中のエラー',
    paragraphs: [
      'コントローラーとインジェクターのログで、コンテナの起動後のエラーを探します。文字列「"level":"error"」を検索します。',
      'エラーを修正し、メッシュの正常性を再確認します。',
    ],
    stale: [
      '-c を付けない「kubectl logs」は、コントローラーの Pod の最初のコンテナである osm-pipy-repo を対象とします。コンテナ osm-controller または osm-injector を指定します。',
      'プロセスの終了につながる行は「"level":"fatal"」です。CRD や RBAC の問題は JSON ではない klog の行に、プローブの失敗は「"level":"warn"」の行に現れます。起動時のエラーの行には、無害なものもあります。',
    ],
  },
  checks: {
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
  findings,
  words: {
    looked: (logs, lines, since) =>
      `ログ ${logs} 件、${since === undefined ? '' : `${instant(since)} 以降の `}${lines} 行を確認しました。`,
    labels: {
      logsOf: (pod) => `${pod} のログ`,
      signatures: 'ログのレコード（重大な順）',
      firstRecord: '最初のレコード',
      lastRecord: '最後のレコード',
      linesBefore: (lines) => `直前の ${lines} 行`,
      linesAfter: (lines) => `直後の ${lines} 行`,
      agoSpan: (from, to) => `${ago(from)}～${ago(to)}`,
      errorCode: (code, name) => `${code}（${name}）`,
      errorCodeUnknown: (code) => `${code} は、このバージョンでは不明なコードです。`,
      previous: '再起動前',
      current: '現在',
    },
    columns: {
      log: 'LOG',
      lines: 'LINES',
      errors: 'ERRORS',
      period: 'FROM - TO',
      count: 'COUNT',
      overTime: 'OVER TIME',
      why: 'WHY HARMLESS',
      level: 'LEVEL',
      code: 'CODE',
      message: 'MESSAGE',
    },
    rows: {
      signature: (number, what, previous, message) =>
        `${what} ${number} 件${previous ? '（再起動前）' : ''}: ${message}`,
      log: (container, previous, lines, errors) =>
        `${container} の${previous ? '再起動前の' : ''}ログ: ${lines} 行${errors === '0' ? '' : `、${errors}`}`,
      benign: (text) => `無害: ${text}`,
    },
    signature: {
      heading: '同じ種類のすべてのレコード',
      count: (records) => `このログに ${records.toLocaleString('en')} 件`,
      first: (time, age) => `最初: ${time}（${ago(age)}）`,
      last: (time, age) => `最後: ${time}（${ago(age)}）`,
      perMinute: (records) => `平均で毎分 ${records} 件`,
      perHour: (records) => `平均で毎時 ${records} 件`,
      most: (records, minutes) => `最大で ${minutes} 分間に ${records.toLocaleString('en')} 件`,
      component: (component) => `コンポーネント: ${component}`,
      relation: {
        'last-words': '終了した実行の最後のログに含まれています。',
        'right-before': '最後の 1 件は、実行が終了する直前のものです。',
      },
      restarts: (restarts, known) =>
        restarts === known
          ? `コンテナの再起動: ${restarts} 回`
          : `コンテナの再起動: ${restarts} 回（終了時刻がわかるのは ${known} 回分）`,
      values: (place, values) => `${place} 番目の <*>: ${values.join(' | ')}`,
      overTime: '推移',
      legend: '█ は最大、▁ はなし。↻ はコンテナが終了して再起動した位置',
      ago,
      benign: '無害なレコード',
      reasons: {
        'in-cluster': 'クラスター内では kubeconfig を指定しないため、起動のたびに出力',
        'server-closed': 'Webhook サーバーの正常な終了',
        'watch-ended': 'プロセスの停止に伴う監視の正常な終了',
        'repo-came-up': '起動時の正常な待機（その後リポジトリが起動）',
      },
      openLog: 'Enter で前後のログを表示します。',
    },
  },
};

function sinceWords(since: string | undefined): string {
  return since === undefined ? '' : `（${instant(since)} 以降の行）`;
}
