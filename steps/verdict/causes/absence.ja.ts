import type { CauseTexts } from '#i18n/types/causes.ts';
import { list, says, sentences } from '#i18n/ja/words.ts';
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
    headline: (_, subject) =>
      `${subject.mesh === '' ? 'メッシュ' : `メッシュ「${subject.mesh}」`}のコントローラーがなく、メッシュの一部だけが残っています。`,
    explanation: ({ remains }) =>
      sentences(
        remains.length > 0 && `残っているもの: ${list(remains, 8)}。`,
        '残った Webhook 設定の応答がなければリクエストは拒否されるため、Pod を作成できなくなることがあります。',
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
