/** Errors of starting processes, E1000 and on (facts §6). */
export const startupErrors = {
  ErrInvalidCLIArgument: {
    meaning: 'プロセスが自身のコマンドライン引数を解釈できませんでした。',
    remedy:
      'チャートまたは CLI とイメージのバージョンが一致していません。コンテナの引数とイメージのタグを比較し、バージョンを揃えます。',
  },
  ErrSettingLogLevel: {
    meaning: '指定されたログレベルは、メッシュが認識する 8 種類のいずれでもありません。',
    remedy: 'コンテナの --verbosity、またはコントローラーのログレベルを指定するチャートの値を修正します。',
  },
  ErrFetchingControllerPod: {
    meaning: 'コントローラーが自身の Pod オブジェクトを取得できませんでした。',
    remedy:
      'pods への RBAC 権限、コンテナの引数にある名前空間、API サーバーへの疎通（不要なサイドカー、ネットワークポリシー）を確認します。',
  },
  ErrFetchingControllerSvc: {
    meaning:
      'インジェクターがコントローラーの Service を取得できませんでした。ローカル DNS プロキシが有効な場合にのみ発生します。',
    remedy:
      'コントローラーの Service を復元し、services への RBAC 権限を確認します。CLI はこのコードに対応していません。',
  },
  ErrFetchingInjectorPod: {
    meaning: 'インジェクターが自身の Pod オブジェクトを取得できませんでした。',
    remedy:
      'pods への RBAC 権限、コンテナの引数にある名前空間、API サーバーへの疎通（不要なサイドカー、ネットワークポリシー）を確認します。',
  },
  ErrStartingIngressClient: {
    meaning: 'Ingress オブジェクトの監視を開始できませんでした。',
    remedy:
      'このコードを出力するリリースは知られていません。出力された場合は、レコードのエラー本文を確認します。',
  },
  ErrStartingReconciler: {
    meaning: 'reconciler のキャッシュを同期できませんでした。チャートで有効にした場合にのみ動作します。',
    remedy: 'CRD と Webhook 設定への RBAC 権限、API サーバーの状態を確認します。',
  },
  ErrFetchingConsulConnectorPod: {
    meaning: 'FSM の Consul コネクターが自身の Pod オブジェクトを取得できませんでした。',
    remedy:
      'pods への RBAC 権限と、コネクターの引数にある名前空間を確認します。コントロールプレーンはコネクターに依存しません。',
  },
  ErrFetchingConsulService: {
    meaning: 'FSM のコネクターが Consul からサービスを取得できませんでした。',
    remedy:
      'Consul の稼働状況と、コネクターからの疎通を確認します。コントロールプレーンはコネクターに依存しません。',
  },
  ErrFetchingConnectorPod: {
    meaning: 'FSM のコネクターが自身の Pod オブジェクトを取得できませんでした。',
    remedy:
      'pods への RBAC 権限と、コネクターの引数にある名前空間を確認します。コントロールプレーンはコネクターに依存しません。',
  },
  ErrFetchingEurekaConnectorPod: {
    meaning: 'FSM の Eureka コネクターが自身の Pod オブジェクトを取得できませんでした。',
    remedy:
      'pods への RBAC 権限と、コネクターの引数にある名前空間を確認します。コントロールプレーンはコネクターに依存しません。',
  },
  ErrFetchingEurekaService: {
    meaning: 'FSM のコネクターが Eureka からサービスを取得できませんでした。',
    remedy:
      'Eureka の稼働状況と、コネクターからの疎通を確認します。コントロールプレーンはコネクターに依存しません。',
  },
};
