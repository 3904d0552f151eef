import type { CauseTexts } from '#i18n/types/causes.ts';
import { endpointOf } from '#i18n/ports.ts';
import { sentences } from '#i18n/ja/words.ts';
import type { probeCauses } from './probes.ts';
import { processOf } from './words.ja.ts';

export const texts = {
  'liveness-answers-503': {
    headline: ({ container, path, subProbe }, subject) =>
      `${processOf(container, subject)}が liveness プローブ${path === '' ? '' : ` ${path} `}に 503 を返しています${subProbe === '' ? '' : `（${subProbe} の確認が失敗）`}。`,
    explanation: ({ subProbe }) =>
      sentences(
        'プロセスは動作していますが、正常ではないと報告しているため、kubelet が再起動を繰り返します。',
        subProbe === '' || subProbe === 'SMI'
          ? 'osm-edge 1.2 以降では、ほとんどの場合 SMI API の確認が原因です。CRD がないか、CRD のバージョンが異なるか、API ディスカバリーに問題があります。'
          : '前後のログの行に理由があります。',
      ),
  },
  'readiness-answers-503': {
    headline: ({ container, path, subProbe }, subject) =>
      `${processOf(container, subject)}が readiness プローブ${path === '' ? '' : ` ${path} `}に 503 を返しています${subProbe === '' ? '' : `（${subProbe} の確認が失敗）`}。`,
    explanation: ({ subProbe }) =>
      sentences(
        'プロセスは動作していますが、Pod は Service 経由のトラフィックを受け取らず、サイドカーはここから設定を取得できません。',
        (subProbe === '' || subProbe === 'SMI') &&
          'osm-edge 1.2 以降では、ほとんどの場合 SMI API の確認が原因で、その場合は liveness も失敗します。',
      ),
  },
  'probe-edited': {
    headline: ({ container, probes, url, chart }, subject) =>
      `${processOf(container, subject)}の${probes.length === 1 ? ` ${probes[0]} ` : ''}プローブが編集され、${endpointOf(chart)} ではなく ${endpointOf(url)} を呼び出しています。`,
    explanation: ({ chart, status }) =>
      sentences(
        status > 0
          ? `プロセスは正常で、チャートのプローブの宛先 ${endpointOf(chart)} では ${status} を返します。`
          : 'プロセスは動作して応答していますが、編集されたプローブの宛先では応答しません。',
        'kubelet は編集されたプローブに従います。readiness が失敗すると Pod はトラフィックを受け取らず、liveness が失敗するとコンテナが再起動されます。404 などの応答は、サーバーは存在し、パスまたはポートが誤っていることを示します。',
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof probeCauses>;
