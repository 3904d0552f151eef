import type { FindingParams } from '#diagnosis/registry.ts';
import type { Subject } from '#diagnosis/subject.ts';
import type { FindingTexts } from '#i18n/types/findings.ts';
import { productName } from '#i18n/products.ts';
import { containerOf, inBrackets, list, namespaceOf, sentences } from '#i18n/ja/words.ts';

type StraySidecar = FindingParams['stray-sidecar'];

/** How the injecting mesh was told (facts §1.4). */
function basisOf({ basis, injector, injectorNamespace }: StraySidecar): string {
  const mesh = injector === '' ? '注入元のメッシュ' : `メッシュ「${injector}」`;
  switch (basis) {
    case 'mesh-name-env':
      return `環境変数 MESH_NAME が${mesh}を示しています。`;
    case 'repo-url':
      return injectorNamespace === ''
        ? `リポジトリの URL が${mesh}のコントローラーを指しています。`
        : `リポジトリの URL が名前空間「${injectorNamespace}」のコントローラーを指しています。`;
    case 'namespace-label':
      return `名前空間のラベルが${mesh}を示しています。サイドカー自体からは注入元がわかりません。`;
    case 'unknown':
      return 'どのメッシュが注入したかを示すものは、Pod にはありません。';
    default:
      return basis satisfies never;
  }
}

function afterEnrolment({ enrolment, injector }: StraySidecar, subject: Subject): string {
  const namespace = namespaceOf(subject);
  switch (enrolment) {
    case 'active':
      return `${namespace}は現在も${injector === '' ? '' : `メッシュ「${injector}」に`}登録されているため、新しい Pod にもサイドカーが注入されます。先に登録を解除し、その後でワークロードを再起動します。`;
    case 'removed':
      return `${namespace}の登録は解除済みですが、実行中の Pod のサイドカーは再作成されるまで残ります。ワークロードを再起動します。`;
    case 'ignored':
      return `${namespace}には ignore ラベルがあるため、新しい Pod には注入されません。ワークロードを再起動すると、このサイドカーはなくなります。`;
    case 'unknown':
      return `${namespace}が現在も登録されているかどうかは不明です。再起動の前にラベルを確認します。`;
    default:
      return enrolment satisfies never;
  }
}

