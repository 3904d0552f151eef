import type { ProbeName } from '#snapshot/probe-call.ts';
import { isInjectedPort } from '#i18n/ports.ts';

/** What the kubelet does while a probe fails; the defaults hold because the chart sets no others (facts §2.1). */
export function consequence(probe: ProbeName): string {
  switch (probe) {
    case 'liveness':
      return '既定では、10 秒間隔で 3 回連続して失敗すると、kubelet がコンテナを再起動します。';
    case 'readiness':
      return '失敗している間、Pod は Ready にならず、Service 経由のトラフィックを受け取りません。';
    case 'startup':
      return 'startup プローブが時間内に成功しないと、kubelet がコンテナを再起動します。';
    default:
      return probe satisfies never;
  }
}

/** What an HTTP status other than success says about who answers (facts 0.2, 0.13, §2.2, §2.3). */
export function meaningOfStatus(status: number, subProbe: string): string {
  if (status === 404) {
    return '応答はありますが、このパスは存在しません。プローブのポート、スキーム、パスのいずれかが、このバージョンと一致していません。';
  }
  if (status !== 503) return 'プロセスは応答していますが、成功を返していません。';
  if (subProbe === 'SMI') {
    return '応答本文によると、SMI の確認が失敗しています。コントローラーが必要とする SMI のグループバージョンまたは kind を、API サーバーが提供していません。';
  }
  if (subProbe !== '')
    return `プロセスは起動しています。応答本文によると、失敗している確認は ${subProbe} です。`;
  return 'プロセスは起動しています。osm-edge 1.2 以降のコントローラーが 503 を返す場合、応答本文が別の確認を示していない限り、ほとんどの原因は SMI API の確認の失敗です。';
}

/** Who listens on a refused port (facts §1.3, §2.4, §2.5). */
export function meaningOfRefusal(port: string): string {
  if (isInjectedPort(port)) {
    return `ポート ${port} はコントロールプレーンではなく、注入されたサイドカーのものです。サイドカーは、注入元のメッシュから設定を受け取るまで応答しません。`;
  }
  if (port === '6060') {
    return 'ポート 6060 は Pipy リポジトリのものです。このコンテナは、起動中か、終了したか、ポートを開けなかったかのいずれかです。';
  }
  return 'このポートで待ち受けているプロセスがありません。コントロールプレーンのプロセスは起動処理の最後にヘルスポートを開くため、まだ起動中か、何かを待っているか、終了したかのいずれかです。';
}
