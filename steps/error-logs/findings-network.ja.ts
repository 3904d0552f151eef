import type { FindingTexts } from '#i18n/types/findings.ts';
import { sentences } from '#i18n/ja/words.ts';
import type { TransportFailure } from './api-requests.ts';
import { logPlace } from './log-words.ja.ts';

/** What a transport error says about the way (reports of operators, class A). */
export const transportWords: Readonly<Record<TransportFailure, { short: string; why: string }>> = {
  refused: {
    short: '接続の拒否',
    why: '接続の拒否は、このアドレスで待ち受けているサーバーがないことを示します。API サーバーが停止しているか、EndpointSlice のアドレスが誤っているか、ノードの kube-proxy に Service が反映されていません。',
  },
  timeout: {
    short: 'タイムアウト',
    why: 'タイムアウトは、経路上でパケットが失われていることを示します。NetworkPolicy、ネットワークプラグイン、ファイアウォール、またはノードのネットワークと重複する Pod のネットワークが原因です。API サーバーの過負荷でも、応答が間に合わないことがあります。',
  },
  'no-route': {
    short: '経路なし',
    why: 'ノードにこのアドレスへの経路がないか、ファイアウォールがパケットを拒否しています。ネットワークプラグインとノードの経路を確認します。',
  },
  dns: {
    short: '名前解決の失敗',
    why: 'API サーバーの名前を解決できません。クラスター DNS が応答しないか、この名前を知りません。',
  },
  tls: {
    short: 'TLS の失敗',
    why: '接続はできますが、TLS が失敗します。API サーバーの証明書がこのアドレスまたは現在の時刻に対して有効でないか、間にプロキシがあります。',
  },
  closed: {
    short: '接続の切断',
    why: '接続が途中で切断されています。API サーバーが再起動しているか、間にあるロードバランサーやファイアウォールが切断しています。',
  },
};

/** Log findings about the way to other servers. */
export const logNetworkFindings = {
  'log-api-unreachable': {
    title: ({ host, failure, count }) =>
      `API サーバー${host === '' ? '' : `（${host}）`}に到達不可: ${transportWords[failure].short}、${count} 件`,
    explanation: (params) => sentences(transportWords[params.failure].why, logPlace(params)),
    next: () =>
      'ほかのコンポーネントにも同じエラーがあるかを確認し、メッシュより先にネットワークを確認します。',
  },
} satisfies Partial<FindingTexts>;
