import type { VerdictTexts } from './texts.en.ts';

export const texts: VerdictTexts = {
  tab: '診断結果',
  question: '根本原因は何で、どうすれば修正できますか？',
  guide: {
    title: '検出結果から根本原因へ',
    paragraphs: [
      'ガイドの各手順は、「エラーを修正し、正常性を再確認する」で終わります。プローブの失敗が続く場合は、次の手順に進みます。',
      '順序は依存関係に従います。bootstrap、Init コンテナでの待機、注入されたサイドカー、イメージとスケジューリング、終了したプロセスの最後のログ、CRD と RBAC、証明書、503 の原因の順です。',
      'この順序で前にある問題が、後にある問題の原因です。最初の原因を修正してから、読み取り直します。',
    ],
    stale: [
      'ガイドは 503 と接続拒否を区別していません。503 の場合は SMI API と CRD を確認します。接続拒否の場合は、プロセスの起動、ログの fatal の行、サイドカーを確認します。',
    ],
  },
  findings: {},
  checks: {},
  words: {
    looked: (findings, causes) => `検出結果 ${findings} 件に基づく根本原因: ${causes} 件。`,
    labels: {
      otherMeshes: 'クラスターのほかのメッシュ',
      exportHint: 'e を押すとレポートを書き出せます（Markdown、HTML、JSON、テキスト）。',
    },
    rows: {
      unexplained: (title) => `根本原因は不明: ${title}`,
      otherMesh: (mesh, namespace, verdict) => `${meshOf(mesh)}（名前空間「${namespace}」）: ${verdict}`,
    },
  },
};

function meshOf(mesh: string): string {
  return mesh === '' ? '名前のないメッシュ' : `メッシュ「${mesh}」`;
}
