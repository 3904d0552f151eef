import type { FindingTexts } from '#i18n/types/findings.ts';
import { list, sentences } from '#i18n/ja/words.ts';
import { startFailureWords } from '#steps/shared/start-failure-words.ja.ts';
import { logPlace, logTitle } from './log-words.ja.ts';

/** Log findings about a process that ends, or does not come up (facts §2.4, §5.4, §5.5). */
export const logEndFindings = {
  'log-fatal': {
    title: (params) => logTitle('fatal の出力', params),
    explanation: (params) =>
      sentences(
        'fatal の行を出力したプロセスは終了コード 1 で終了し、次に起動するまでプローブに応答しません。',
        logPlace(params),
      ),
    next: () => 'エラーが示す問題を修正します。多くの場合、直前の行に詳細があります。',
  },
  'log-exec-failed': {
    title: ({ failure, count }) => `起動不可、${count} 件: ${startFailureWords[failure].short}`,
    explanation: (params) => sentences(startFailureWords[params.failure].why, logPlace(params)),
    next: ({ failure }) => startFailureWords[failure].next,
  },
  'go-panic': {
    title: (params) => logTitle('Go の panic', params),
    explanation: (params) =>
      sentences(
        'panic によりプロセスは終了コード 2 で終了します。続くスタックトレースが発生箇所を示します。',
        logPlace(params),
      ),
    next: () => 'panic の前の行を確認し、このバージョンの既知の問題を調べます。',
  },
  'recovered-panic': {
    title: (params) => logTitle('回復した panic', params),
    explanation: (params) =>
      sentences(
        '1 つのリクエストの処理中に panic が発生しましたが、サーバーが捕捉したため、プロセスは動作を続けています。そのリクエストには正しい応答が返っていません。',
        logPlace(params),
      ),
    next: () => '原因となったリクエストと、前後のエラーを確認します。',
  },
  'log-version-mismatch': {
    title: (params) => logTitle('フラグとイメージの不一致', params),
    explanation: (params) =>
      sentences(
        'プロセスが認識できないフラグがあるか、必要なフラグがありません。イメージのバージョンが、チャートまたは CLI のバージョンと異なる場合に起こります。',
        logPlace(params),
      ),
    next: () => 'コンテナの引数とイメージのタグを、Deployment のバージョンのラベルと比較します。',
  },
  'log-port-in-use': {
    title: (params) =>
      params.port === ''
        ? logTitle('ポートの競合', params)
        : `ポート ${params.port} の競合、${params.count} 件`,
    explanation: (params) =>
      sentences(
        `Pod 内の別のプロセスが、すでに${params.port === '' ? 'このポート' : `ポート ${params.port} `}を使用しています。Pod のコンテナはネットワークを共有します。`,
        '不要なサイドカーは、Pipy リポジトリのポート 6060 を使います。',
        logPlace(params),
      ),
    next: () =>
      '「サイドカー」で本来含まれないコンテナの有無を確認します。また、Pod が hostNetwork を使っていないかを確認します。',
  },
  'log-repo-down': {
    title: (params) => logTitle('Pipy リポジトリの準備未完了', params),
    explanation: (params) =>
      sentences(
        'コントローラーはヘルスポートを開く前に Pipy リポジトリを待ち、ほとんどのバージョンでは、リポジトリが起動しないと終了します。Pod の起動直後に 1 回だけの場合は、問題ありません。',
        logPlace(params),
      ),
    next: () =>
      'リポジトリのコンテナ、ポート 6060、MeshConfig を確認します。MeshConfig がないと、コントローラーはポート 15128 に接続します。',
  },
  'log-init-wait': {
    title: (params) => logTitle('bootstrap の待機', params),
    explanation: (params) =>
      sentences(
        'Init コンテナは、bootstrap が応答するまで約 4～6 分呼び出しを続け、その後失敗して再起動されます。',
        logPlace(params),
      ),
    next: () =>
      '先に bootstrap を確認します。Ready の場合は、クラスター DNS、Service、NetworkPolicy を確認します。',
  },
  'informers-stuck': {
    title: ({ kinds }) =>
      kinds.length === 0 ? 'informer キャッシュの待機' : `informer キャッシュの待機: ${list(kinds, 3)}`,
    explanation: ({ container, kinds }) =>
      sentences(
        `${container === '' ? '' : `「${container}」の`}プロセスは、ヘルスポートを開く前に、監視するすべての kind の一覧を取得します。CRD がない間や RBAC が拒否している間は、無期限に待ち続けます。`,
        kinds.length > 0 && `未同期: ${list(kinds, 12)}。`,
        'その間プローブの接続は拒否され、kubelet がコンテナを再起動します。',
      ),
    next: () => 'klog の「Failed to list」の行を探します。この行は、存在しないか拒否された kind を示します。',
  },
  'log-level-silences': {
    title: ({ level }) => `ログレベル「${level}」ではエラーが出力されない`,
    explanation: ({ level, where }) =>
      `${where === '' ? 'ログレベル' : `${where} のログレベル`}は「${level}」です。fatal、panic、disabled の各レベルではエラーの行が出力されないため、ログにエラーがなくても正常とはいえません。`,
    next: () =>
      'レベルを「info」に設定し、再確認します。コントローラーとインジェクターは MeshConfig の変更に従いますが、bootstrap が従うのは --verbosity フラグだけです。',
  },
} satisfies Partial<FindingTexts>;
