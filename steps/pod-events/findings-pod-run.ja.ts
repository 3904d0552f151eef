import type { FindingTexts } from '#i18n/types/findings.ts';
import { titleWords } from '#i18n/clip.ts';
import { isMeshProcess } from '#i18n/containers.ts';
import { isInjectedPort } from '#i18n/ports.ts';
import { consequence, meaningOfRefusal, meaningOfStatus } from '#steps/shared/probe-words.ja.ts';
import { containerOf, inBrackets, says, sentences } from '#i18n/ja/words.ts';

/** Events and states of a container that runs or ran: probes, restarts, ends (facts §2, §5.4, §7). */

/** What an exit code says; 1 and 2 have a meaning for the mesh's own processes only (facts §5.4). */
export function meaningOfExit(exitCode: number, container: string): string {
  if ((exitCode === 1 || exitCode === 2) && !isMeshProcess(container)) return '';
  switch (exitCode) {
    case 0:
      return '終了コード 0 は正常終了です。プロセスは、liveness プローブの失敗後の kubelet などから停止を求められました。この場合、ログにエラーは残りません。';
    case 1:
      return 'コントロールプレーンのプロセスは、ログに fatal の行を出力した後、終了コード 1 で終了します。';
    case 2:
      return '終了コード 2 は、不明なコマンドラインフラグ、または Go の panic を示します。';
    case 137:
      return '終了コード 137 は強制終了（SIGKILL）を示します。停止の要求後、猶予期間内に停止しませんでした。メモリ不足の場合は、理由が OOMKilled になります。';
    case 143:
      return '終了コード 143 は、停止を求められたプロセスが、シグナルを処理せずに終了したことを示します。';
    default:
      return '';
  }
}

/** The events of the mesh's own processes (facts §7). */
function meaningOfFatal(reason: string, message: string): string {
  switch (reason) {
    case 'FatalInvalidCLIParameters':
      return 'プロセスがコマンドラインフラグを受け付けませんでした。チャートとイメージのバージョンが異なる可能性があります。';
    case 'FatalInvalidCertificateManager':
      return 'プロセスが証明書マネージャーを用意できませんでした。CA の Secret、Vault、cert-manager のいずれかを確認します。';
    case 'FatalCertificateIssuanceFailure':
      return 'コントローラーが自身のサーバーの証明書を発行できませんでした。';
    default:
      break;
  }
  if (message.includes('informer')) {
    return 'プロセスが最初の一覧取得を完了できませんでした。CRD がないか、RBAC が拒否しています。';
  }
  if (message.includes('proxy control server')) {
    return 'コントローラーが Pipy リポジトリに接続できなかったか、リポジトリの準備ができていませんでした。';
  }
  if (message.includes('HTTP server')) return 'プロセスがヘルスポートを開けませんでした。';
  if (message.includes('webhook'))
    return 'プロセスが Webhook 設定を書き込めなかったか、Webhook を起動できませんでした。';
  return 'プロセスが起動できませんでした。';
}

