import type { CauseTexts } from '#i18n/types/causes.ts';
import { inBrackets, sentences } from '#i18n/ja/words.ts';
import type { BootstrapCallFailure, serviceCauses } from './services.ts';

const calls: Readonly<Record<BootstrapCallFailure, { headline(service: string): string; why: string }>> = {
  dns: {
    headline: (service) =>
      `クラスター DNS で Service「${service}」の名前を解決できず、コントロールプレーンが起動できません。`,
    why: 'curl は、ホスト名を解決できないと終了コード 6 で終了し、再試行しません。DNS の Pod が応答していないか、この名前空間の Pod から DNS に到達できません。',
  },
  'no-service': {
    headline: (service) => `Service「${service}」が存在せず、コントロールプレーンが起動できません。`,
    why: 'Init コンテナは、この Service を通して bootstrap を呼び出します。Service は Helm チャートに含まれています。同じバージョンのチャートから復元します。',
  },
  refused: {
    headline: (service) => `bootstrap は Ready ですが、Service「${service}」への接続が拒否されています。`,
    why: 'Service の先に Ready の Pod がないか、Service のポートが bootstrap のポートと異なるか、ノードの kube-proxy に Service が反映されていません。',
  },
  'no-route': {
    headline: (service) => `Pod から Service「${service}」へのネットワーク経路がありません。`,
    why: '経路上のネットワークプラグイン、kube-proxy、または NetworkPolicy がパケットを拒否しています。',
  },
  timeout: {
    headline: (service) =>
      `bootstrap は Ready ですが、Service「${service}」への接続がタイムアウトしています。`,
    why: 'NetworkPolicy、ネットワークプラグイン、またはノード間のファイアウォールが、Pod 間のパケットを破棄しています。',
  },
  http: {
    headline: (service) => `Service「${service}」が Init コンテナに HTTP エラーを返しています。`,
    why: 'このアドレスで別のサーバーが応答しているか、Init コンテナのポートまたはパスが別のバージョンのものです。',
  },
  tls: {
    headline: (service) => `Service「${service}」への TLS 接続が失敗しています。`,
    why: 'Init コンテナが TLS で bootstrap を呼び出し、有効な証明書を受け取れません。チャートは平文の HTTP を使います。呼び出しが変更されたか、間にプロキシがあります。',
  },
  closed: {
    headline: (service) => `Service「${service}」への接続が、応答のないまま閉じられています。`,
    why: 'プロキシやサイドカーなど、bootstrap 以外のものが接続を受け付けています。',
  },
  unknown: {
    headline: (service) =>
      `bootstrap は Ready ですが、Init コンテナが Service「${service}」から応答を得られません。`,
    why: 'ログに理由がありません。Service、DNS、NetworkPolicy を確認します。',
  },
};

export const texts = {
  'service-selector-edited': {
    headline: ({ service, selector }) =>
      selector === ''
        ? `Service「${service}」にセレクターがなく、先に Pod がありません。`
        : `Service「${service}」のセレクター ${selector} に一致する Pod がありません。`,
    explanation: () =>
      'Pod は Ready で、プローブもすべて成功していますが、Service の先に Pod がないため、Service を通した呼び出しは応答を得られません。チャートはラベル app で Pod を選択します。セレクターが編集されています。',
  },
  'bootstrap-unreachable': {
    headline: ({ failure, service }) => calls[failure].headline(service),
    explanation: ({ failure, init }) =>
      sentences(
        `bootstrap は Ready ですが、Init コンテナ${inBrackets(init)}から到達できないため、Pod のほかのコンテナは起動されません。`,
        calls[failure].why,
        '到達できるようになると、Pod は自動的に起動します。',
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof serviceCauses>;
