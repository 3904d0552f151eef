import type { CauseTexts } from '#i18n/types/causes.ts';
import { endpointOf } from '#i18n/ports.ts';
import { inBrackets, quoted, says, sentences } from '#i18n/ja/words.ts';
import type { fallbackCauses } from './fallbacks.ts';
import type { loggedErrorCauses } from './logged-errors.ts';
import { nameOf, processOf } from './words.ja.ts';

export const texts = {
  'process-ends': {
    headline: ({ container, exitCode, errorCode }, subject) =>
      `${processOf(container, subject)}が終了コード ${exitCode} で終了しています${inBrackets(errorCode)}。`,
    explanation: ({ lastWords }) =>
      sentences(
        says('最後のログメッセージ', lastWords),
        'kubelet は、間隔を延ばしながらコンテナを再起動します。その間、プローブに応答するものがありません。',
      ),
  },
  'bootstrap-not-ready': {
    headline: ({ init }) =>
      init === ''
        ? 'コントローラーとインジェクターが、Ready ではない bootstrap を待っています。'
        : `Init コンテナ（${init}）が、Ready ではない bootstrap を待っています。`,
    explanation: () =>
      'コントローラーとインジェクターは、bootstrap がヘルスポートで応答した後に起動します。Init コンテナは約 4～6 分待って失敗し、再起動されます。bootstrap が動作すれば、どちらも自動的に起動します。',
  },
  'probe-endpoint-unreachable': {
    headline: ({ container, url, status }, subject) =>
      `${processOf(container, subject)}がプローブ${url === '' ? '' : ` ${endpointOf(url)} `}に${status > 0 ? ` ${status} を返しています` : '応答しません'}。`,
    explanation: ({ status }) =>
      sentences(
        status > 0
          ? 'サーバーは応答していますが、成功を返していません。プローブのポート、スキーム、またはパスが、別のバージョンのものである可能性があります。'
          : 'プロセスが起動中か、終了したか、途中で呼び出しが止まっています。',
        '原因を示すほかの検出結果は、まだありません。次に、ログと Pod のイベントを確認します。',
      ),
  },
  'not-ready-unexplained': {
    headline: ({ status }, subject) =>
      `${nameOf(subject)} は Ready ではありません${inBrackets(status)}。原因を示す検出結果はありません。`,
    explanation: () =>
      '読み取れた範囲に原因は見つかりません。確認できなかった項目を調べ、問題の発生中に Pod を確認します。イベントが保持されるのは、既定で 1 時間です。',
  },
  'failed-before': {
    headline: ({ container, restarts, reason }, subject) =>
      `${processOf(container, subject)}は現在動作していますが、以前に ${restarts} 回再起動しています${reason === '' ? '' : `（最後の理由: ${quoted(reason, 60)}）`}。`,
    explanation: () =>
      '現在、プローブはすべて成功していますが、問題が再発する可能性があります。残っている証拠は、再起動前のログと前回の終了状態です。',
  },
} satisfies Pick<CauseTexts, Exclude<keyof typeof fallbackCauses, keyof typeof loggedErrorCauses>>;
