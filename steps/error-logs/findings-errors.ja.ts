import type { FindingTexts } from '#i18n/types/findings.ts';
import { sentences } from '#i18n/ja/words.ts';
import { logPlace, logTitle } from './log-words.ja.ts';

/** Log findings about a process that goes on (facts §5.5, §5.6). */
export const logErrorFindings = {
  'log-missing-resource': {
    title: (params) =>
      params.resource === ''
        ? logTitle('リソースの未提供', params)
        : `${params.resource} の未提供、${params.count} 件`,
    explanation: (params) =>
      sentences(
        `API サーバーが${params.resource === '' ? '、プロセスの監視するリソース' : ` ${params.resource} `}を提供していません。CRD がないか、バージョンが異なります。`,
        '起動中のプロセスはこれを無期限に待ち、ヘルスポートを開きません。',
        logPlace(params),
      ),
    next: () => 'CRD とメッシュのバージョンを比較します。bootstrap を再起動すると、CRD が再適用されます。',
  },
  'log-forbidden': {
    title: (params) =>
      params.resource === ''
        ? logTitle('権限不足', params)
        : `${params.resource} の権限不足、${params.count} 件`,
    explanation: (params) =>
      sentences(
        `コントロールプレーンの${params.resource === '' ? '必要なリソース' : ` ${params.resource} `}へのアクセスを、RBAC が拒否しています。`,
        '起動中のプロセスは無期限に待つか、fatal の行を出力して終了します。',
        logPlace(params),
      ),
    next: () =>
      'ClusterRole と ClusterRoleBinding を確認します。どちらの名前も Helm リリースの名前（通常はメッシュ名）です。',
  },
  'log-smi-check-failed': {
    title: (params) => logTitle('SMI の確認の失敗', params),
    explanation: (params) =>
      sentences(
        'コントローラーは、プローブが呼び出されるたびに SMI の kind を API サーバーに問い合わせます。1 つでも欠けている間、liveness と readiness はどちらも 503 を返します。',
        logPlace(params),
      ),
    next: () => 'SMI の CRD が存在するか、どのバージョンを提供しているかを確認します。',
  },
  'log-health-warning': {
    title: ({ probe, subProbe, count }) =>
      `${probe} の失敗${subProbe === '' ? '' : `（${subProbe}）`}、${count} 件`,
    explanation: (params) =>
      sentences(
        'コントローラーは、プローブに 503 を返すたびにこの警告を出力します。警告は、失敗した確認を示します。',
        params.subProbe === 'SMI' && 'SMI は、API サーバーが SMI の kind を提供しているかどうかの確認です。',
        params.subProbe === 'pipy-Repo' && 'pipy-Repo は、コントローラーの設定サーバーの確認です。',
        params.subProbe === 'ADS' && 'ADS は、Envoy 向けディスカバリーサーバーの確認です。',
        logPlace(params),
      ),
    next: ({ subProbe }) =>
      subProbe === 'SMI'
        ? '「正常性」で SMI API を確認し、component「smi-mesh-spec」のエラーを調べます。'
        : '警告の前後のエラーの行を確認します。',
  },
  'log-certificate-error': {
    title: (params) => logTitle(params.errorCode === '' ? '証明書のエラー' : params.errorCode, params),
    explanation: (params) =>
      sentences(
        '証明書マネージャーがエラーを報告しています。起動中の場合、プロセスは約 10 秒で終了します。起動後の場合、証明書が更新されなくても、プローブは成功し続けることがあります。',
        logPlace(params),
      ),
    next: () =>
      'CA の Secret を確認します。Vault や cert-manager から証明書を取得するメッシュでは、それらを確認します。',
  },
  'log-injection-error': {
    title: (params) => logTitle(params.errorCode === '' ? '注入のエラー' : params.errorCode, params),
    explanation: (params) =>
      sentences(
        'インジェクター、またはコントロールプレーンの Webhook がエラーを報告しています。自身のプローブが成功していても、新しい Pod が拒否されることがあります。',
        logPlace(params),
      ),
    next: () => 'エラーの内容と、そこに示された名前空間や Pod のアノテーション、Webhook 設定を確認します。',
  },
  'log-mesh-config-missing': {
    title: (params) => logTitle('MeshConfig の不在', params),
    explanation: (params) =>
      sentences(
        'MeshConfig がないと、プロセスは既定値で動作します。コントローラーはポート 15128 でリポジトリを探して終了し、インジェクターはサイドカーのイメージが設定されていないため Pod を拒否します。',
        logPlace(params),
      ),
    next: () => 'bootstrap を再起動します。MeshConfig がなければ作成されます。',
  },
  'log-error': {
    title: (params) => logTitle(params.errorCode === '' ? 'エラー' : params.errorCode, params),
    explanation: (params) =>
      sentences(
        'コントロールプレーンのエラーの行です。このエラーだけでプロセスが終了することはありません。',
        params.component !== '' && `出力元は component「${params.component}」です。`,
        logPlace(params),
      ),
    next: ({ errorCode }) =>
      errorCode === ''
        ? '前後の行を確認し、時刻をプローブが失敗した時刻と比較します。'
        : `このバージョンでの ${errorCode} の意味を確認し、時刻をプローブが失敗した時刻と比較します。`,
  },
  'log-policy-error': {
    title: (params) => logTitle(params.errorCode === '' ? 'ポリシーのエラー' : params.errorCode, params),
    explanation: (params) =>
      sentences(
        '利用者のトラフィックポリシーに誤りがあります。プローブの失敗の原因にはなりません。',
        logPlace(params),
      ),
    next: () => 'ポリシーの所有者に連絡します。プローブの失敗の原因ではありません。',
  },
  'log-data-plane-error': {
    title: (params) => logTitle(params.errorCode === '' ? 'データプレーン' : params.errorCode, params),
    explanation: (params) =>
      sentences(
        'コントロールプレーンではなく、メッシュのプロキシに関するものです。プローブの失敗の原因にはなりません。',
        logPlace(params),
      ),
    next: () => 'プローブが成功するようになってから確認します。',
  },
  'log-benign': {
    title: (params) => logTitle('無害な行', params),
    explanation: (params) =>
      sentences(
        'このバージョンでは無害とわかっている行で、通常の起動、停止、設定変更に伴うものです。',
        logPlace(params),
      ),
    next: () => '対応は不要です。',
  },
} satisfies Partial<FindingTexts>;