export const straySidecarFindings = {
  'stray-sidecar': {
    title: ({ injector }) =>
      injector === '' ? '注入元が不明なサイドカーあり' : `メッシュ「${injector}」のサイドカーあり`,
    explanation: (params) =>
      sentences(
        `${containerOf(params)}${inBrackets(params.image)}はコントロールプレーンの一部ではなく、インジェクターが注入したものです。`,
        params.marks.length > 0 && `注入の痕跡: ${list(params.marks)}。`,
        basisOf(params),
        'インジェクターは自身の名前空間には注入しないため、別のメッシュが注入したものです。',
        'サイドカーは Pod のプローブと、通常はトラフィックも引き継ぎ、注入元のメッシュから設定を受け取るまで応答しません。',
      ),
    next: afterEnrolment,
  },
  'foreign-mesh-sidecar': {
    title: ({ product, container }) =>
      `${productName(product)} のサイドカーが動作（コンテナ「${container}」）`,
    explanation: ({ product, container, image }) =>
      `コンテナ「${container}」${inBrackets(image)}はこのメッシュではなく ${productName(product)} のものです。ガイドはこの場合を扱っていませんが、影響は同じです。Pod とプローブ、API サーバーの間の通信をプロキシが中継します。`,
    next: ({ product }, subject) =>
      `${namespaceOf(subject)}で ${productName(product)} の注入を無効にし、Pod を再作成します。`,
  },
  'injection-label-only': {
    title: ({ label }) => `ラベル ${label} のみ（サイドカーなし）`,
    explanation: ({ label }) =>
      `ラベル ${label} はインジェクターが付けるものです。FSM 1.5 以降の NodeLevel モードでは、このラベルだけが付き、コンテナは追加されません。ラベルだけでは、不要なサイドカーがあるとはいえません。`,
    next: () => 'プローブの失敗の原因ではありません。イベントの確認に進みます。',
  },
  'namespace-enrolled': {
    title: ({ mesh, injection, injectionEnabled }) =>
      injectionEnabled
        ? `メッシュ「${mesh}」に登録、注入は有効`
        : `メッシュ「${mesh}」に登録、注入は無効${injection === '' ? '' : `（「${injection}」）`}`,
    explanation: ({ mesh, injectionEnabled, setBy, setAt }) =>
      sentences(
        injectionEnabled
          ? `Pod 自身のアノテーションで無効にしない限り、この名前空間の新しい Pod には、コントロールプレーンの Pod も含め、すべてメッシュ「${mesh}」のサイドカーが注入されます。`
          : `この名前空間の設定では、新しい Pod にメッシュ「${mesh}」のサイドカーは注入されません。ただし、名前空間に ignore ラベルか control-plane ラベルがない限り、自身のアノテーションで有効にした Pod には注入されます。`,
        '実行中の Pod は、再作成されるまで変わりません。',
        setBy !== '' && `ラベルは${setAt === '' ? '' : ` ${setAt} に`}「${setBy}」が設定しました。`,
      ),
    next: ({ injectionEnabled }) =>
      injectionEnabled
        ? '登録を解除し、ignore ラベルで名前空間を保護してから、サイドカーのあるワークロードを再起動します。'
        : 'コントロールプレーンの名前空間の登録は不要です。ラベルの設定元を特定し、登録を解除します。',
  },
  'namespace-enrolled-in-own-mesh': {
    title: ({ mesh }) => `自身のメッシュ「${mesh}」に登録`,
    explanation: ({ mesh, guardedBy }) =>
      sentences(
        `メッシュ「${mesh}」は自身の名前空間には注入しないため、サイドカーの原因にはなりません。`,
        guardedBy === ''
          ? 'ただし、Webhook の対象から外すラベルが名前空間にないため、Pod を作成するたびにメッシュの Webhook が呼び出され、応答がなければ作成は拒否されます。動作中のインジェクターがないと、インジェクター自身も作成できません。'
          : `名前空間の「${guardedBy}」ラベルにより、この名前空間の Pod に対してメッシュの Webhook は呼び出されません。`,
      ),
    next: ({ guardedBy }) =>
      guardedBy === ''
        ? 'インジェクターを次に再起動する前に、登録を解除します。'
        : 'この登録には効果がないため、解除できます。',
  },
  'invalid-injection-annotation': {
    title: ({ value }) =>
      value === '' ? '注入アノテーションの値が空' : `注入アノテーションの値「${value}」が不正`,
    explanation: ({ key }, subject) =>
      sentences(
        `アノテーション ${key} に指定できる値は enabled、yes、true、disabled、no、false です。`,
        subject.kind === 'Namespace'
          ? 'それ以外の値の場合、名前空間が登録されているメッシュのインジェクターは、この名前空間の新しい Pod をすべて拒否します。実行中の Pod には影響しません。'
          : 'それ以外の値の場合、登録済みの名前空間でこの Pod を作成すると、インジェクターが拒否します。',
      ),
    next: () =>
      'アノテーションを修正または削除します。Pod が拒否されたかどうかは、ReplicaSet の FailedCreate イベントでわかります。',
  },
  'pipy-image-in-unknown-container': {
    title: ({ container }) => `コンテナ「${container}」に Pipy イメージ（注入の痕跡なし）`,
    explanation: ({ image }) =>
      `イメージ${image === '' ? '' : `「${image}」`}だけでは判断できません。正常なコントローラーの Pipy リポジトリも Pipy イメージを使います。この Pod のラベル、ボリューム、引数、プローブに注入の痕跡はありません。`,
    next: () => 'Deployment の Pod テンプレートと比較します。テンプレートに定義されている可能性があります。',
  },
  'unexpected-container': {
    title: ({ container }) => `コントロールプレーンのものではないコンテナ「${container}」`,
    explanation: ({ container, image }) =>
      `コンテナ「${container}」${inBrackets(image)}は、チャートにも既知のサイドカーにも含まれません。Pod のネットワークを共有するため、ほかのコンテナが必要とするポートを使用することがあります。また、すべてのコンテナが Ready にならないと Pod は Ready になりません。`,
    next: () => '追加元を特定します。Deployment の Pod テンプレートか、別のアドミッション Webhook です。',
  },
  'sidecar-in-template': {
    title: ({ container }) => `Pod テンプレートにサイドカーコンテナ「${container}」を定義`,
    explanation: ({ containers, image }) =>
      `Deployment 自体がサイドカー${containers.map((name) => `「${name}」`).join('')}${inBrackets(image)}を定義しているため、新しい Pod にも必ずサイドカーが含まれます。Webhook は関係しません。注入済みの Pod から書き出したマニフェストや、注入ツールで作成したマニフェストを適用すると発生します。`,
    next: () => 'マニフェストを適用したユーザーを特定し、Pod テンプレートからサイドカーを削除します。',
  },
} satisfies Partial<FindingTexts>;
