import type { CauseTexts } from '#i18n/types/causes.ts';
import { sentences } from '#i18n/ja/words.ts';
import type { networkCauses } from './network.ts';
import { transportWords } from '#steps/error-logs/findings-network.ja.ts';
import { workloadsOf } from './words.ja.ts';

export const texts = {
  'api-server-unreachable': {
    headline: ({ workloads, host, failure, node }) =>
      `${workloadsOf(workloads)}が${node === '' ? '' : `ノード「${node}」から`} API サーバー${host === '' ? '' : `（${host}）`}に到達できません: ${transportWords[failure].short}。`,
    explanation: ({ failure }) =>
      sentences(
        'プロセスは、起動時のキャッシュの取得と、プローブの呼び出しごとの SMI の確認のために、API サーバーを呼び出します。到達できない間、プローブは 503 を返します。',
        transportWords[failure].why,
        'メッシュ自体は原因ではなく、再起動しても直りません。経路が回復すると、プロセスは自動的に再接続します。',
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof networkCauses>;