export const podRunFindings = {
  'probe-event-status': {
    title: ({ probe, container, status, count }) =>
      `${probe} の応答 ${status}、${count} 回${inBrackets(container)}`,
    explanation: ({ probe, status }) => sentences(meaningOfStatus(status, ''), consequence(probe)),
    next: ({ status }) =>
      status === 503
        ? '「正常性」でプローブを再度呼び出します。応答本文が、失敗した確認を示します。ログにも、component「health」の同じ文面の警告があります。'
        : 'プローブのポート、スキーム、パスが、イメージのバージョンと一致しているかを確認します。',
  },
  'probe-event-refused': {
    title: ({ probe, container, port, count }) =>
      `${probe} の接続拒否${port === '' ? '' : `、ポート ${port}`}、${count} 回${inBrackets(container)}`,
    explanation: ({ probe, port }) => sentences(meaningOfRefusal(port), consequence(probe)),
    next: ({ port }) =>
      isInjectedPort(port)
        ? '「サイドカー」で、どのメッシュが Pod に注入したかを確認します。'
        : '再起動の有無、再起動前のログの末尾、「サイドカー」を確認します。',
  },
  'probe-event-timeout': {
    title: ({ probe, container, count }) => `${probe} のタイムアウト、${count} 回${inBrackets(container)}`,
    explanation: ({ probe }) =>
      sentences(
        'プローブがタイムアウトしました（チャートの既定は 5 秒）。プロセスの負荷が高いか、kubelet とプロセスの間で呼び出しが止まっています。',
        consequence(probe),
      ),
    next: () => 'Pod とノードの CPU とメモリの使用量、および「サイドカー」を確認します。',
  },
  'probe-event-other': {
    title: ({ probe, container, count }) => `${probe} の失敗、${count} 回${inBrackets(container)}`,
    explanation: ({ probe, message }) => sentences(says('kubelet のメッセージ', message), consequence(probe)),
    next: () => 'kubelet のメッセージと、コンテナのログを確認します。',
  },
  'killed-by-liveness': {
    title: ({ container, count }) => `liveness の失敗で再起動、${count} 回${inBrackets(container)}`,
    explanation: () =>
      'kubelet は、liveness プローブが失敗し続けるコンテナを停止し、再起動します。コントロールプレーンは停止シグナルを処理するため、終了コード 0、理由 Completed で終了し、ログにエラーが残らないことがあります。',
    next: () => '再起動前の liveness の失敗を確認します。HTTP ステータスと接続拒否では、原因が異なります。',
  },
  'crash-loop': {
    title: ({ container, restarts }) => `CrashLoopBackOff、再起動 ${restarts} 回${inBrackets(container)}`,
    explanation: ({ message }) =>
      sentences(
        'コンテナが終了を繰り返し、kubelet は次の再起動までの待ち時間を最大 5 分まで延ばします。その間、プローブに応答するものがありません。',
        says('kubelet のメッセージ', message),
      ),
    next: () =>
      '終了コードと、再起動前のログの末尾を確認します。プロセスは、終了する理由を最後に出力します。',
  },
  'out-of-memory': {
    title: ({ container, limit, restarts }) =>
      `OOMKilled${limit === '' ? '' : `、制限 ${limit}`}、再起動 ${restarts} 回${inBrackets(container)}`,
    explanation: ({ limit }) =>
      sentences(
        limit === ''
          ? 'メモリが不足し、カーネルがコンテナを終了させました。コンテナのメモリ制限は、ないか不明です。'
          : `コンテナがメモリ制限の ${limit} を超え、カーネルが終了させました。`,
        'ログはその時点で途切れ、理由は残りません。',
      ),
    next: () =>
      'メモリ制限を引き上げます。osm-edge 1.3.5 より前のコントローラーでメモリ使用量が増え続ける場合は、1.3.5 以降にアップグレードします。',
  },
  'container-terminated': {
    title: ({ container, exitCode, reason, restarts }) =>
      `終了コード ${exitCode}${reason === '' ? '' : `、${reason}`}、再起動 ${restarts} 回${inBrackets(container)}`,
    explanation: (params) =>
      sentences(
        meaningOfExit(params.exitCode, params.container),
        `${containerOf(params)}が停止している間、プローブは失敗し、Pod は Ready になりません。`,
      ),
    next: ({ exitCode }) =>
      exitCode === 0
        ? '終了前の Unhealthy と Killing のイベントを確認します。'
        : '再起動前のログの末尾を確認します。',
  },
  'mesh-fatal-event': {
    title: ({ reason, message }) => `${reason} の報告: ${titleWords(message)}`,
    explanation: ({ reason, message, count }) =>
      sentences(
        meaningOfFatal(reason, message),
        `${count} 回報告され、プロセスはそのたびに終了コード 1 で終了しています。`,
        'イベントに、エラーの内容は含まれません。インジェクターや bootstrap のイベントでも、発行元は常にコントローラーになります。',
      ),
    next: () => '再起動前のログの最後の行を確認します。fatal の行にエラーの内容があります。',
  },
  'transient-event': {
    title: ({ reason, count }) => `${reason}、${count} 回、解消済み`,
    explanation: ({ message }) =>
      sentences('Pod または ReplicaSet は回復し、問題は解消しています。', says('メッセージ', message)),
    next: () => '再発しない限り、対応は不要です。',
  },
  'other-warning-event': {
    title: ({ reason, count }) => `警告 ${reason}、${count} 回`,
    explanation: ({ message }) =>
      sentences('Kubernetes の警告で、既知の分類には当てはまりません。', says('メッセージ', message)),
    next: () => 'メッセージを確認します。ほかのオブジェクトに関するものであれば、ログの確認に進みます。',
  },
} satisfies Partial<FindingTexts>;
