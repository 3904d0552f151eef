import type { LeftOutWords, ReportTexts } from '#i18n/types/report.ts';
import { instant } from '../instant.ts';
import { ago } from './words.ts';

/** `検出結果 2 件（OED101 ×2）`; '' for none. */
function leftOutWords({ count, ids }: LeftOutWords, what: string): string {
  return count === 0 ? '' : `${what} ${count} 件（${ids.join('、')}）`;
}

export const report: ReportTexts = {
  title: 'osm-edge コントロールプレーンの正常性レポート',
  contents: '目次',
  leftOut: {
    item: (id) => `${id}: 手動で除外`,
    findings: (findings) => `手動で除外: ${leftOutWords(findings, '検出結果')}。`,
    sentence: (findings, causes) => {
      const parts = [leftOutWords(findings, '検出結果'), leftOutWords(causes, '原因')];
      return `手動で除外: ${parts.filter((part) => part !== '').join('、')}。診断結果には、除外したものも反映されています。`;
    },
  },
  firstCommand: '最初に実行するコマンド:',
  firstFix: '修正する最初のコマンド:',
  facts: {
    readAt: '読み取り日時',
    context: 'コンテキスト',
    kubeconfig: 'kubeconfig',
    server: 'API サーバー',
    scenario: 'デモのシナリオ',
    narrowed: '対象の絞り込み',
    mesh: 'メッシュ',
    verdict: '診断結果',
  },
  narrowedTo: ({ mesh, namespace }, { since, logBytes }) =>
    [
      mesh === undefined ? '' : `メッシュ「${mesh}」`,
      namespace === undefined ? '' : `名前空間「${namespace}」`,
      since === undefined ? '' : `${instant(since)} 以降のログ`,
      logBytes === undefined ? '' : `各ログの先頭 ${logBytes} バイト`,
    ]
      .filter((part) => part !== '')
      .join('、'),
  exitCode: (code) => `終了コード ${code}`,
  meshIn: (mesh, namespace) =>
    mesh === ''
      ? `名前空間「${namespace}」の名前のないメッシュ`
      : `メッシュ「${mesh}」（名前空間「${namespace}」）`,
  meshColumns: { mesh: 'メッシュ', namespace: '名前空間', product: '製品', verdict: '診断結果' },
  sections: {
    causes: '根本原因と実行するコマンド',
    step: (number, tab) => (number === 0 ? tab : `ステップ ${number} · ${tab}`),
    unexplained: '既知の原因がない検出結果',
    checks: '確認した項目',
    seen: '観測した状態',
    notChecked: '確認できなかった項目',
    reproduce: 'このレポートの再作成',
    more: '詳しく確認するには',
    about: 'このレポートについて',
  },
  seeFindings: (question) => `${question} 下の検出結果を参照してください。`,
  noCause: '根本原因は見つかりませんでした。',
  noCauseInPart: '読み取れた範囲では、根本原因は見つかりませんでした。',
  mendThenCheck: '修正後に再確認します。コマンドはこのレポートの末尾にあります。',
  allChecked: '漏れはありません。すべての項目を確認しました。',
  soFar: 'クラスターの読み取り中に作成されたため、その時点までに判明した内容だけを示しています。',
  reproduce: {
    again: '再確認し、結果を表示します。',
    everything: 'すべての証拠、表、タイムラインを含むレポートを作成します。',
    wizard: '同じ内容をウィザードで順に確認します。',
    file: '読み取った内容をファイルに保存し、後から、または別の場所で確認できるようにします。',
  },
  about: [
    'このプログラムは読み取りのみを行います。リクエストはすべて GET で、クラスターには何も変更を加えていません。',
    'トークン、パスワード、秘密鍵は、保存や診断の前に取り除いています。クラスターから得た文字列に含まれる制御文字は、名前で表示しています。',
    '時刻はすべて UTC です。経過時間は読み取り時点を基準にしています。',
  ],
  timeline: {
    picture: (entries, from, to) => `${from} から ${to} までの ${entries} 件`,
    before: ago,
    readNow: '読み取り',
  },
  marks: {
    critical: '重大',
    warning: '警告',
    ok: '正常',
    unknown: '不明',
    info: '参考',
    pending: '読み取り中',
  },
};
