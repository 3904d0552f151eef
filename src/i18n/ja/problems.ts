import type { ProblemTexts } from '#i18n/types/problems.ts';
import { join, quote } from 'shlex';
import { inBrackets, quoted, sentences } from './words.ts';

function known(names: readonly string[], none: string): readonly string[] {
  return names.length === 0 ? [none] : ['指定できる名前:', ...names.map((name) => `  ${name}`)];
}

const words = (message: string): string => (message.trim() === '' ? '' : `メッセージ: ${quoted(message)}。`);
const contextArgument = (context: string): string => (context === '' ? '' : ` --context ${quote(context)}`);
const ofContext = (context: string): string => (context === '' ? '' : `（コンテキスト「${context}」）`);

export const problems = {
  usage: ({ message }) => ({
    what: `コマンドラインが正しくありません。${words(message)}`,
    wayOut: ['オプションの一覧:', 'osm-edge-doctor --help'],
  }),
  'unknown-context': ({ context, known: names }) => ({
    what: `kubeconfig にコンテキスト「${context}」がありません。`,
    wayOut: known(names, 'kubeconfig にコンテキストが 1 つもありません。'),
  }),
  'unknown-scenario': ({ scenario, known: names }) => ({
    what: `デモのシナリオ「${scenario}」はありません。`,
    wayOut: known(names, 'このビルドにはデモのシナリオがありません。'),
  }),
  'unknown-code': ({ code, near }) => ({
    what: `「${code}」は、検出結果、原因、メッシュのエラーのいずれのコードでもありません。`,
    wayOut: [
      ...(near.length === 0 ? [] : ['近いもの:', ...near.map((name) => `  ${name}`)]),
      '検出結果と原因の一覧: docs/findings.ja.md',
    ],
  }),
  'unknown-mesh': ({ mesh, known: names }) => ({
    what: `クラスターにメッシュ「${mesh}」がありません。`,
    wayOut: known(names, 'クラスターにメッシュが見つかりませんでした。'),
  }),
  'snapshot-unreadable': ({ file, message }) => ({
    what: `ファイル「${file}」を読み取れません。${words(message)}`,
    wayOut: ['ファイルのパスと権限を確認します。'],
  }),
  'snapshot-invalid': ({ file, path, reason }) => ({
    what: `ファイル「${file}」は有効なスナップショットではありません${path === '' ? '' : `（位置 ${path}）`}。${reason.trim() === '' ? '' : `理由: ${quoted(reason)}。`}`,
    wayOut: ['このプログラムが `collect` で保存したスナップショットを指定します。'],
  }),
  'snapshot-version': ({ file, found, supported }) => ({
    what: `ファイル「${file}」はバージョン「${found}」のスナップショットです。このプログラムが読み取れるのは「${supported}」です。`,
    wayOut: ['保存したときと同じバージョンのプログラムで読み取るか、クラスターから読み取り直します。'],
  }),
  unreachable: ({ server, context, code, message }) => ({
    what: `API サーバー「${server}」${ofContext(context)}に到達できません${inBrackets(code)}。${words(message)}`,
    wayOut: [
      'ネットワーク、VPN、プロキシを確認し、kubectl に応答があるかどうかを確認します:',
      `kubectl${contextArgument(context)} get --raw /readyz`,
    ],
  }),
  'tls-not-trusted': ({ server, context, code, message }) => ({
    what: `API サーバー「${server}」${ofContext(context)}の証明書が信頼されていません${inBrackets(code)}。${words(message)}`,
    wayOut: [
      'kubeconfig にあるこのクラスターの certificate-authority と、証明書を差し替えるプロキシの有無を確認します:',
      `kubectl${contextArgument(context)} get --raw /readyz`,
    ],
  }),
  'not-authenticated': ({ server, context, message }) => ({
    what: `API サーバー「${server}」${ofContext(context)}が認証情報を受け付けません。${words(message)}`,
    wayOut: [
      'クラスターの手順に従ってログインし直します。多くの場合、トークンか証明書の期限切れです。その後、認証されたユーザーを確認します:',
      `kubectl${contextArgument(context)} auth whoami`,
    ],
  }),
  'exec-plugin-failed': ({ context, command, exitCode, stderr, installHint }) => {
    const firstLine = stderr.split(/\r?\n/u).find((line) => line.trim() !== '') ?? '';
    return {
      what: sentences(
        `認証プラグイン${ofContext(context)}が${exitCode === null ? '' : `終了コード ${exitCode} で`}失敗しました。`,
        firstLine !== '' && `出力: ${quoted(firstLine)}。`,
      ),
      wayOut: [
        '手動で実行します。入力が必要か、インストールされていない可能性があります:',
        join(command),
        ...(installHint === undefined || installHint.trim() === ''
          ? []
          : [`kubeconfig のヒント: ${quoted(installHint)}`]),
      ],
    };
  },
  'kubeconfig-missing': ({ files, from }) => ({
    what: `${from} が指す kubeconfig が存在しません: ${files.join('、')}。`,
    wayOut: [
      from === 'KUBECONFIG' ? '環境変数 KUBECONFIG を修正するか、ファイルを指定します:' : 'パスを修正します:',
      'osm-edge-doctor --kubeconfig FILE',
    ],
  }),
  'kubeconfig-malformed': ({ file, line, reason }) => ({
    what: `kubeconfig「${file}」${line === undefined ? '' : `（${line} 行目）`}を解析できません。${reason.trim() === '' ? '' : `理由: ${quoted(reason)}。`}`,
    wayOut: [
      'ファイルを修正します。kubectl も同じファイルを読み取ります:',
      `kubectl --kubeconfig ${quote(file)} config view`,
    ],
  }),
  'context-incomplete': ({ context, file, missing }) => ({
    what: `kubeconfig「${file}」のコンテキスト「${context}」が不完全です${missing === '' ? '' : `（不足: ${missing}）`}。`,
    wayOut: ['不足しているものを追加するか、別のコンテキストを選択します:', 'kubectl config get-contexts'],
  }),
  'no-current-context': ({ file, known: names }) => ({
    what: `kubeconfig「${file}」に現在のコンテキストが指定されていません。`,
    wayOut: [
      ...known(names, 'kubeconfig にコンテキストが 1 つもありません。'),
      'コンテキストを指定します:',
      'osm-edge-doctor --context NAME',
    ],
  }),
  'no-configuration': () => ({
    what: 'kubeconfig がなく、クラスターの Pod の中でもないため、読み取るクラスターがわかりません。',
    wayOut: [
      'kubeconfig を指定する場合:',
      'osm-edge-doctor --kubeconfig FILE',
      'デモのシナリオを表示する場合:',
      'osm-edge-doctor --demo NAME',
      '保存したスナップショットまたはバンドルを読み取る場合:',
      'osm-edge-doctor --from FILE',
    ],
  }),
  'log-not-read': ({ why, context, namespace, pod, container, previous, message }) => {
    const log = `Pod「${pod}」のコンテナ「${container}」の${previous ? '再起動前の' : ''}ログ`;
    const byHand = [
      'kubectl',
      'logs',
      '-n',
      namespace,
      pod,
      '-c',
      container,
      ...(previous ? ['--previous'] : []),
    ];
    switch (why) {
      case 'absent':
        return {
          what: `${log}はありません。${words(message)}`,
          wayOut: ['コンテナが起動していないか、再起動していないか、Pod がすでにありません。再試行します。'],
        };
      case 'refused':
        return {
          what: `${log}の読み取りを API サーバーが拒否しました。${words(message)}`,
          wayOut: [
            `名前空間「${namespace}」の Role に次のルールを追加します: apiGroups [""] resources ["pods/log"] verbs ["get"]`,
          ],
        };
      case 'failed':
        return {
          what: `${log}を読み取れませんでした。${words(message)}`,
          wayOut: [
            '再試行するか、kubectl で取得できるかを確認します:',
            `${join(byHand)}${contextArgument(context)}`,
          ],
        };
      default:
        return why satisfies never;
    }
  },
  'report-exists': ({ file }) => ({
    what: `ファイル「${file}」はすでに存在するため、上書きしませんでした。`,
    wayOut: ['別の名前を指定するか、--force で上書きします。'],
  }),
  'report-not-written': ({ file, code, message }) => ({
    what: `レポート「${file}」を書き出せませんでした${inBrackets(code)}。${words(message)}`,
    wayOut: ['別の場所を指定するか、書き出し先の空き容量と権限を確認します。'],
  }),
  internal: ({ message }) => ({
    what: `内部エラーが発生しました。${words(message)}`,
    wayOut: [
      'クラスターには何も変更を加えていません。上のメッセージとバージョンを添えて、エラーを報告します:',
      'osm-edge-doctor --version',
    ],
  }),
} satisfies ProblemTexts;
