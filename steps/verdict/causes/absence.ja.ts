import type { CauseTexts } from '#i18n/types/causes.ts';
import { list, listed, says, sentences } from '#i18n/ja/words.ts';
import type { absenceCauses } from './absence.ts';

export const texts = {
  'scaled-to-zero': {
    headline: ({ component }) => `${component} のレプリカ数が 0 です。`,
    explanation: ({ component }) =>
      `人またはツールが ${component} のレプリカ数を 0 にしました。故障ではなく、動作していないだけです。`,
  },
  'component-deleted': {
    headline: ({ component }) => `${component} の Deployment が存在しません。`,
    explanation: ({ component }) =>
      `コントロールプレーンのほかの部分はありますが、${component} がありません。同じバージョンのチャートで復元できます。`,
  },
  'control-plane-removed': {
    headline: ({ namespaces }, subject) =>
      `${subject.mesh === '' ? 'メッシュ' : `メッシュ「${subject.mesh}」`}のコントローラーがなく、メッシュの一部だけが残っています。${
        namespaces.length === 0 ? '' : `名前空間${listed(namespaces)}に Pod を作成できません。`
      }`,
    explanation: ({ remains }) =>
      sentences(
        remains.length > 0 && `残っているもの: ${list(remains, 8)}。`,
        '残った Webhook 設定の応答がなければリクエストは拒否されるため、対象の名前空間に Pod を作成できません。',
        'メッシュを意図して削除したのであれば、残ったものを削除します。そうでなければ、再インストールします。プロセスが Webhook 設定を書き直します。',
      ),
  },
  'second-mesh-refused': {
    headline: (_, subject) =>
      `既存のメッシュがあるため、チャートがメッシュ「${subject.mesh}」のインストールを拒否しています。`,
    explanation: ({ message }) =>
      sentences(
        'pre-install Job がインストールを止めています。いずれかのメッシュで enforceSingleMesh が有効か（既定の設定）、名前空間にすでにメッシュがあります。',
        says('メッセージ', message),
        '2 つのメッシュを使うには、両方で enforceSingleMesh=false を設定します。',
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof absenceCauses>;
