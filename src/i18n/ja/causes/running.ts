import type { Subject } from '#diagnosis/finding.ts';
import type { CauseTexts } from '#i18n/types/causes.ts';
import { inBrackets, list, listed, quoted, says, sentences } from '../words.ts';
import { nameOf } from './before-start.ts';

/** The container, or the workload where no container is known. */
function processOf(container: string, subject: Subject): string {
  return `「${container === '' ? nameOf(subject) : container}」`;
}

/** Causes inside a container that started (facts §2, §5, §8, §9). */
export const runningCauses = {
  'smi-api-missing': {
    headline: ({ missing }) =>
      `コントローラーが必要とする${missing.length === 0 ? ' SMI API ' : listed(missing, 3)}を、API サーバーが提供していません。`,
    explanation: () =>
      'コントローラーは、プローブが呼び出されるたびに SMI の kind を問い合わせます。1 つでも欠けている間、liveness と readiness は 503 を返し、kubelet がコントローラーの再起動を繰り返します。原因は、CRD の削除や、アップグレードまたはダウングレードによる CRD のバージョンの違いです。bootstrap を再起動すると、CRD が再適用されます。',
  },
  'watched-crd-missing': {
    headline: ({ missing }) =>
      missing.length === 0
        ? 'コントロールプレーンが監視する CRD が存在しません。'
        : `コントロールプレーンが監視する${listed(missing, 3)}が存在しません。`,
    explanation: () =>
      '起動中のプロセスは、監視するすべての kind の一覧を取得し、CRD がない間は無期限に待ち続けます。ヘルスポートは開かれず、プローブの接続は拒否され、kubelet がコンテナを再起動します。CRD は bootstrap の起動時に適用されます。',
  },
  'rbac-missing': {
    headline: ({ resources, account }) =>
      `${account === '' ? 'コントロールプレーン' : `「${account}」`}による${resources.length === 0 ? '必要なリソース' : listed(resources, 3)}へのアクセスを、RBAC が拒否しています。`,
    explanation: () =>
      '一覧を取得する権限のないリソースがあると、起動中のプロセスは無期限に待つか、fatal の行を出力して終了します。起動後に読み取る権限のないリソースは、読み取りのたびに失敗します。ClusterRole と ClusterRoleBinding の名前は Helm リリースの名前です。いずれかが削除または変更されています。',
  },
  'mesh-config-missing': {
    headline: ({ name }) => `MeshConfig「${name}」が存在しません。`,
    explanation: () =>
      '既定値で起動したコントローラーは、6060 ではなく 15128 のポートで Pipy リポジトリを探して終了します。インジェクターは、サイドカーのイメージが設定されていないため Pod を拒否します。bootstrap は、起動時に MeshConfig がなければ作成します。',
  },
  'repo-server-down': {
    headline: (_, subject) => `${nameOf(subject)} の Pipy リポジトリが動作していません。`,
    explanation: () =>
      'コントローラーは、ヘルスポートを開く前に同じ Pod のリポジトリを待ち、ほとんどのバージョンでは、リポジトリが起動しないと終了します。リポジトリのコンテナのログと、ノードのメモリを確認します。',
  },
  'port-in-use': {
    headline: ({ port }, subject) =>
      `${nameOf(subject)} が必要とするポート${port === '' ? '' : ` ${port} `}が、Pod 内ですでに使用されています。`,
    explanation: () =>
      'Pod のコンテナはネットワークを共有します。本来含まれないコンテナや hostNetwork により、ポートが使用されています。不要なサイドカーは 6060 を使います。',
  },
  'ca-secret-broken': {
    headline: ({ secret, errorCode }) =>
      `CA の Secret「${secret}」を使用できません${inBrackets(errorCode)}。`,
    explanation: () =>
      'コントローラーとインジェクターには、この Secret の PEM 形式のキー「ca.crt」と「private.key」が必要で、これがないと起動から約 10 秒で終了します。tresor では、Secret がなければ新しく作成されます。変更後は、3 つの Deployment をすべて再起動します。',
  },
  'certificate-provider-failing': {
    headline: ({ provider, errorCode }) =>
      `証明書プロバイダー${provider === '' ? '' : `「${provider}」`}が証明書を発行できません${inBrackets(errorCode)}。`,
    explanation: () =>
      'この状態では、起動中のプロセスは終了します。実行中のプロセスのプローブは成功し続けますが、証明書は更新されません。主な原因は、ルート証明書の期限切れ、Vault の封印（sealed）、Vault のトークンの期限切れ、Ready ではない cert-manager です。',
  },
  'out-of-memory': {
    headline: ({ container, limit }) =>
      limit === ''
        ? `「${container}」のメモリが不足し、強制終了されています。`
        : `「${container}」がメモリ制限の ${limit} を超え、強制終了されています。`,
    explanation: () =>
      'カーネルが終了コード 137 でコンテナを終了させ、ログはそこで途切れます。既定の制限は、インジェクターが 64M、コントローラーが 1G です。osm-edge 1.3.5 より前のコントローラーには、メモリ使用量が増え続けることがある既知の不具合があります。',
  },
  'version-mismatch': {
    headline: (_, subject) => `${nameOf(subject)} のフラグが、イメージのバージョンと一致していません。`,
    explanation: ({ message }) =>
      sentences(
        'プロセスは、認識できないフラグがあるか、必要なフラグがないため、すぐに終了します。イメージのバージョンが、チャートまたは CLI のバージョンと異なります。',
        says('メッセージ', message),
      ),
  },
  'crd-conversion-webhook': {
    headline: () => 'メッシュの CRD の変換 Webhook に到達できません。',
    explanation: ({ message }) =>
      sentences(
        '変換を提供していたのは 1.1 までの bootstrap で、1.2 以降は提供しません。CRD がこの Webhook を参照したままだと bootstrap は起動できず、ほかのコンポーネントも待機し続けます。',
        says('bootstrap のメッセージ', message),
      ),
  },
  'slow-start': {
    headline: ({ container }, subject) =>
      `${processOf(container, subject)}が、起動の完了前に liveness プローブにより再起動されています。`,
    explanation: () =>
      'ヘルスポートが開くのは起動処理の最後ですが、liveness プローブは最初の 1 秒から始まります。そのため、コンテナに問題がなくても、約 21～30 秒で kubelet が再起動します。API サーバーやリポジトリの応答が遅いと、起動に時間がかかります。',
  },
  'liveness-answers-503': {
    headline: ({ container, path, subProbe }, subject) =>
      `${processOf(container, subject)}が liveness プローブ${path === '' ? '' : ` ${path} `}に 503 を返しています${subProbe === '' ? '' : `（${subProbe} の確認が失敗）`}。`,
    explanation: ({ subProbe }) =>
      sentences(
        'プロセスは動作していますが、正常ではないと報告しているため、kubelet が再起動を繰り返します。',
        subProbe === '' || subProbe === 'SMI'
          ? 'osm-edge 1.2 以降では、ほとんどの場合 SMI API の確認が原因です。CRD がないか、CRD のバージョンが異なるか、API ディスカバリーに問題があります。'
          : '前後のログの行に理由があります。',
      ),
  },
  'readiness-answers-503': {
    headline: ({ container, path, subProbe }, subject) =>
      `${processOf(container, subject)}が readiness プローブ${path === '' ? '' : ` ${path} `}に 503 を返しています${subProbe === '' ? '' : `（${subProbe} の確認が失敗）`}。`,
    explanation: ({ subProbe }) =>
      sentences(
        'プロセスは動作していますが、Pod は Service 経由のトラフィックを受け取らず、サイドカーはここから設定を取得できません。',
        (subProbe === '' || subProbe === 'SMI') &&
          'osm-edge 1.2 以降では、ほとんどの場合 SMI API の確認が原因で、その場合は liveness も失敗します。',
      ),
  },
  'probe-endpoint-unreachable': {
    headline: ({ container, url }, subject) =>
      `${processOf(container, subject)}がプローブ${url === '' ? '' : ` ${url} `}に応答しません。`,
    explanation: () =>
      'プロセスが起動中か、終了したか、途中で呼び出しが止まっています。原因を示すほかの検出結果は、まだありません。次に、ログと Pod のイベントを確認します。',
  },
  'process-ends': {
    headline: ({ container, exitCode, errorCode }, subject) =>
      `${processOf(container, subject)}が終了コード ${exitCode} で終了しています${inBrackets(errorCode)}。`,
    explanation: ({ lastWords }) =>
      sentences(
        says('最後のログメッセージ', lastWords),
        'kubelet は、間隔を延ばしながらコンテナを再起動します。その間、プローブに応答するものがありません。',
      ),
  },
  'logged-errors': {
    headline: ({ container, errorCodes, signatures, records, panics }, subject) =>
      signatures === 0 && panics > 0
        ? `${processOf(container, subject)}が panic を ${panics} 件出力しています。`
        : `${processOf(container, subject)}が ${signatures} 種類のエラー${inBrackets(list(errorCodes))}を ${records} 件${panics > 0 ? `、panic を ${panics} 件` : ''}出力しています。`,
    explanation: () =>
      'これらのエラーでプロセスは終了せず、説明できるほかの原因もありません。注入、証明書、Webhook には専用のプローブがないため、プローブが成功していても機能が失われている可能性があります。',
  },
  'failed-before': {
    headline: ({ container, restarts, reason }, subject) =>
      `${processOf(container, subject)}は現在動作していますが、以前に ${restarts} 回再起動しています${reason === '' ? '' : `（最後の理由: ${quoted(reason, 60)}）`}。`,
    explanation: () =>
      '現在、プローブはすべて成功していますが、問題が再発する可能性があります。残っている証拠は、再起動前のログと前回の終了状態です。',
  },
  'not-ready-unexplained': {
    headline: ({ status }, subject) =>
      `${nameOf(subject)} は Ready ではありません${inBrackets(status)}。原因を示す検出結果はありません。`,
    explanation: () =>
      '読み取れた範囲に原因は見つかりません。確認できなかった項目を調べ、問題の発生中に Pod を確認します。イベントが保持されるのは、既定で 1 時間です。',
  },
} satisfies Partial<CauseTexts>;
