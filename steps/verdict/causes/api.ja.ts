import type { CauseTexts } from '#i18n/types/causes.ts';
import { listed } from '#i18n/ja/words.ts';
import type { apiCauses } from './api.ts';

export const texts = {
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
} satisfies Pick<CauseTexts, keyof typeof apiCauses>;
