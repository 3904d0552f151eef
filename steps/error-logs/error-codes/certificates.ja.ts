/** Errors of certificates and of the MeshConfig cache, E4000 and on (facts §6). */
export const certificateErrors = {
  ErrFetchingCertSecret: {
    meaning: 'CA バンドルの Secret を読み取れませんでした。',
    remedy:
      'Secret が存在しないか、secrets への RBAC 権限がありません。組み込みのプロバイダーは Secret がなければ自動で作成するため、まず RBAC と API サーバーを確認します。復旧後は controller、injector、bootstrap を再起動します。',
  },
  ErrObtainingCertFromSecret: {
    meaning: 'CA バンドルの Secret にキー ca.crt がありません。',
    remedy:
      'ca.crt と private.key を含む Secret を作り直すか、Secret を削除して組み込みのプロバイダーに再作成させます。その後、3 つのコンポーネントをすべて再起動します。',
  },
  ErrObtainingPrivateKeyFromSecret: {
    meaning: 'CA バンドルの Secret にキー private.key がありません。',
    remedy:
      'ca.crt と private.key を含む Secret を作り直すか、Secret を削除して組み込みのプロバイダーに再作成させます。その後、3 つのコンポーネントをすべて再起動します。',
  },
  ErrObtainingCertExpirationFromSecret: {
    meaning: 'CA バンドルの Secret に有効期限のキーがありません。',
    remedy: 'このコードを出力するリリースは知られていません。このキーは現在使われていません。',
  },
  ErrParsingCertExpiration: {
    meaning: 'CA バンドルの Secret にある有効期限を解釈できません。',
    remedy: 'このコードを出力するリリースは知られていません。このキーは現在使われていません。',
  },
  ErrCreatingCertSecret: {
    meaning: 'CA バンドルの Secret を作成できませんでした。',
    remedy: 'secrets への RBAC 権限、名前空間の ResourceQuota、名前空間が削除中でないかを確認します。',
  },
  ErrGeneratingPrivateKey: {
    meaning: 'RSA 秘密鍵を生成できませんでした。',
    remedy: 'MeshConfig の certKeyBitSize と、コンテナの CPU が不足していないかを確認します。',
  },
  ErrEncodingKeyDERtoPEM: {
    meaning: '秘密鍵を DER から PEM に変換できませんでした。',
    remedy: 'レコードのエラー本文を添えて、不具合として報告します。',
  },
  ErrCreatingCertReq: {
    meaning: 'cert-manager の CertificateRequest を作成できませんでした。',
    remedy:
      'cert-manager がインストールされていること、Issuer が Ready であること、cert-manager.io への RBAC 権限を確認します。',
  },
  ErrCreatingRootCert: {
    meaning: 'ルート証明書を生成できませんでした。',
    remedy: 'レコードのエラー本文を添えて、不具合として報告します。',
  },
  ErrEncodingCertDERtoPEM: {
    meaning: '証明書を DER から PEM に変換できませんでした。',
    remedy: 'レコードのエラー本文を添えて、不具合として報告します。',
  },
  ErrDecodingPEMCert: {
    meaning: '証明書を PEM として読み取れません。',
    remedy:
      'CA バンドルの Secret が破損しているか、PEM 形式ではありません。復元してから、3 つのコンポーネントをすべて再起動します。',
  },
  ErrDecodingPEMPrivateKey: {
    meaning: 'CA の秘密鍵を PEM として読み取れません。',
    remedy:
      'CA バンドルの Secret にある鍵が破損しているか、形式が異なります。復元してから、3 つのコンポーネントをすべて再起動します。',
  },
  ErrIssuingCert: {
    meaning: 'Vault が証明書の発行を拒否したか、発行に失敗しました。',
    remedy:
      'Vault が封印（sealed）されていないか、トークンが期限切れでないか、アドレスとロールが正しいかを確認します。',
  },
  ErrCreatingCert: {
    meaning: 'X.509 証明書を作成できませんでした。',
    remedy:
      'CA の証明書と秘密鍵が対応していない可能性があります。CA バンドルの Secret に正しい組を復元します。',
  },
  ErrInvalidCA: {
    meaning: '証明書の発行に使用できる CA が渡されませんでした。',
    remedy: 'CA バンドルの Secret を作り直し、3 つのコンポーネントをすべて再起動します。',
  },
  ErrRotatingCert: {
    meaning: '使用中の証明書を更新できませんでした。',
    remedy:
      '理由はレコードのエラー本文にあります。証明書を発行している CA、Vault、または cert-manager の状態を確認します。',
  },
  ErrPubSubMessageFormat: {
    meaning: '内部メッセージの型が想定と異なります。',
    remedy: 'このコードを出力するリリースは知られていません。出力された場合は、不具合として報告します。',
  },
  ErrMeshConfigInformerInitCache: {
    meaning: 'MeshConfig のキャッシュを同期できませんでした。v1.1 だけにあるコードです。',
    remedy: 'CRD meshconfigs が存在することと、その RBAC 権限を確認します。',
  },
  ErrConfigInformerInitCache: {
    meaning: 'メッシュ設定オブジェクトのキャッシュを同期できませんでした。',
    remedy: 'CRD meshconfigs と meshrootcertificates が存在することと、その RBAC 権限を確認します。',
  },
  ErrMeshConfigStructCasting: {
    meaning: 'キャッシュされたオブジェクトが MeshConfig ではありません。',
    remedy: 'このコードを出力するリリースは知られていません。出力された場合は、不具合として報告します。',
  },
  ErrMeshConfigFetchFromCache: {
    meaning: 'キャッシュから MeshConfig を取得できませんでした。',
    remedy: 'CRD meshconfigs と MeshConfig を確認し、コンポーネントを再起動します。',
  },
  ErrMeshConfigMarshaling: {
    meaning: 'MeshConfig を JSON に変換できませんでした。',
    remedy: 'MeshConfig の内容を確認します。',
  },
};
