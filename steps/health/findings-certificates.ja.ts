import type { FindingTexts } from '#i18n/types/findings.ts';
import { inBrackets, list, says, sentences } from '#i18n/ja/words.ts';
import { instant } from '#i18n/instant.ts';
import type { ConversionFailure } from './conversion-failures.ts';

const states = {
  expired: 'が期限切れ',
  'not-yet-valid': 'がまだ有効でない',
  unreadable: 'を読み取れない',
} as const;

const conversions: Readonly<Record<ConversionFailure, string>> = {
  'no-service': 'が存在しない',
  'no-endpoints': 'の接続先に Ready の Pod がない',
  refused: 'が接続を拒否',
  timeout: 'が応答しない',
  certificate: 'の証明書が信頼されていない',
  other: 'が変換に失敗',
};

/** What the API server needs for the Pods and objects of the mesh: certificates, conversion, a namespace. */
export const certificateFindings = {
  'ca-bundle-not-valid': {
    title: ({ state, certificate }) => `CA ${states[state]}${inBrackets(certificate)}`,
    explanation: ({ state, time, webhook }) =>
      sentences(
        state === 'expired' && `CA の有効期限は ${instant(time)} に切れました。`,
        state === 'not-yet-valid' && `CA が有効になるのは ${instant(time)} からです。時計がずれています。`,
        state === 'unreadable' && 'バンドルに PEM 形式の証明書がありません。',
        webhook === ''
          ? 'API サーバーが変換 Webhook を信頼していないため、この CRD のオブジェクトを変換できません。'
          : `API サーバーが Webhook「${webhook}」を信頼していません。応答がなければリクエストは拒否されます。`,
      ),
    next: ({ state }) =>
      state === 'not-yet-valid'
        ? 'ノードの時計を比較します。'
        : 'メッシュの CA を置き換え、コントローラー、インジェクター、bootstrap を再起動します。',
  },
  'ca-bundle-expires-soon': {
    title: ({ days, certificate }) => `CA の有効期限まで ${days} 日${inBrackets(certificate)}`,
    explanation: ({ until }) =>
      `CA の有効期限は ${instant(until)} です。それ以降、API サーバーはメッシュの Webhook を信頼せず、新しい Pod は作成されません。`,
    next: () => 'CA の置き換えを計画します。すべてのサイドカーの証明書も置き換わります。',
  },
  'ca-bundles-differ': {
    title: ({ objects }) => `同じメッシュの CA バンドルが一致しない: ${list(objects, 3)}`,
    explanation: () =>
      '各プロセスは、起動時に読み取った CA を自身の設定に書き込みます。そのうち 2 つの CA に、共通の証明書がありません。CA の Secret が置き換えられ、一部のプロセスが再起動されていません。',
    next: () => 'コントローラー、インジェクター、bootstrap を再起動し、すべてに同じ CA を読み取らせます。',
  },
  'namespace-terminating': {
    title: () => '削除中',
    explanation: ({ since, holds }) =>
      sentences(
        `${since === '' ? '' : `${instant(since)} 以降、`}この名前空間には何も作成できないため、コントロールプレーンの Pod は置き換えられません。`,
        holds.length > 0 && `削除を妨げているもの: ${list(holds)}。`,
      ),
    next: () => '削除を妨げているものを解消してから、メッシュを再インストールします。',
  },
  'crd-conversion-failing': {
    title: ({ service, reason }) =>
      service === ''
        ? '変換 Webhook が失敗'
        : `変換 Webhook が呼び出す Service「${service}」${conversions[reason]}`,
    explanation: ({ message }) =>
      sentences(
        message === ''
          ? '保存されたバージョンでは、オブジェクトを引き続き読み取れます。別のバージョンを要求すると、エラーになります。'
          : 'この種類のオブジェクトは、このプログラムからもメッシュのプロセスからも読み取れません。',
        says('API サーバーのメッセージ', message),
      ),
    next: () => 'CRD の spec.conversion を確認します。osm-edge 1.2 以降では、変換は不要です。',
  },
} satisfies Partial<FindingTexts>;
