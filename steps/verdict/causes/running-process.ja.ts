import type { CauseTexts } from '#i18n/types/causes.ts';
import { says, sentences } from '#i18n/ja/words.ts';
import type { processCauses } from './running-process.ts';
import { nameOf, processOf } from './words.ja.ts';

export const texts = {
  'version-mismatch': {
    headline: ({ flag }, subject) =>
      flag === ''
        ? `${nameOf(subject)} のフラグが、イメージのバージョンと一致していません。`
        : `${nameOf(subject)} が、フラグ ${flag} を認識できずに終了しています。`,
    explanation: ({ message }) =>
      sentences(
        'プロセスは、認識できないフラグがあるか、必要なフラグがないため、終了コード 2 ですぐに終了します。引数が編集されたか、イメージのバージョンがチャートまたは CLI のバージョンと異なります。',
        says('メッセージ', message),
      ),
  },
  'port-in-use': {
    headline: ({ port }, subject) =>
      `${nameOf(subject)} が必要とするポート${port === '' ? '' : ` ${port} `}が、Pod 内ですでに使用されています。`,
    explanation: () =>
      'Pod のコンテナはネットワークを共有します。本来含まれないコンテナや hostNetwork により、ポートが使用されています。不要なサイドカーは 6060 を使います。',
  },
  'repo-server-down': {
    headline: (_, subject) => `${nameOf(subject)} の Pipy リポジトリが動作していません。`,
    explanation: () =>
      'コントローラーは、ヘルスポートを開く前に同じ Pod のリポジトリを待ち、ほとんどのバージョンでは、リポジトリが起動しないと終了します。リポジトリのコンテナのログと、ノードのメモリを確認します。',
  },
  'slow-start': {
    headline: ({ container }, subject) =>
      `${processOf(container, subject)}が、起動の完了前に liveness プローブにより再起動されています。`,
    explanation: () =>
      'ヘルスポートが開くのは起動処理の最後ですが、liveness プローブは最初の 1 秒から始まります。そのため、コンテナに問題がなくても、約 21～30 秒で kubelet が再起動します。API サーバーやリポジトリの応答が遅いと、起動に時間がかかります。',
  },
  'busy-process': {
    headline: ({ container, restarts, timeoutSeconds }, subject) =>
      `${processOf(container, subject)}の負荷が高く、liveness プローブに${timeoutSeconds === 0 ? '' : ` ${timeoutSeconds} 秒以内に`}応答できないため、${restarts} 回再起動されています。`,
    explanation: ({ cpu }) =>
      sentences(
        'プローブがタイムアウトし、kubelet がコンテナを停止して、再び起動します。ログにエラーはありません。この場合の終了コード 137 は、猶予期間内に停止しなかったことを示し、メモリ不足ではありません。',
        `メッシュの Pod とポリシーの数に対して、CPU${cpu === '' ? '' : `（制限 ${cpu}）`}またはレプリカが不足しているか、プローブのタイムアウトが短すぎます。`,
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof processCauses>;
