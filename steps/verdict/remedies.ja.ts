import type { RemedyTexts } from '#i18n/types/remedies.ts';
import { list, listed, webhookOf } from '#i18n/ja/words.ts';

export const remedies = {
  purposes: {
    'remove-enrolment': ({ namespace, mesh }) =>
      `名前空間「${namespace}」をメッシュ「${mesh}」から外します。`,
    'guard-namespace': ({ namespace }) => `名前空間「${namespace}」を注入から保護します。`,
    'restart-workloads': ({ workloads }) =>
      `${listed(workloads).trimStart()}を再起動し、Pod を再作成します。`,
    'watch-rollout': ({ workload }) => `${workload} のロールアウトの完了を待ちます。`,
    'restart-bootstrap': () =>
      'bootstrap を再起動します。CRD が適用され、MeshConfig がなければ作成されます。',
    'set-image': ({ container, image }) => `コンテナ「${container}」のイメージを「${image}」に設定します。`,
    'inspect-template': ({ workload }) => `現在の Deployment「${workload}」の定義を控えておきます。`,
    'roll-back-to': ({ workload, revision }) =>
      `${workload} を、サイドカーを含まない最後のリビジョン ${revision} にロールバックします。`,
    'remove-from-template': ({ workload, containers }) =>
      `${workload} の Pod テンプレートから ${containers.join('、')} を削除します。`,
    'show-revisions': ({ workload }) => `${workload} の以前のリビジョンを一覧表示します。`,
    'inspect-pod': ({ pod }) => `Pod「${pod}」とそのイベントを確認します。`,
    'inspect-events': ({ namespace }) => `名前空間「${namespace}」のオブジェクトとイベントを確認します。`,
    'inspect-logs': ({ pod, container, previous }) =>
      `Pod「${pod}」のコンテナ「${container}」の${previous ? '再起動前の' : ''}ログを確認します。`,
    'inspect-nodes': () => 'ノードの Condition、Taint、空きリソースを確認します。',
    'inspect-node': ({ node }) => `ノード「${node}」の Condition、Taint、イベントを確認します。`,
    'inspect-api-endpoints': () =>
      'EndpointSlice「kubernetes」（名前空間 default）で、API サーバーのアドレスを確認します。',
    'inspect-network-policies': ({ namespace }) =>
      `名前空間「${namespace}」の NetworkPolicy の一覧を取得します。`,
    'inspect-network-pods': () => 'ネットワークプラグインと kube-proxy の Pod を確認します。',
    'inspect-dns': () => 'クラスター DNS の Pod を確認します。',
    'inspect-dns-logs': () => 'クラスター DNS のログを読みます。',
    'inspect-endpoints': ({ service }) => `Service「${service}」の先のアドレスとポートを確認します。`,
    'inspect-node-architecture': ({ node }) => `ノード「${node}」の CPU アーキテクチャを確認します。`,
    'inspect-image-platforms': ({ image }) => `イメージ「${image}」が対応するプラットフォームを確認します。`,
    'inspect-config-object': ({ kind, name }) => `${kind}「${name}」の有無とキーを確認します。`,
    'restore-probes': ({ workload, container, probes }) =>
      `${workload} のコンテナ「${container}」の ${list(probes)} プローブを、チャートの内容に戻します。`,
    'restore-selector': ({ service, selector }) =>
      `Service「${service}」のセレクターを、チャートの ${selector} に戻します。`,
    'inspect-labels': ({ workload }) => `${workload} の Pod とラベルの一覧を取得します。`,
    'inspect-kubernetes-version': () => 'Kubernetes のバージョンを確認します。',
    'uncordon-node': ({ node }) =>
      `ノード「${node}」の cordon を解除し、Pod を再びスケジューリングできるようにします。`,
    'inspect-usage': ({ pod }) => `Pod「${pod}」の CPU とメモリの使用量を確認します。`,
    'relieve-probe': ({ workload, container }) =>
      `${workload} のコンテナ「${container}」の CPU 制限と、liveness プローブのタイムアウトを増やします。`,
    'undo-rollout': ({ workload }) => `${workload} を前のリビジョンにロールバックします。`,
    'inspect-webhook': ({ webhook }) => `${webhookOf(webhook)}の Service、CA、failurePolicy を確認します。`,
    'inspect-workloads': ({ namespace }) =>
      `メッシュのワークロードを一覧表示します（名前空間「${namespace}」）。`,
    'inspect-service': ({ service }) => `「${service}」と、その接続先の Pod を確認します。`,
    'inspect-pods-of': ({ workload }) => `${workload} の Pod の一覧を表示します。`,
    'inspect-logs-of': ({ workload }) => `${workload} のログを確認します。`,
    'inspect-workload': ({ workload }) => `${workload} とそのイベントを確認します。`,
    'inspect-namespace': ({ namespace }) =>
      `名前空間「${namespace}」の条件とファイナライザーを確認します。削除を妨げているものが示されています。`,
    'inspect-limit-ranges': ({ namespace }) => `名前空間「${namespace}」の LimitRange を確認します。`,
    'inspect-service-accounts': ({ namespace }) =>
      `名前空間「${namespace}」の ServiceAccount の一覧を表示します。`,
    'inspect-priority-classes': () => 'クラスターの PriorityClass の一覧を表示します。',
    'inspect-constraints': () => 'SecurityContextConstraints の一覧と、その対象を確認します。',
    'inspect-conversion': ({ crd }) => `CRD「${crd}」の変換の設定を確認します。`,
    'relax-pod-security': ({ namespace }) =>
      `名前空間「${namespace}」に適用する Pod セキュリティの標準を緩めます。`,
    'add-quota': ({ namespace, quota }) =>
      `名前空間「${namespace}」に ResourceQuota「${quota}」を作成します。そのスコープにより、PriorityClass が許可されます。`,
    'restore-service-account': ({ release }) =>
      `Helm リリース「${release}」の ServiceAccount などのオブジェクトを復元します。`,
    'enable-injection': ({ namespace }) =>
      `名前空間「${namespace}」の注入アノテーションを enabled に設定します。`,
    'inspect-mesh-config': () => 'MeshConfig を確認します。',
    'inspect-crds': () => 'メッシュの CRD を一覧表示します。',
    'inspect-smi-api': ({ groupVersion }) =>
      `API サーバーが ${groupVersion} で提供しているものを確認します。`,
    'inspect-secret-name': ({ secret }) => `Secret「${secret}」の有無とキーを、値を表示せずに確認します。`,
    'inspect-rbac': ({ account, verb, resource }) =>
      `「${account}」に ${resource} の ${verb} が許可されているかを確認します。`,
    'inspect-error-code': ({ errorCode }) => `このバージョンでの ${errorCode} の意味を確認します。`,
    'inspect-annotation': ({ namespace }) => `名前空間「${namespace}」のラベルとアノテーションを確認します。`,
    'inspect-quota': ({ namespace }) => `名前空間「${namespace}」の ResourceQuota を確認します。`,
    'fix-binding-subject': ({ binding, namespace }) =>
      `名前空間「${namespace}」の ServiceAccount をバインドします。ClusterRoleBinding「${binding}」は常に osm-system を参照しています。`,
    'restore-rbac': ({ release }) => `Helm リリース「${release}」のロールとバインディングを復元します。`,
    'delete-secret': ({ secret }) => `Secret「${secret}」を削除し、tresor に新しく作成させます。`,
    'delete-webhook': ({ webhook }) =>
      `どのメッシュも必要としなくなった Webhook 設定「${webhook}」を削除します。`,
    'raise-memory': ({ container }) => `コンテナ「${container}」のメモリ制限を引き上げます。`,
    'fix-annotation': ({ namespace, key }) =>
      `不正なアノテーション ${key} を削除します（名前空間「${namespace}」）。`,
    'scale-up': ({ workload }) => `${workload} のレプリカ数を戻します。`,
    'clear-conversion': ({ crd }) => `CRD「${crd}」から変換 Webhook の設定を外します。`,
    reinstall: ({ mesh, namespace }) =>
      `メッシュ「${mesh}」のコントロールプレーンを名前空間「${namespace}」に再インストールします。`,
    'delay-liveness': ({ workload, container }) =>
      `${workload} のコンテナ「${container}」の liveness プローブの初期遅延を延ばします。`,
    'turn-on-debug-log': () => 'メッシュのログレベルを debug にします。',
  },
  effects: {
    'removes-labels-and-annotations': ({ keys }) =>
      `次のラベルとアノテーションを削除します: ${list(keys, 8)}。`,
    'drops-ignore-label': () => 'ignore ラベルも含まれます。次のコマンドで再設定します。',
    'restarts-pods': ({ workloads }) => `${listed(workloads).trimStart()}の Pod を順に再作成します。`,
    'stops-injection': ({ namespace }) =>
      `名前空間「${namespace}」の新しい Pod には、サイドカーが注入されなくなります。実行中の Pod のサイドカーは残ります。`,
    'deletes-object': ({ object }) => `「${object}」を削除します。`,
    'creates-object': ({ object }) => `${object} を作成します。`,
    'starts-injection': ({ namespace }) =>
      `名前空間「${namespace}」の新しい Pod にサイドカーが注入されるようになります。`,
    'admits-more-pods': ({ namespace }) =>
      `名前空間「${namespace}」に Pod を作成できる利用者は、より強い権限の Pod を作成できるようになります。`,
    'changes-workload': ({ workload }) =>
      workload.startsWith('release/')
        ? 'リリースのすべてのオブジェクトを再適用します。その後にオブジェクトに加えた変更は、元に戻ることがあります。'
        : `クラスター上の ${workload} を変更します。元のチャートやマニフェストは変更しません。`,
    'new-root-certificate': () =>
      'tresor では新しいルート証明書が作成されます。その後、コントローラー、インジェクター、bootstrap をすべて再起動します。',
  },
  before: {
    'webhook-dead-lock': ({ webhook }, answer) => {
      const name = webhookOf(webhook);
      return {
        clear:
          webhook === ''
            ? '新しい Pod について呼び出される Webhook はありません。'
            : `${name}の接続先に Ready の Pod があり、新しい Pod の作成を妨げません。`,
        blocked: `新しい Pod について ${name}が呼び出されますが、接続先に Ready の Pod がないため、作成は拒否されます。`,
        known: `新しい Pod について ${name}が呼び出されます。`,
        'check-first':
          webhook === ''
            ? '新しい Pod を拒否する Webhook がないことを、先に確認します。'
            : `${name}の接続先に Ready の Pod があることを、先に確認します。応答がなければ、Pod の作成は拒否されます。`,
      }[answer];
    },
    'label-owner': ({ manager, time }, answer) => {
      const owner = `${time === '' ? '' : ` ${time} に`}${manager === '' ? '不明なフィールドマネージャー' : `「${manager}」`}`;
      return {
        clear: `ラベルは${owner}が設定したもので、自動的に再設定されることはありません。`,
        blocked: `ラベルは${owner}が設定したもので、再設定されます。設定元で変更します。`,
        known: `ラベルは${owner}が設定しました。自動化ツールであれば、設定元も変更します。`,
        'check-first': 'ラベルの設定元を先に確認します。自動化ツールの場合は、再設定されます。',
      }[answer];
    },
    'image-exists': ({ image }, answer) =>
      ({
        clear: `イメージ「${image}」に、既知の問題はありません。`,
        blocked: `イメージ「${image}」はプルできません。`,
        known: `イメージ「${image}」は、このクラスターで使用されています。`,
        'check-first': `イメージ「${image}」がレジストリにあることを、先に確認します。`,
      })[answer],
    'node-maintenance': ({ node }, answer) =>
      ({
        clear: `ノード「${node}」はメンテナンス中ではありません。`,
        blocked: `ノード「${node}」はメンテナンスのために cordon されています。`,
        known: `ノード「${node}」は、人またはツールにより cordon されています。`,
        'check-first': `先に、ノード「${node}」がメンテナンスのために cordon されていないことを確認します。`,
      })[answer],
    'secret-in-use': ({ secret }, answer) =>
      ({
        clear: `Secret「${secret}」は、ほかでは使われていません（既知の範囲）。`,
        blocked: `Secret「${secret}」はほかでも使われており、削除すると影響があります。`,
        known: `コントローラーとインジェクターは、起動時に Secret「${secret}」を読み取ります。`,
        'check-first': `Secret「${secret}」が tresor の作成したもので、ほかで使われていないことを、先に確認します。`,
      })[answer],
    'webhook-unused': ({ webhook }, answer) =>
      ({
        clear: `「${webhook}」を必要とするメッシュは、もうありません。`,
        blocked: `「${webhook}」を必要とするメッシュがインストールされています。`,
        known: `「${webhook}」を必要とするメッシュがインストールされています。`,
        'check-first': `「${webhook}」を必要とするメッシュがもうないことを、先に確認します。このコマンドはインジェクターを一覧表示します。`,
      })[answer],
    'release-exists': ({ release }, answer) =>
      ({
        clear: `Helm リリース「${release}」があります。`,
        blocked: `Helm リリース「${release}」がありません。`,
        known: `Helm リリース「${release}」があります。`,
        'check-first': `Helm リリース「${release}」があることを、先に確認します。`,
      })[answer],
    'manifest-source': ({ workload }, answer) =>
      ({
        clear: `${workload} の変更を元に戻すツールは見つかっていません。`,
        blocked: `自動化ツールが ${workload} の変更を元に戻します。設定元で変更します。`,
        known: `${workload} はチャートまたはマニフェストから作成されています。設定元も変更しないと、次のアップグレードで元に戻ります。`,
        'check-first': `${workload} の設定元（Helm の値、GitOps）を先に確認します。次のアップグレードで元に戻ることがあります。`,
      })[answer],
  },
  groups: { look: '確認', fix: '修正', apply: '適用', verify: '検証' },
  equivalent: 'または（現在のコンテキストでのみ）',
} satisfies RemedyTexts;
