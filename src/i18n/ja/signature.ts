import type { SignatureTexts } from '#i18n/types/signature.ts';

export const signature: SignatureTexts = {
  heading: '同じ種類の記録すべて',
  count: (records) => `このログに ${records.toLocaleString('en')} 件`,
  first: (time, age) => `最初: ${time}(${age} 前)`,
  last: (time, age) => `最後: ${time}(${age} 前)`,
  perMinute: (records) => `平均で毎分 ${records} 件`,
  perHour: (records) => `平均で毎時 ${records} 件`,
  most: (records, minutes) => `最多で ${minutes} 分間に ${records.toLocaleString('en')} 件`,
  component: (component) => `コンポーネント: ${component}`,
  relation: {
    'last-words': '終了した実行の最後の出力に含まれています。',
    'right-before': '最後の 1 件は、実行が終了する直前のものです。',
  },
  restarts: (restarts, known) =>
    restarts === known
      ? `コンテナの再起動: ${restarts} 回`
      : `コンテナの再起動: ${restarts} 回(kubelet が終了時刻を記録しているのは ${known} 回分)`,
  values: (place, values) => `${place} 番目の <*>: ${values.join(' | ')}`,
  overTime: '推移',
  legend: '█ は最多、▁ はなし。↻ はコンテナが終了し再起動した位置',
  ago: (age) => `${age} 前`,
  benign: '無害な記録',
  reasons: {
    'in-cluster': 'クラスター内では kubeconfig を指定しないため、起動のたびに出力されます',
    'server-closed': 'Webhook サーバーの正常な終了です',
    'watch-ended': 'プロセスの停止に伴う、監視の正常な終了です',
    'repo-came-up': '正常な起動時の待機です。リポジトリはその後起動しました',
  },
  openLog: 'Enter で前後のログを表示します。',
};
