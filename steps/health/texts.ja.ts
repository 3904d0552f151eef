import { ageOf, ago } from '#i18n/ja/words.ts';
import { certificateFindings } from './findings-certificates.ja.ts';
import { healthFindings } from './findings.ja.ts';
import type { HealthTexts } from './texts.en.ts';

export const texts: HealthTexts = {
  tab: '正常性',
  question: 'どのコンポーネント、レプリカ、プローブが失敗していますか？',
  guide: {
    title: 'コントロールプレーンのヘルスプローブ',
    paragraphs: [
      'コントロールプレーンのコンポーネントは、HTTP プローブで正常性を報告します。Kubernetes はプローブを呼び出し、結果を Pod のステータスに表示し、結果に応じて動作します。',
      'コントローラーには、ポート 9091 に 2 つのエンドポイントがあります。/health/alive は、プロセスが動作していれば 200 を返します。/health/ready は、プロキシからの接続に対応できれば 200 を返します。503 または応答なしの場合、プロキシは接続できません。',
      'インジェクターのエンドポイントは /healthz です。新しい Pod にサイドカーを注入できれば 200 を返し、それ以外の場合は応答しません。',
      'liveness が失敗すると、Kubernetes はイベントを記録し、コンテナを再起動します。readiness が失敗すると、イベントを記録し、Service 経由のトラフィックを Pod に送らなくなります。イベントは「kubectl describe pod」で、READY 列は「kubectl get pod」で確認できます。',
      '手動で確認するには、Pod のポート 9091 を転送し、別の端末で curl を使って /health/alive を呼び出します。正常なコントローラーは、200 と「Service is alive」を返します。',
    ],
    stale: [
      'ガイドではインジェクターのポートは 9090 です。これは 1.1 の HTTPS のポートです。1.2 以降のプローブは HTTP のポート 9091 を使い、ポート 9090 の Webhook の状態は示しません。',
      'ガイドのイメージは OSM 0.8 のものです。osm-edge のイメージは flomesh/osm-edge-controller:1.3.9 のような名前で、タグの先頭に v は付きません。',
      'READY 0/1 は古い例です。正常な osm-edge のコントローラーは 2/2（リポジトリとコントローラー）で、1/2 は一方だけが Ready であることを示します。',
      '起動中のコントローラーへの接続は拒否されます。1.2 以降の 503 は、ほとんどの場合、SMI API の確認の失敗が原因です。',
      'コマンドは最初の Pod（.items[0]）だけを対象とします。Pod がないと失敗し、ほかのレプリカの状態もわかりません。すべてのレプリカを確認し、Pod がない場合は ReplicaSet のイベントを確認します。',
      'ガイドは osm-bootstrap を扱っていません。ほかの 2 つのコンポーネントは Init コンテナで osm-bootstrap を待つため、Init:0/1 の場合は先に osm-bootstrap を確認します。',
    ],
  },
  checks: {
    'control-plane-found': {
      question: 'メッシュのコントロールプレーンはありますか？',
      passed: (looked) =>
        looked === 0
          ? '確認する Deployment はありません。'
          : `コントローラーがあります（全メッシュの Deployment ${looked} 件を確認）。`,
    },
    components: {
      question: 'すべてのコンポーネントに Deployment と Pod があり、Ready のレプリカがありますか？',
      passed: (looked) =>
        looked === 0
          ? 'コントローラーがないため、確認するコンポーネントはありません。'
          : `このメッシュの Deployment ${looked} 件すべてに Ready または起動中の Pod があります。`,
    },
    replicas: {
      question: 'すべてのレプリカが Ready で、その状態が続いていますか？',
      passed: (looked) =>
        looked === 0
          ? '確認する Pod はありません。'
          : `Pod ${looked} 件は Ready か起動中で、対応が必要な再起動はありません。`,
    },
    'probes-now': {
      question: 'すべてのプローブが現在成功していますか？',
      passed: (looked) =>
        looked === 0
          ? '呼び出すプローブはありません。'
          : `プローブ ${looked} 件を呼び出し、想定外の失敗はありませんでした。`,
    },
    services: {
      question: 'コントロールプレーンのすべての Service に Ready の Pod がありますか？',
      passed: (looked) =>
        looked === 0
          ? '確認する Service はありません。'
          : `Service ${looked} 件を確認しました。いずれにも Ready または起動中の Pod があります。`,
    },
    'smi-api': {
      question: 'コントローラーが問い合わせる SMI の kind を、API サーバーは提供していますか？',
      passed: (looked) =>
        looked === 0
          ? '確認する SMI の kind はありません。'
          : `SMI の kind ${looked} 件を、API サーバーがすべて提供しています。`,
    },
    'custom-resource-definitions': {
      question: 'コントロールプレーンが監視する CRD はすべて存在しますか？',
      passed: (looked) =>
        looked === 0 ? '確認する CRD はありません。' : `CRD ${looked} 件を確認しました。すべて存在します。`,
    },
    'mesh-config': {
      question: 'MeshConfig は存在しますか？',
      passed: (looked) => (looked === 0 ? '確認する MeshConfig はありません。' : 'MeshConfig は存在します。'),
    },
    'webhook-configurations': {
      question: '削除されたメッシュの Webhook 設定が残っていませんか？',
      passed: (looked) =>
        looked === 0
          ? '確認する Webhook 設定はありません。'
          : `Webhook 設定 ${looked} 件に、削除されたメッシュのものはありません。`,
    },
    'namespace-usable': {
      question: 'コントロールプレーンの名前空間にオブジェクトを作成できますか？',
      passed: (looked) =>
        looked === 0 ? '確認する名前空間はありません。' : '名前空間は削除中ではありません。',
    },
    'webhook-certificates': {
      question: 'Webhook の CA バンドルは有効で、同じ CA のものですか？',
      passed: (looked) =>
        looked === 0
          ? '確認する CA バンドルはありません。'
          : `CA バンドル ${looked} 件を確認しました。すべて有効で、同じ CA のものです。`,
    },
    'crd-conversion': {
      question: 'CRD の変換 Webhook はすべて機能していますか？',
      passed: (looked) =>
        looked === 0
          ? '確認する CRD はありません。'
          : `CRD ${looked} 件を確認しました。欠けている、または失敗している変換 Webhook はありません。`,
    },
  },
  findings: { ...healthFindings, ...certificateFindings },
  words: {
    looked: (replicas, probes, services) =>
      `レプリカ ${replicas} 件、プローブ ${probes} 件、Service ${services} 件を確認しました。`,
    labels: {
      manual: 'プローブを手動で呼び出す',
      manualForward: '1 つ目の端末で、Pod のポートを転送します',
      manualCall: (expect) => `2 つ目の端末で呼び出します。正常なら「${expect}」が返ります`,
      meaningOfAnswers: 'プローブの応答の意味',
      breaksNow: '現在の影響',
      breaksWhileFailing: '失敗中の影響',
      replicas: 'レプリカ',
      probesOf: (pod) => `${pod} のプローブ`,
      notCalled: 'このプローブは呼び出していないため、結果には含まれません。',
      services: 'Service',
      kubelet: 'kubelet の報告',
      kubeletSays: (failures, age) => `kubelet が ${failures} 回の失敗を報告、最後は${ago(age)}`,
      kubeletSilent: 'イベントに失敗なし（イベントの保持は既定で 1 時間）',
      kubeletUnknown: '不明（イベントを読み取っていません）',
    },
    columns: {
      probe: 'PROBE',
      endpoint: 'ENDPOINT',
      answer: 'ANSWER NOW',
      kubelet: 'KUBELET',
      readyEndpoints: 'READY ENDPOINTS',
    },
    rows: {
      replica: (ready, status, restarts, age) =>
        `${ready} ${status}、再起動 ${restarts} 回、経過時間 ${ageOf(age)}`,
      probe: (probe, container, answer) => `${probe} ${answer}、${container}`,
      answered: (status, milliseconds) => `${status}（${milliseconds} ms）`,
      repeated: (answer, failed, attempts) => `${answer}、${attempts} 回中 ${failed} 回失敗`,
      refused: '接続拒否',
      noAnswer: (seconds) => `${seconds} 秒以内に応答なし`,
      proxyFailed: 'API サーバー経由で到達不可',
    },
    verdicts: {
      passes: '成功',
      fails: '失敗',
      flaps: '断続的に失敗',
      'not-checked': '未確認',
      pending: '呼び出し中',
    },
    meanings: {
      'controller-alive': {
        ok: '200「Service is alive」: コントローラーのプロセスが動作し、SMI API の確認も成功しています。',
        failing:
          '503: プロセスは動作していますが、内部の確認が失敗しています。osm-edge 1.2 以降では、応答本文が別の確認を示していない限り、ほとんどの場合 SMI API の確認が原因です。',
        silent:
          '接続拒否または応答なし: プロセスが起動中か、クラッシュしたか、不要なサイドカーが通信を妨げています。',
        breaks: '10 秒間隔で 3 回失敗すると、kubelet がコンテナを再起動します。',
      },
      'controller-ready': {
        ok: '200「Service is ready」: コントローラーのプロセスが動作し、SMI API の確認も成功し、サイドカーからの接続に対応できます。',
        failing:
          '503: プロセスは動作していますが、内部の確認が失敗しています。osm-edge 1.2 以降では、ほとんどの場合 SMI API の確認が原因で、その場合は liveness も失敗します。',
        silent:
          '接続拒否または応答なし: プロセスが起動中か、クラッシュしたか、不要なサイドカーが通信を妨げています。',
        breaks:
          'Pod は Service のエンドポイントから外れ、トラフィックを受け取りません。ほかに Ready のレプリカがなければ、サイドカーは新しい設定を受け取れず、検証用の Webhook も呼び出せません。',
      },
      injector: {
        ok: '200「Health OK」: インジェクターのプロセスが動作しています。osm-edge 1.2 以降では、ポート 9090 の Webhook の状態は示しません。',
        failing:
          'このエンドポイント自体は 200 しか返しません。404 は、ポートまたはスキームの誤りです。1.1 では HTTPS のポート 9090、1.2 以降では HTTP のポート 9091 です。',
        silent:
          '接続拒否または応答なし: プロセスが起動中か、クラッシュしたか、不要なサイドカーが通信を妨げています。',
        breaks:
          'Ready のインジェクターがないと、登録済みの名前空間に新しい Pod は作成できません（failurePolicy Fail）。liveness が 10 秒間隔で 3 回失敗すると、kubelet が再起動します。',
      },
      bootstrap: {
        ok: '200「Health OK」: bootstrap が動作し、CRD の適用と MeshConfig の準備を終えています。',
        failing:
          'このエンドポイント自体は 200 しか返しません。404 は、ポートの誤りです。1.1 では 9095、1.2 以降では 9091 です。',
        silent: '接続拒否または応答なし: bootstrap が CRD と MeshConfig を処理中か、クラッシュしています。',
        breaks:
          'コントローラーとインジェクターの Init コンテナが約 4～6 分待って失敗し、再起動されます。実行中のコントローラーとインジェクターは動作を続けます。',
      },
      'repo-server': {
        ok: 'コントローラーの Pod の Pipy リポジトリが応答し、コンテナは動作しています。',
        failing: 'Pipy リポジトリは応答していますが、成功を返していません。',
        silent:
          '接続拒否または応答なし: リポジトリのコンテナが起動中か、終了したか、別のプロセスがポートを使用しています。',
        breaks:
          'コントローラーは設定を配布できません。Pod は Ready にならず、liveness が 10 秒間隔で 3 回失敗すると、kubelet がリポジトリを再起動します。',
      },
      'rewritten-by-injection': {
        ok: '200: 注入されたサイドカーが呼び出しを転送し、転送先のコンテナが応答しています。',
        failing: '注入されたサイドカーは応答していますが、転送先のコンテナの呼び出しに失敗しています。',
        silent: '注入されたサイドカーは、注入元のメッシュから設定を受け取るまで応答しません。',
        breaks:
          'kubelet は、ポート 9091 ではなくこの応答に従います。ポート 9091 の手動での呼び出しが成功しても、kubelet がコンテナを再起動したり、Pod を Service から外したりすることがあります。',
      },
      other: {
        ok: '200～399 のステータスは成功です。',
        failing: '200～399 以外のステータスは失敗です。',
        silent: '接続拒否または応答なし: 待ち受けているプロセスがないか、時間内に応答していません。',
        breaks:
          'liveness の場合は kubelet がコンテナを再起動します。readiness の場合は Pod が Service 経由のトラフィックを受け取りません。',
      },
    },
  },
};
