/** Errors of traffic policies and of Kubernetes objects, E2000 and E3000 and on (facts §6). */
export const policyErrors = {
  ErrDedupEgressTrafficMatches: {
    meaning: '複数の Egress ポリシーで、同じトラフィックに対する一致条件が競合しています。',
    remedy: '重複している Egress オブジェクトを特定し、いずれかを修正します。',
  },
  ErrDedupEgressClusterConfigs: {
    meaning: '複数の Egress ポリシーで、同じ宛先に対する設定が競合しています。',
    remedy: '重複している Egress オブジェクトを特定し、いずれかを修正します。',
  },
  ErrInvalidEgressIPRange: {
    meaning: 'Egress ポリシーのアドレスが CIDR 形式ではありません。',
    remedy: 'a.b.c.d/n の形式で指定します。',
  },
  ErrInvalidEgressMatches: {
    meaning: 'Egress ポリシーの matches が不正です。',
    remedy: 'matches の kind と apiGroup を修正します。',
  },
  ErrEgressSMIHTTPRouteGroupNotFound: {
    meaning: 'Egress ポリシーが参照する HTTPRouteGroup が存在しません。',
    remedy: 'Egress と同じ名前空間に HTTPRouteGroup を作成するか、名前を修正します。',
  },
  ErrFetchingSMIHTTPRouteGroupForTrafficTarget: {
    meaning: 'TrafficTarget が参照する HTTPRouteGroup が存在しません。',
    remedy: 'TrafficTarget と同じ名前空間に HTTPRouteGroup を作成するか、名前を修正します。',
  },
  ErrSMIHTTPRouteGroupNoMatch: {
    meaning: 'HTTPRouteGroup に matches がないため、ルートが作成されません。',
    remedy: 'matches を追加します。',
  },
  ErrAddingRouteToOutboundTrafficPolicy: {
    meaning: 'サービスのアウトバウンドポリシーにルートを追加できませんでした。',
    remedy: 'レコードに示されたサービスの TrafficSplit と HTTPRouteGroup を確認します。',
  },
  ErrMultipleSMISplitPerServiceUnsupported: {
    meaning:
      '同じルートサービスを持つ TrafficSplit が複数あり、最初の 1 つだけが有効です。v1.3 で廃止されたコードです。',
    remedy: 'TrafficSplit を統合するか、不要なものを削除します。',
  },
  ErrGettingInboundTrafficTargets: {
    meaning:
      'あるアイデンティティのインバウンド TrafficTarget を算出できませんでした。Envoy クラスでのみ出力されます。',
    remedy: 'そのアイデンティティの TrafficTarget を確認します。',
  },
  ErrInvalidDestinationKind: {
    meaning: 'TrafficTarget の宛先が ServiceAccount ではありません。',
    remedy: '宛先の kind を ServiceAccount にします。',
  },
  ErrInvalidSourceKind: {
    meaning: 'TrafficTarget の送信元が ServiceAccount ではありません。',
    remedy: '送信元の kind を ServiceAccount にします。',
  },
  ErrEndpointsNotFound: {
    meaning: 'サービスに対応するエンドポイントが 1 つもありません。',
    remedy:
      'このコードを出力するリリースは知られていません。出力された場合は、サービスの背後にある Pod を確認します。',
  },
  ErrMarshallingKubernetesResource: {
    meaning: 'アドミッション応答のためにオブジェクトを JSON に変換できませんでした。',
    remedy:
      'API サーバーとメッシュのバージョンの組み合わせを確認します。問題がなければ、不具合として報告します。',
  },
  ErrUnmarshallingKubernetesResource: {
    meaning: 'アドミッションリクエストに含まれる Pod を読み取れませんでした。',
    remedy: 'API サーバーとインジェクターのバージョンの組み合わせを確認します。',
  },
};
