/** Errors of the webhooks and of the reconciler, E6000 and E7000 and on (facts §6). */
export const admissionErrors = {
  ErrMarshallingProtoToYAML: {
    meaning: 'プロキシのブートストラップ設定を生成できませんでした。',
    remedy: 'レコードのエラー本文を確認します。原因が分からない場合は、不具合として報告します。',
  },
  ErrParsingMutatingWebhookCert: {
    meaning: 'インジェクターの Webhook の証明書を読み取れず、サーバーが起動しませんでした。',
    remedy: 'CA バンドルの Secret が破損しています。復元してから、3 つのコンポーネントをすべて再起動します。',
  },
  ErrStartingInjectionWebhookHTTPServer: {
    meaning: 'インジェクターの Webhook サーバーがポート 9090 で待ち受けを開始できませんでした。',
    remedy: 'Pod 内の別のプロセスがポートを使用しています。本来存在しないコンテナがないか確認します。',
  },
  ErrDecodingAdmissionReqBody: {
    meaning: 'アドミッションリクエストをデコードできませんでした。',
    remedy: 'API サーバーとメッシュのバージョンの組み合わせを確認します。',
  },
  ErrParsingReqTimeout: {
    meaning: 'アドミッションリクエストのタイムアウト値を解釈できませんでした。',
    remedy:
      'このコードを出力するリリースは知られていません。出力された場合は、API サーバーとメッシュのバージョンの組み合わせを確認します。',
  },
  ErrInvalidAdmissionReqHeader: {
    meaning: 'Webhook の呼び出しが JSON ではなかったため、415 を返しました。',
    remedy: 'API サーバー以外から Webhook が呼び出されています。頻発しなければ問題ありません。',
  },
  ErrWritingAdmissionResp: {
    meaning: 'アドミッションリクエストへの応答を送信できませんでした。',
    remedy:
      'API サーバーがタイムアウトした（既定は 20 秒）か、通信が切断されました。負荷とネットワークを確認します。',
  },
  ErrNilAdmissionReq: {
    meaning: 'AdmissionReview にリクエストが含まれていませんでした。',
    remedy: 'API サーバー以外から Webhook が呼び出されています。頻発しなければ問題ありません。',
  },
  ErrDeterminingPodInjectionEnablement: {
    meaning: 'Pod の注入アノテーションの値を解釈できないため、Pod の作成が拒否されました。',
    remedy:
      'enabled、yes、true、disabled、no、false のいずれかに修正します。修正するまで Pod は作成できません。',
  },
  ErrDeterminingNamespaceInjectionEnablement: {
    meaning:
      '名前空間の注入アノテーションの値を解釈できないため、その名前空間での新しい Pod の作成がすべて拒否されます。',
    remedy: 'enabled、yes、true、disabled、no、false のいずれかに修正します。',
  },
  ErrDeterminingPodPortExclusions: {
    meaning: 'Pod の除外ポートの一覧を解釈できませんでした。',
    remedy:
      'このコードを出力するリリースは知られていません。出力された場合は、ポートを列挙したアノテーションを修正します。',
  },
  ErrReadingAdmissionReqBody: {
    meaning: 'アドミッションリクエストの本文を読み取れませんでした。',
    remedy: 'API サーバーと Webhook の間のネットワークを確認します。',
  },
  ErrNilAdmissionReqBody: {
    meaning: 'Webhook の呼び出しに本文がなかったため、400 を返しました。',
    remedy: '手動の curl など、API サーバー以外からの呼び出しです。問題ありません。',
  },
  ErrCreatingMutatingWebhook: {
    meaning: 'インジェクターが MutatingWebhookConfiguration を作成できず、終了します。',
    remedy:
      'admissionregistration.k8s.io への RBAC 権限と、作成を拒否するポリシーエンジンがないかを確認します。',
  },
  ErrUpdatingMutatingWebhook: {
    meaning:
      'Webhook 設定を取得または更新できませんでした。インジェクターのログでは mutating、コントローラーのログでは validating の構成を指します。',
    remedy:
      'admissionregistration.k8s.io への RBAC 権限と、変更を拒否するポリシーエンジンがないかを確認します。',
  },
  ErrShuttingDownValidatingWebhookHTTPServer: {
    meaning: 'バリデーターを正常に停止できませんでした。',
    remedy: 'Pod の終了時であれば問題ありません。',
  },
  ErrStartingValidatingWebhookHTTPServer: {
    meaning:
      'バリデーターがポート 9093 で待ち受けを開始できませんでした。v1.1 では、これによりコントローラーの両方のプローブが失敗します。',
    remedy: 'Pod 内の別のプロセスがポートを使用しています。本来存在しないコンテナがないか確認します。',
  },
  ErrParsingValidatingWebhookCert: {
    meaning:
      'バリデーターの証明書を読み取れません。v1.1 では、これによりコントローラーの両方のプローブが失敗します。',
    remedy: 'CA バンドルの Secret が破損しています。復元してから、3 つのコンポーネントをすべて再起動します。',
  },
  ErrCreatingValidatingWebhook: {
    meaning: 'コントローラーが ValidatingWebhookConfiguration を作成できませんでした。',
    remedy: 'admissionregistration.k8s.io への RBAC 権限を確認します。',
  },
  ErrReconcilingUpdatedCRD: {
    meaning: '変更された CRD を reconciler が元に戻せませんでした。',
    remedy:
      'CRD への RBAC 権限と、アップグレード中に 2 つのバージョンのメッシュが競合していないかを確認します。',
  },
  ErrReconcilingDeletedCRD: {
    meaning: '削除された CRD を reconciler が再作成できませんでした。',
    remedy: 'CRD への RBAC 権限を確認します。',
  },
  ErrReconcilingUpdatedMutatingWebhook: {
    meaning: '変更された mutating Webhook を reconciler が元に戻せませんでした。',
    remedy:
      'このコードを出力するリリースは知られていません。代わりに、削除された Webhook のコードが出力されます。',
  },
  ErrReconcilingDeletedMutatingWebhook: {
    meaning: '変更または削除された mutating Webhook を reconciler が復元できませんでした。',
    remedy: 'admissionregistration.k8s.io への RBAC 権限を確認します。',
  },
  ErrReconcilingUpdatedValidatingWebhook: {
    meaning: '変更された validating Webhook を reconciler が元に戻せませんでした。',
    remedy: 'admissionregistration.k8s.io への RBAC 権限を確認します。',
  },
  ErrReconcilingDeletedValidatingWebhook: {
    meaning: '削除された validating Webhook を reconciler が再作成できませんでした。',
    remedy: 'admissionregistration.k8s.io への RBAC 権限を確認します。',
  },
};
