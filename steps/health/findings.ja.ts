import type { FindingTexts } from '#i18n/types/findings.ts';
import { titleWords } from '#i18n/clip.ts';
import { endpointOf, portOf } from '#i18n/ports.ts';
import { consequence, meaningOfRefusal, meaningOfStatus } from '#steps/shared/probe-words.ja.ts';
import { about, list, says, sentences } from '#i18n/ja/words.ts';
import { meaningOfExit } from '#steps/pod-events/findings-pod-run.ja.ts';

/** What stops while a component does not run. */
export function lossOf(component: string): string {
  if (component.includes('injector')) {
    return 'Webhook の応答がなければ作成は拒否されるため、登録済みの名前空間に新しい Pod は作成できません。';
  }
  if (component.includes('bootstrap')) {
    return 'コントローラーとインジェクターの新しい Pod は、Init コンテナで待ち続けます。実行中の Pod は動作を続けます。';
  }
  return 'サイドカーは新しい設定を受け取れず、検証用の Webhook も呼び出せません。';
}

const flapping = (consistent: boolean): string => (consistent ? '' : '（断続的）');

export const healthFindings = {
  'component-missing': {
    title: ({ component }, subject) => about(component, subject, 'Deployment が存在しない'),
    explanation: ({ component }) =>
      `コントロールプレーンに ${component} の Deployment がありません。${lossOf(component)}`,
    next: () => '削除した人やツールを調べます。同じバージョンのチャートで復元できます。',
  },
  'scaled-to-zero': {
    title: ({ component }, subject) => about(component, subject, 'レプリカ数が 0'),
    explanation: ({ component }) =>
      `Deployment のレプリカ数が 0 のため、プローブの対象となる Pod がありません。${lossOf(component)}`,
    next: () => 'スケールダウンした人やツールを調べ、レプリカ数を戻します。',
  },
  'no-pods': {
    title: ({ component, wanted }, subject) => about(component, subject, `Pod なし（必要数 ${wanted}）`),
    explanation: ({ component }) =>
      `Deployment のレプリカ数は 1 以上ですが、Pod が存在しません。作成が拒否されたか、まだ試みられていません。${lossOf(component)}`,
    next: () =>
      'ReplicaSet のイベントを確認します。拒否された Pod は存在しないため、FailedCreate は ReplicaSet に記録されます。',
  },
  'component-down': {
    title: ({ component, ready, wanted }, subject) =>
      about(component, subject, `Ready のレプリカ ${ready} / ${wanted}`),
    explanation: ({ component, ready }) =>
      ready === 0
        ? `${component} に Ready のレプリカがありません。${lossOf(component)}`
        : `${component} の一部のレプリカが存在しないか、Ready ではありません。Ready のレプリカだけで動作しています。`,
    next: () => 'レプリカを確認してから、「サイドカー」「イベント」「ログ」の順に進みます。',
  },
  'replica-not-ready': {
    title: ({ ready, status, restarts }) => `Ready ではない: ${ready} ${status}、再起動 ${restarts} 回`,
    explanation: ({ ready, status }) =>
      sentences(
        `Pod の READY は ${ready}、STATUS は ${status} です。すべてのコンテナが Ready になるまで、Service 経由のトラフィックを受け取りません。`,
        ready === '1/2' &&
          'Pipy リポジトリのあるコントローラーの Pod では、1/2 は多くの場合、リポジトリが Ready でコントローラーが Ready ではないことを示します。',
      ),
    next: () => 'プローブを確認し、次にコンテナ、イベント、ログを確認します。',
  },
  'probe-status': {
    title: ({ probe, status, subProbe, consistent }) =>
      `${probe} の応答 ${status}${subProbe === '' ? '' : `（${subProbe}）`}${flapping(consistent)}`,
    explanation: ({ probe, status, subProbe, body }) =>
      sentences(meaningOfStatus(status, subProbe), says('応答本文', body), consequence(probe)),
    next: ({ status, subProbe }) =>
      status === 503 && (subProbe === 'SMI' || subProbe === '')
        ? 'SMI の CRD と API バージョン、ログにある component「smi-mesh-spec」のエラーを確認します。'
        : '呼び出した時刻のコンテナのログを確認します。',
  },
  'probe-refused': {
    title: ({ probe, url, consistent }) => `${probe} の接続拒否: ${endpointOf(url)}${flapping(consistent)}`,
    explanation: ({ probe, url }) => sentences(meaningOfRefusal(portOf(url)), consequence(probe)),
    next: () =>
      '再起動の有無と再起動前のログから、プロセスが終了していないかを確認します。また、「サイドカー」で不要なサイドカーの有無を確認します。',
  },
  'probe-no-answer': {
    title: ({ probe, url, seconds, consistent }) =>
      `${probe} の応答なし（${seconds} 秒）: ${endpointOf(url)}${flapping(consistent)}`,
    explanation: ({ probe, seconds }) =>
      sentences(
        `プローブが ${seconds} 秒でタイムアウトしました。プロセスの負荷が高いか、不要なサイドカーなどが途中で呼び出しを止めています。`,
        consequence(probe),
      ),
    next: () => '「サイドカー」と、Pod の CPU とメモリの使用量を確認します。',
  },
  'probe-edited': {
    title: ({ probe, url, chart }) =>
      `${probe} の宛先がチャートと相違: ${endpointOf(url)}（チャート: ${endpointOf(chart)}）`,
    explanation: ({ chart, status }) =>
      sentences(
        'このプローブのポート、パス、またはスキームが、このバージョンのチャートと異なります。プロセスのポートは固定のため、プローブが編集されています。',
        status > 0 && `プロセスは ${endpointOf(chart)} で ${status} を返しています。`,
      ),
    next: () => 'プローブとチャートを比較し、編集した人やツールを確認します。',
  },
  'restarted-before': {
    title: ({ container, restarts }) => `再起動 ${restarts} 回、現在は Ready（${container}）`,
    explanation: ({ exitCode, reason, finishedAt, container }) =>
      sentences(
        `「${container}」の前回の実行は${finishedAt === '' ? '' : ` ${finishedAt} に`}終了コード ${exitCode}${reason === '' ? ' ' : `（${reason}）`}で終了しました。`,
        meaningOfExit(exitCode, container),
        'Pod は現在 Ready ですが、問題が再発する可能性があります。',
      ),
    next: () =>
      '再起動前のログを確認します。osm-edge 1.3 のコントローラーで、Pod の起動直後に 1 回だけ再起動した場合は、問題ありません。',
  },
  'rollout-in-progress': {
    title: ({ component, updated, wanted }, subject) =>
      about(component, subject, `ロールアウト中: ${updated} / ${wanted} を更新済み`),
    explanation: () =>
      '新しい Pod が古い Pod を置き換えている途中で、ロールアウトは期限内です。Ready ではない Pod は、まだ起動中の可能性があります。',
    next: () => 'ロールアウトの完了後に再確認します。',
  },
  'rollout-stuck': {
    title: ({ component }, subject) => about(component, subject, 'ロールアウトが進行しない'),
    explanation: ({ message }) =>
      sentences(
        '新しい Pod が、Deployment の期限内に Ready になりませんでした。古い Pod がまだ動作している場合もあります。',
        says('Deployment のメッセージ', message),
      ),
    next: () => '最も新しい Pod と、その ReplicaSet を確認します。',
  },
  'control-plane-leftovers': {
    title: ({ remains }) =>
      `コントローラーなし、メッシュの一部が残存${remains.length === 0 ? '' : `: ${titleWords(list(remains, 3))}`}`,
    explanation: ({ remains }) =>
      sentences(
        'コントローラーの Deployment はありませんが、メッシュの一部が残っています。',
        remains.length > 0 && `残っているもの: ${list(remains, 8)}。`,
        '残った Webhook 設定の応答がなければリクエストは拒否されるため、登録済みの名前空間で Pod を作成できなくなることがあります。',
      ),
    next: () => 'メッシュがまだ必要な場合は再インストールし、不要な場合は残ったものを削除します。',
  },
  'service-without-endpoints': {
    title: ({ service }, subject) => about(service, subject, 'Ready の Pod がない'),
    explanation: ({ service }) =>
      `Service「${service}」に Ready の Pod がないため、呼び出しは失敗します。${
        service.includes('injector')
          ? 'API サーバーは、登録済みの名前空間に Pod を作成する前に、この Service を呼び出します。'
          : service.includes('validator')
            ? 'API サーバーは、メッシュのポリシーが作成または変更されるときに、この Service を呼び出します。'
            : 'この Service を呼び出すのは、サイドカーやほかのコンポーネントです。'
      }`,
    next: () => '接続先の Pod の問題を修正します。Service は自動的に回復します。',
  },
  'service-selects-nothing': {
    title: ({ service, selector }, subject) =>
      about(
        service,
        subject,
        selector === '' ? 'セレクターなし' : `セレクターに一致する Pod なし（${selector}）`,
      ),
    explanation: ({ service, selector }) =>
      `Service「${service}」の先となる Pod は Ready ですが、${selector === '' ? 'Service にセレクターがありません' : `ラベル ${selector} を持つ Pod がありません`}。プローブがすべて成功していても、Service への呼び出しは失敗します。`,
    next: () => 'セレクターと Pod のラベルを比較し、編集した人やツールを確認します。',
  },
  'stale-webhook': {
    title: ({ service }) => `Service「${service}」を提供する Deployment がない`,
    explanation: ({ namespaces }, subject) =>
      sentences(
        'この Service を提供する Deployment が存在しません。この設定は Helm ではなくメッシュのプロセスが作成したもので、メッシュの削除後に残ることがあります。',
        subject.kind === 'ValidatingWebhookConfiguration'
          ? '応答がなければリクエストは拒否されるため、対象のオブジェクトを作成、変更できません。'
          : `応答がなければリクエストは拒否されるため、${namespaces.length === 0 ? '対象の名前空間' : `名前空間「${list(namespaces)}」`}では Pod を作成できません。`,
      ),
    next: () => 'そのメッシュがインストールされていないことを確認してから、削除します。',
  },
  'smi-kind-not-served': {
    title: ({ kind, groupVersion }, subject) =>
      subject.name === groupVersion ? `${kind} の未提供` : `${groupVersion} に ${kind} がない`,
    explanation: ({ kind, groupVersion }) =>
      `コントローラーは、プローブが呼び出されるたびに ${groupVersion} の ${kind} を API サーバーに問い合わせます。提供されていない間、liveness と readiness は 503 を返し、kubelet がコントローラーを再起動します。`,
    next: () =>
      'CRD を確認します。削除されたか、アップグレードやダウングレードの後で別のバージョンを提供している可能性があります。',
  },
  'crd-missing': {
    title: ({ crd }, subject) => about(crd, subject, 'CRD が存在しない'),
    explanation: ({ crd }) =>
      `このバージョンのコントロールプレーンは ${crd} を監視します。起動中のプロセスはこれを無期限に待つため、プローブの接続は拒否され、kubelet がコンテナを再起動します。`,
    next: () => 'bootstrap を再起動します。起動時に CRD が適用されます。',
  },
  'crd-version-not-served': {
    title: ({ crd, version }, subject) => about(crd, subject, `バージョン ${version} の未提供`),
    explanation: ({ version, served }) =>
      `このバージョンのコントロールプレーンは ${version} を監視します${served.length === 0 ? '' : `が、CRD が提供するバージョンは別です（${list(served, 5)}）`}。起動中のプロセスは無期限に待ち続けます。アップグレードまたはダウングレードの後に、CRD が別のリリースのものになっていると起こります。`,
    next: () => 'bootstrap を再起動すると、そのリリースの CRD が適用されます。',
  },
  'version-differs': {
    title: ({ component, version, mesh }, subject) =>
      about(component, subject, `バージョン ${version}（メッシュは ${mesh}）`),
    explanation: () =>
      'メッシュのコンポーネントは、同じリリースで使う必要があります。フラグ、プローブ、CRD はリリースごとに異なります。アップグレードが完了していないか、イメージが手動で設定されています。',
    next: () => '正しいバージョンを確認し、すべてのコンポーネントをチャートで揃えます。',
  },
  'kubernetes-too-old': {
    title: ({ version, minimum }) => `Kubernetes ${version} は ${minimum} より前`,
    explanation: ({ minimum }) => `メッシュのドキュメントでは、Kubernetes ${minimum} 以降が必要です。`,
    next: () => 'ほかの原因を調べる前に、クラスターをアップグレードします。',
  },
  'sidecar-version-differs': {
    title: ({ image }) => `別のリリースのサイドカーを設定: ${image}`,
    explanation: ({ expected, mesh }) =>
      `リリース ${mesh} の Pipy は ${expected} です。bootstrap は MeshConfig がない場合にだけ作成するため、アップグレードしてもサイドカーのイメージは変わりません。`,
    next: () => '意図した設定でなければ、リリースのイメージを MeshConfig に設定します。',
  },
  'mesh-config-absent': {
    title: ({ name }, subject) => about(name, subject, 'MeshConfig が存在しない'),
    explanation: () =>
      '実行中のプロセスは既定値で動作を続けます。MeshConfig なしで起動したコントローラーは誤ったポートでリポジトリを探して終了し、インジェクターはサイドカーのイメージが設定されていないため Pod を拒否します。',
    next: () => 'bootstrap を再起動します。MeshConfig が再作成されます。',
  },
} satisfies Partial<FindingTexts>;
