import type { CauseTexts } from '#i18n/types/causes.ts';
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
} satisfies Pick<CauseTexts, keyof typeof probeCauses>;
