/** Errors of traffic policies and of Kubernetes objects, E2000 and E3000 and on (facts §6). */
export const policyErrors = {
  ErrDedupEgressTrafficMatches: {
    meaning: '複数の Egress ポリシーで、同じトラフィックに対する一致条件が競合しています。',
    remedy: '重複している Egress オブジェクトを特定し、いずれかを修正してください。',
  },
  ErrDedupEgressClusterConfigs: {
    meaning: '複数の Egress ポリシーで、同じ宛先に対する設定が競合しています。',
    remedy: '重複している Egress オブジェクトを特定し、いずれかを修正してください。',
  },
  ErrInvalidEgressIPRange: {
    meaning: 'Egress ポリシーのアドレスが CIDR 形式ではありません。',
    remedy: 'a.b.c.d/n の形式で指定してください。',
  },
  ErrInvalidEgressMatches: {
    meaning: 'Egress ポリシーの matches が不正です。',
    remedy: 'matches の kind と apiGroup を修正してください。',
  },
  ErrEgressSMIHTTPRouteGroupNotFound: {
    meaning: 'Egress ポリシーが参照する HTTPRouteGroup が存在しません。',
    remedy: 'Egress と同じ名前空間に HTTPRouteGroup を作成するか、名前を修正してください。',
  },
  ErrFetchingSMIHTTPRouteGroupForTrafficTarget: {
    meaning: 'TrafficTarget が参照する HTTPRouteGroup が存在しません。',
    remedy: 'TrafficTarget と同じ名前空間に HTTPRouteGroup を作成するか、名前を修正してください。',
  },
  ErrSMIHTTPRouteGroupNoMatch: {
    meaning: 'HTTPRouteGroup に matches がないため、ルートが作成されません。',
    remedy: 'matches を追加してください。',
  },
  ErrAddingRouteToOutboundTrafficPolicy: {
    meaning: 'サービスのアウトバウンドポリシーにルートを追加できませんでした。',
    remedy: 'レコードに示されたサービスの TrafficSplit と HTTPRouteGroup を確認してください。',
  },
  ErrMultipleSMISplitPerServiceUnsupported: {
    meaning:
      '同じルートサービスを持つ TrafficSplit が複数あり、最初の 1 つだけが有効です。v1.3 で廃止されたコードです。',
    remedy: 'TrafficSplit を統合するか、不要なものを削除してください。',
  },
  ErrGettingInboundTrafficTargets: {
    meaning:
      'あるアイデンティティのインバウンド TrafficTarget を算出できませんでした。Envoy クラスでのみ出力されます。',
    remedy: 'そのアイデンティティの TrafficTarget を確認してください。',
  },
  ErrInvalidDestinationKind: {
    meaning: 'TrafficTarget の宛先が ServiceAccount ではありません。',
    remedy: '宛先の kind を ServiceAccount にしてください。',
  },
  ErrInvalidSourceKind: {
    meaning: 'TrafficTarget の送信元が ServiceAccount ではありません。',
    remedy: '送信元の kind を ServiceAccount にしてください。',
  },
  ErrEndpointsNotFound: {
    meaning: 'サービスに対応するエンドポイントが 1 つもありません。',
    remedy:
      'このコードを出力するリリースは知られていません。出力された場合は、サービスの背後にある Pod を確認してください。',
  },
  ErrMarshallingKubernetesResource: {
    meaning: 'アドミッション応答のためにオブジェクトを JSON に変換できませんでした。',
    remedy:
      'API サーバーとメッシュのバージョンの組み合わせを確認してください。問題がなければ、不具合として報告してください。',
  },
  ErrUnmarshallingKubernetesResource: {
    meaning: 'アドミッション要求に含まれる Pod を読み取れませんでした。',
    remedy: 'API サーバーとインジェクターのバージョンの組み合わせを確認してください。',
  },
};
