import type { CauseTexts } from '#i18n/types/causes.ts';
import { list } from '#i18n/ja/words.ts';
import type { versionCauses } from './versions.ts';

export const texts = {
  'mixed-versions': {
    headline: ({ mesh, others, workloads }) =>
      `バージョン ${mesh} のメッシュで、${others.length === 0 ? '別のバージョン' : `別のバージョン（${list(others, 3)}）`}のコンポーネントが動作しています: ${list(workloads, 3)}。`,
    explanation: () =>
      'メッシュのコンポーネントは、同じリリースで使う必要があります。フラグ、プローブ、CRD はリリースごとに異なり、プローブが成功していても機能が失われることがあります。正しいバージョンを確認し、すべてのコンポーネントをチャートで揃えます。すべての場合に使えるコマンドはありません。',
  },
  'kubernetes-too-old': {
    headline: ({ version, minimum }) =>
      `Kubernetes ${version} は、メッシュに必要な ${minimum} より前のバージョンです。`,
    explanation: () =>
      'メッシュが使う API が、このバージョンの Kubernetes にありません。クラスターをアップグレードします。',
  },
} satisfies Pick<CauseTexts, keyof typeof versionCauses>;
