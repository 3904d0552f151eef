import type { SignatureTexts } from '#i18n/types/signature.ts';
import { ago } from './words.ts';

export const signature: SignatureTexts = {
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
};
