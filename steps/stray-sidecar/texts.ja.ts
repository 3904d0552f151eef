import { list } from '#i18n/ja/words.ts';
import { straySidecarFindings as findings } from './findings.ja.ts';
import type { SidecarTexts } from './texts.en.ts';

export const texts: SidecarTexts = {
  tab: 'サイドカー',
  question: 'コントロールプレーンに不要な Pipy サイドカーはありませんか？',
  guide: {
    title: '手順 1: コントロールプレーンの Pod に Pipy サイドカーがないこと',
    paragraphs: [
      '異常なコントローラーまたはインジェクターの Pod が、Pipy サイドカーを実行していないことを確認します。コンテナのイメージを一覧表示します。',
      '実行している場合は、いずれかのメッシュがサイドカーを誤って注入しています。クラスターのメッシュと、それぞれに登録された名前空間を一覧表示します。',
      'この一覧に、SIDECAR-INJECTION が enabled のコントロールプレーンの名前空間があってはなりません。ある場合は、注入しているメッシュの名前を指定して「osm namespace remove」を実行し、名前空間をメッシュから外します。',
    ],
    stale: [
      'Pipy イメージだけでは判断できません。既定のコントローラーの Pod には、必ず osm-pipy-repo コンテナがあります。コンテナ名、ラベル、ボリューム、引数、プローブのポートを確認します。',
      '1.1 以降の「osm mesh list」は 2 つの表を出力し、CONTROLLER PODS 列はありません。',
      '「osm namespace list --mesh-name osm」に osm2 の行が表示されることはありません。このフラグは絞り込みに使われるためです。フラグなしで一覧表示し、比較します。',
      '削除コマンドの名前空間 osm-system2 は、osm-system-2 の誤記です。namespace の各コマンドは --osm-namespace を参照しないため、影響はありません。',
      'SIDECAR-INJECTION はアノテーションの値そのものです。yes や true のこともあり、大文字と小文字は区別されません。値がなければ「-」、ignore ラベルがあれば「disabled (ignored)」です。',
      'インジェクターは自身の名前空間には注入しないため、注入したのは必ず別のメッシュです。',
      '名前空間をメッシュから外すだけでは不十分です。実行中の Pod のサイドカーは、再作成されるまで残ります。ワークロードを再起動します。',
    ],
  },
  checks: {
    containers: {
      question: 'コントロールプレーンの Pod に、本来含まれないコンテナはありませんか？',
      passed: (looked) =>
        looked === 0
          ? '確認する Pod はありません。'
          : `Pod ${looked} 件を確認しました。注入の痕跡があるコンテナはありません。`,
    },
    enrolment: {
      question: 'コントロールプレーンの名前空間がメッシュに登録されていませんか？',
      passed: (looked) =>
        looked === 0
          ? 'この名前空間は、どのメッシュにも登録されていません。'
          : 'この名前空間の新しい Pod にサイドカーを注入するメッシュはありません。',
    },
    'other-meshes': {
      question: 'Istio や Linkerd など、他製品のサイドカーが注入されていませんか？',
      passed: () => '他製品（Istio、Linkerd など）のサイドカーがある Pod はありません。',
    },
  },
  findings,
  words: {
    looked: (pods, containers, meshes, namespaces) =>
      `Pod ${pods} 件、コンテナ ${containers} 件、メッシュ ${meshes} 件、登録済みの名前空間 ${namespaces} 件を確認しました。`,
    labels: {
      containersOf: (pod) => `${pod} のコンテナ`,
      meshes: 'メッシュ（`osm mesh list` 相当、API から作成）',
      namespaces: '登録済みの名前空間（`osm namespace list` 相当、API から作成）',
    },
    columns: {
      verdict: 'ROLE',
      setBy: 'SET BY',
    },
    rows: {
      repoServer: (container) => `${container} はメッシュの一部です（正常）`,
      cleanPod: (containers) => `想定外のコンテナなし: ${list(containers)}`,
    },
    verdicts: {
      expected: 'コントロールプレーン',
      'repo-server': 'Pipy リポジトリ（正常）',
      sidecar: '不要なサイドカー',
      'other-product': '他製品のサイドカー',
      'pipy-unknown': 'Pipy イメージ（由来不明）',
      unexpected: 'コントロールプレーン外',
    },
  },
};
