const envoyOnly = 'Envoy サイドカークラスでのみ出力され、ヘルスプローブには影響しません。';
const readRecord = 'レコードのエラー本文を確認します。Envoy サイドカークラスでのみ出力されます。';

/** Errors of the connection to the sidecars, E5000 and on: the data plane (facts §6). */
export const proxyErrors = {
  ErrMarshallingXDSResource: { meaning: 'xDS リソースを生成できませんでした。', remedy: readRecord },
  ErrParsingXDSCertCN: {
    meaning: 'プロキシの証明書の CN の形式が不正です。',
    remedy: 'メッシュ内の該当 Pod を再起動し、証明書を再発行します。',
  },
  ErrFetchingPodFromCert: {
    meaning: 'プロキシの UUID と ServiceAccount に一致する Pod が見つかりません。',
    remedy: '通常は自然に解消します。プロキシの Pod がすでに削除されたか、まだ起動中です。',
  },
  ErrPodBelongsToMultipleServices: {
    meaning:
      '2 つの Pod が同じプロキシ UUID を持っています。名前は Service の重複を示しますが、実際の意味はこちらです。',
    remedy: '重複した Pod を削除します。多くは kubectl debug で作成された複製です。',
  },
  ErrGettingProxyFromPod: {
    meaning: 'Pod のラベルからプロキシの情報を作成できませんでした。',
    remedy: readRecord,
  },
  ErrGRPCConnectionFailed: {
    meaning: 'プロキシとコントローラーの間のストリームが切断されました。',
    remedy: 'サイドカーとコントローラーの間のネットワークを確認します。',
  },
  ErrSendingDiscoveryResponse: {
    meaning: 'プロキシに設定を送信できませんでした。',
    remedy: 'サイドカーとコントローラーの間のネットワークを確認します。',
  },
  ErrGeneratingReqResource: {
    meaning: 'プロキシ向けの設定を生成できませんでした。',
    remedy: readRecord,
  },
  ErrRecordingSnapshot: {
    meaning: 'プロキシの設定をキャッシュに保存できませんでした。',
    remedy: readRecord,
  },
  ErrGettingServiceIdentity: {
    meaning: 'プロキシの証明書からアイデンティティを特定できませんでした。v1.1 だけにあるコードです。',
    remedy: 'メッシュ内の該当 Pod を再起動し、証明書を再発行します。',
  },
  ErrStartingADSServer: {
    meaning: 'プロキシ向けのサーバーがポート 15128 で待ち受けを開始できませんでした。',
    remedy: 'ポートが使用中か、証明書が不正です。',
  },
  ErrMismatchedServiceAccount: {
    meaning: 'プロキシが示す ServiceAccount と証明書の ServiceAccount が一致しません。',
    remedy: 'メッシュ内の該当 Pod を再起動します。ServiceAccount が変更された可能性があります。',
  },
  ErrGRPCStreamClosedByProxy: {
    meaning: 'プロキシがコントローラーとのストリームを閉じました。',
    remedy: '通常は Pod の終了によるものです。対処は不要です。',
  },
  ErrInitializingProxy: {
    meaning: 'プロキシの情報を作成できませんでした。v1.1 だけにあるコードです。',
    remedy: readRecord,
  },
  ErrUnexpectedXDSRequest: {
    meaning: 'プロキシの最初のリクエストより前に更新が届きました。',
    remedy: '自然に解消します。',
  },
  ErrInvalidXDSTypeURI: {
    meaning: 'プロキシが、コントローラーの知らない型をリクエストしました。',
    remedy: 'プロキシとコントローラーのバージョンの組み合わせを確認します。',
  },
  ErrParsingDiscoveryReqVersion: {
    meaning: 'プロキシのリクエストに含まれるバージョンを解釈できませんでした。',
    remedy: 'プロキシとコントローラーのバージョンの組み合わせを確認します。',
  },
  ErrGettingOrgDstEgressCluster: {
    meaning: '元の宛先に基づく Egress クラスターを構成できませんでした。',
    remedy: envoyOnly,
  },
  ErrGettingDNSEgressCluster: {
    meaning: 'DNS 名に基づく Egress クラスターを構成できませんでした。',
    remedy: envoyOnly,
  },
  ErrObtainingUpstreamServiceCluster: {
    meaning: '上流サービスのクラスターを構成できませんでした。v1.1 でのみ出力されます。',
    remedy: envoyOnly,
  },
  ErrFetchingServiceList: {
    meaning: 'プロキシに対応するサービスを一覧できませんでした。',
    remedy: 'メッシュ内の Pod のラベルが Service のセレクターと一致しているか確認します。',
  },
  ErrDuplicateClusters: {
    meaning: 'プロキシの設定に同名のクラスターが 2 つあります。',
    remedy: envoyOnly,
  },
  ErrUnsupportedProtocolForService: {
    meaning: 'サービスのポートのプロトコルは、Ingress では使用できません。',
    remedy: 'ポートの appProtocol を設定します。',
  },
  ErrIngressFilterChain: {
    meaning: 'Ingress トラフィックのルールを生成できませんでした。',
    remedy: 'サービスの IngressBackend を確認します。',
  },
  ErrBuildingRBACPolicyForRoute: {
    meaning: 'ルートのアクセスルールを生成できませんでした。',
    remedy: 'サービスの TrafficTarget を確認します。',
  },
  ErrBuildingRBACPolicy: {
    meaning: 'プロキシのアクセスルールを生成できませんでした。v1.1 だけにあるコードです。',
    remedy: 'サービスの TrafficTarget を確認します。',
  },
  ErrUnmarshallingSDSCert: {
    meaning: 'リクエストされた証明書の名前を解釈できませんでした。',
    remedy: envoyOnly,
  },
  ErrGettingServiceCertSecret: {
    meaning: 'プロキシ用の TLS 証明書を取得できませんでした。',
    remedy: '証明書プロバイダー（CA バンドルの Secret、Vault、cert-manager）を確認します。',
  },
  ErrGettingMeshService: {
    meaning: 'リクエストされた証明書の名前に対応するサービスがメッシュにありません。',
    remedy: envoyOnly,
  },
  ErrGettingK8sServiceAccount: {
    meaning: 'リクエストされた証明書の名前に対応する ServiceAccount がありません。v1.1 でのみ出力されます。',
    remedy: envoyOnly,
  },
  ErrSDSCertMismatch: {
    meaning: 'プロキシが別のアイデンティティの証明書をリクエストしました。v1.1 でのみ出力されます。',
    remedy: envoyOnly,
  },
};
